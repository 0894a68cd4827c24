package hk.itf.disbursement.trancheplan;

import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.award.AwardVersion;
import hk.itf.disbursement.award.AwardVersions;
import hk.itf.disbursement.commitment.AwardEnvelopes;
import hk.itf.disbursement.commitment.FundingQueue;
import hk.itf.disbursement.ledger.Transfer;
import hk.itf.disbursement.ledger.Transfers;
import hk.itf.disbursement.settlement.CompleteTermination;
import hk.itf.disbursement.settlement.LowerTranche;
import hk.itf.disbursement.tranche.Tranche;
import hk.itf.disbursement.tranche.Tranches;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Begins the termination of an award: cancels the unreleased tranches and decommits their amounts. The last version
 * holds the released and paid amounts. When the bank has answered, {@link CompleteTermination} raises the amount that
 * the grantee must not keep.
 */
@ApplicationScoped
class BeginTermination {

    private final AwardVersions versions;
    private final Tranches tranches;
    private final CompleteTermination completeTermination;
    private final LowerTranche lowerTranche;
    private final Transfers transfers;
    private final FundingQueue queue;
    private final Timeline timeline;
    private final Outbox outbox;

    BeginTermination(
            AwardVersions versions,
            Tranches tranches,
            CompleteTermination completeTermination,
            LowerTranche lowerTranche,
            Transfers transfers,
            FundingQueue queue,
            Timeline timeline,
            Outbox outbox) {
        this.versions = versions;
        this.tranches = tranches;
        this.completeTermination = completeTermination;
        this.lowerTranche = lowerTranche;
        this.transfers = transfers;
        this.queue = queue;
        this.timeline = timeline;
        this.outbox = outbox;
    }

    /** Called under the locks of the envelope and the award. */
    @Transactional(TxType.MANDATORY)
    void handle(
            AwardEnvelopes.EnvelopePair envelopes,
            Award award,
            AwardVersion old,
            AmendmentApproved termination,
            Instant now) {
        var all = tranches.lockAllOf(award.id());
        all.forEach(tranche -> cancelUnreleased(tranche, termination, now));
        var planOfReleased = planOfReleased(old.plan(), all);
        var last = versions.supersede(old, planOfReleased, Money.ZERO, termination.actor(), now);
        award.beginTermination(Objects.requireNonNull(termination.keep(), "a termination names the kept amount"));
        var amended = award.amend(last.number(), planOfReleased.total(), termination.actor(), now);
        if (amended.decommitted().isPositive()) {
            envelopes.open().decommit(amended.decommitted());
            transfers.post(Transfer.decommitForVersion(
                    award.id(), last.number(), envelopes.open().account(), amended.decommitted(), HongKong.dayOf(now)));
        }
        timeline.record(award, Award.Act.END, termination.actor(), "amendment " + termination.amendment(), now);
        outbox.append(amended);
        completeTermination.completeIfAnswered(envelopes.open(), award, now);
        queue.serve(envelopes, now);
    }

    private void cancelUnreleased(Tranche tranche, AmendmentApproved termination, Instant now) {
        switch (tranche.status()) {
            case RELEASED, PAID, CANCELLED -> {
                // the bank already has, or had, these payments
            }
            case SCHEDULED, DUE, PREPARED -> lowerTranche.handle(tranche, Money.ZERO, termination.actor(), now);
        }
    }

    /** The plan with the released and paid amounts only; the amount of an advance counts for its tranche. */
    private static TranchePlan planOfReleased(TranchePlan plan, List<Tranche> all) {
        Map<Object, Money> released = new HashMap<>();
        all.forEach(
                tranche -> released.merge(tranche.advanceOf().orElse(tranche.id()), tranche.payable(), Money::plus));
        return new TranchePlan(plan.tranches().stream()
                .flatMap(planned -> keepReleased(planned, released.getOrDefault(planned.id(), Money.ZERO)).stream())
                .toList());
    }

    private static Optional<PlannedTranche> keepReleased(PlannedTranche planned, Money released) {
        return released.isPositive() ? Optional.of(planned.with(released)) : Optional.empty();
    }
}
