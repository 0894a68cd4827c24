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
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Outbox;
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
 * A termination was approved: what is not ordered is cancelled, whatever was thought of it when the termination was filed,
 * and given back; the last version is what is paid or with the bank. Once the bank has answered, {@link CompleteTermination}
 * raises what is not kept.
 */
@ApplicationScoped
class BeginTermination {

    private final AwardVersions versions;
    private final Tranches tranches;
    private final CompleteTermination terminateAward;
    private final LowerTranche lowerTranche;
    private final Transfers transfers;
    private final FundingQueue queue;
    private final Timeline timeline;
    private final Outbox outbox;

    BeginTermination(
            AwardVersions versions,
            Tranches tranches,
            CompleteTermination terminateAward,
            LowerTranche lowerTranche,
            Transfers transfers,
            FundingQueue queue,
            Timeline timeline,
            Outbox outbox) {
        this.versions = versions;
        this.tranches = tranches;
        this.terminateAward = terminateAward;
        this.lowerTranche = lowerTranche;
        this.transfers = transfers;
        this.queue = queue;
        this.timeline = timeline;
        this.outbox = outbox;
    }

    /** Called under the locks of the envelope and the award. */
    @Transactional(TxType.MANDATORY)
    void handle(
            AwardEnvelopes.EnvelopePair both,
            Award award,
            AwardVersion old,
            AmendmentApproved termination,
            Instant now) {
        var all = tranches.lockAllOf(award.id());
        all.forEach(tranche -> stop(tranche, termination, now));
        var left = whatIsLeft(old.plan(), all);
        var last = versions.supersede(old, left, Money.ZERO, termination.actor(), now);
        award.end(Objects.requireNonNull(termination.keep(), "a termination says what is kept"));
        var amended = award.amend(last.number(), left.total(), termination.actor(), now);
        if (amended.decommitted().isPositive()) {
            both.open().decommit(amended.decommitted());
            transfers.post(Transfer.decommitForVersion(
                    award.id(), last.number(), both.open().account(), amended.decommitted(), HongKong.dayOf(now)));
        }
        timeline.record(award, Award.Act.END, termination.actor(), "amendment " + termination.amendment(), now);
        outbox.append(amended);
        terminateAward.whenNothingIsOnItsWay(both.open(), award, now);
        queue.serve(both, now);
    }

    private void stop(Tranche tranche, AmendmentApproved termination, Instant now) {
        switch (tranche.status()) {
            case RELEASED, PAID, CANCELLED -> {
                // what is ordered stays ordered
            }
            case SCHEDULED, DUE, PREPARED -> lowerTranche.handle(tranche, Money.ZERO, termination.actor(), now);
        }
    }

    /** Every instalment, with what is paid or on its way of it and of its advance. */
    private static TranchePlan whatIsLeft(TranchePlan plan, List<Tranche> all) {
        Map<Object, Money> ordered = new HashMap<>();
        all.forEach(tranche -> ordered.merge(tranche.advanceOf().orElse(tranche.id()), tranche.payable(), Money::plus));
        return new TranchePlan(plan.tranches().stream()
                .flatMap(planned -> left(planned, ordered.getOrDefault(planned.id(), Money.ZERO)).stream())
                .toList());
    }

    private static Optional<PlannedTranche> left(PlannedTranche planned, Money ordered) {
        return ordered.isPositive() ? Optional.of(planned.with(ordered)) : Optional.empty();
    }
}
