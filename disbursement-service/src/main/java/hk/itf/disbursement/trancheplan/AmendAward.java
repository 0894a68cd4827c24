package hk.itf.disbursement.trancheplan;

import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.award.AwardTransition;
import hk.itf.disbursement.award.AwardVersion;
import hk.itf.disbursement.award.AwardVersions;
import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.commitment.AwardEnvelopes;
import hk.itf.disbursement.commitment.AwardReception;
import hk.itf.disbursement.commitment.FundingQueue;
import hk.itf.disbursement.commitment.IncreaseAward;
import hk.itf.disbursement.envelope.Envelope;
import hk.itf.disbursement.filing.FiledAmendments;
import hk.itf.disbursement.ledger.Transfer;
import hk.itf.disbursement.ledger.Transfers;
import hk.itf.disbursement.tranche.Gates;
import hk.itf.disbursement.tranche.MakeTrancheDue;
import hk.itf.disbursement.tranche.Tranche;
import hk.itf.disbursement.tranche.Tranches;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.Gate;
import hk.itf.model.scheme.tranche.TranchePlan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts a new version of an agreed award in force and decommits the difference at once. Tranches keep their ids;
 * prepared, released and paid tranches do not change; tranches that the plan omits are cancelled. Plans do not contain
 * advances, see {@link ReplanTranche}.
 *
 * <p>A version with a higher awarded amount waits for funds, see {@link IncreaseAward}. A termination is the last
 * version, see {@link BeginTermination}. A version that changes a fixed tranche cannot be applied. An approval waits until
 * applications-service has told about the filing that it judges, and cannot be applied when it differs from that filing.
 */
@ApplicationScoped
public class AmendAward {

    private final AwardEnvelopes envelopes;
    private final Awards awards;
    private final AwardVersions versions;
    private final FiledAmendments filings;
    private final Tranches tranches;
    private final ReplanTranche replanTranche;
    private final Gates gates;
    private final MakeTrancheDue makeTrancheDue;
    private final IncreaseAward increaseAward;
    private final BeginTermination beginTermination;
    private final Transfers transfers;
    private final FundingQueue queue;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Clock clock;

    AmendAward(
            AwardEnvelopes envelopes,
            Awards awards,
            AwardVersions versions,
            FiledAmendments filings,
            Tranches tranches,
            ReplanTranche replanTranche,
            Gates gates,
            MakeTrancheDue makeTrancheDue,
            IncreaseAward increaseAward,
            BeginTermination beginTermination,
            Transfers transfers,
            FundingQueue queue,
            Timeline timeline,
            Outbox outbox,
            Clock clock) {
        this.envelopes = envelopes;
        this.awards = awards;
        this.versions = versions;
        this.filings = filings;
        this.tranches = tranches;
        this.replanTranche = replanTranche;
        this.gates = gates;
        this.makeTrancheDue = makeTrancheDue;
        this.increaseAward = increaseAward;
        this.beginTermination = beginTermination;
        this.transfers = transfers;
        this.queue = queue;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    public Reception handle(AmendmentApproved amendment) {
        // before the envelopes are locked: a forged approval must not open or hold one
        var filing = filings.find(amendment);
        if (filing.isEmpty()) {
            return AwardReception.TABLE.withoutFiling(amendment);
        }
        var now = clock.instant();
        var envelopePair = envelopes.lockBoth(amendment.grant(), now);
        var known = awards.lockIfPresent(amendment.grant());
        var reception = AwardReception.TABLE.of(known, amendment);
        if (known.isEmpty() || envelopePair.isEmpty() || !reception.isApplied()) {
            return reception;
        }
        filing.get().requireAgreement(amendment);
        var award = known.get();
        var old = versions.inForce(award.id());
        var obstacle = obstacleTo(amendment, award, old);
        if (obstacle.isPresent()) {
            return Reception.late(obstacle.get());
        }
        if (amendment.kind() == AmendmentKind.TERMINATION) {
            increaseAward.cancelIncrease(award, amendment, now);
            beginTermination.handle(envelopePair.get(), award, old, amendment, now);
        } else if (amendment.kind() == AmendmentKind.NEXT_STAGE
                && amendment.awarded().exceeds(old.awarded())) {
            requireNewTranches(old, amendment);
            increaseAward.handle(envelopePair.get().open(), award, old, amendment, now);
        } else {
            putInForce(envelopePair.get().open(), award, old, amendment, now);
        }
        return reception;
    }

    /** Why the amendment no longer fits the award; empty when it fits. */
    private static Optional<String> obstacleTo(AmendmentApproved amendment, Award award, AwardVersion old) {
        if (old.number() != amendment.baseVersion()) {
            return Optional.of("version %d is in force, not %d".formatted(old.number(), amendment.baseVersion()));
        }
        if (award.isBeingTerminated()) {
            return Optional.of("the award is being terminated");
        }
        return award.isWaitingForIncrease() && amendment.kind() != AmendmentKind.TERMINATION
                ? Optional.of("a version that increases the award waits for funds")
                : Optional.empty();
    }

    private void putInForce(
            Envelope envelope, Award award, AwardVersion old, AmendmentApproved amendment, Instant now) {
        var replanned = replan(award, amendment, now);
        var next =
                versions.supersede(old, amendment.plan(), undrawn(amendment.plan(), replanned), amendment.actor(), now);
        var amended = award.amend(next.number(), amendment.awarded(), amendment.actor(), now);
        if (amended.decommitted().isPositive()) {
            envelope.decommit(amended.decommitted());
            transfers.post(Transfer.decommitForVersion(
                    award.id(), next.number(), envelope.account(), amended.decommitted(), HongKong.dayOf(now)));
        }
        timeline.record(award, AwardTransition.AMEND, amendment.actor(), "amendment " + amendment.amendment(), now);
        outbox.append(amended);
        replanned.forEach(tranche -> makeTrancheDue.handle(tranche.id()));
        queue.serve(envelope, now);
    }

    /** Requires that a version that increases the award adds new tranches only; a cancelled tranche stays cancelled. */
    private void requireNewTranches(AwardVersion old, AmendmentApproved amendment) {
        for (var planned : amendment.plan().tranches()) {
            if (old.plan().tranche(planned.id()).isEmpty() && tranches.exists(planned.id())) {
                throw new IllegalStateException("a version cannot restore the cancelled tranche " + planned.id());
            }
        }
    }

    private List<Tranche> replan(Award award, AmendmentApproved amendment, Instant now) {
        var byId = new LinkedHashMap<TrancheId, Tranche>();
        tranches.lockAllOf(award.id()).forEach(tranche -> byId.put(tranche.id(), tranche));
        for (var tranche : byId.values()) {
            if (tranche.advanceOf().isEmpty()) {
                var advance = Optional.ofNullable(byId.get(tranche.id().advance()));
                replanTranche.handle(tranche, advance, amendment, now);
            } else if (amendment.plan().tranche(tranche.id()).isPresent()) {
                throw new IllegalStateException("a version cannot plan the advance " + tranche.id());
            }
        }
        addNew(award, amendment, byId, now);
        return List.copyOf(byId.values());
    }

    private void addNew(Award award, AmendmentApproved amendment, Map<TrancheId, Tranche> byId, Instant now) {
        for (var planned : amendment.plan().tranches()) {
            if (!byId.containsKey(planned.id())) {
                var tranche = Tranche.scheduled(award.id(), planned);
                tranches.add(tranche);
                gates.add(tranche.id(), planned.gates());
                gates.meet(tranche.id(), List.of(Gate.AGREEMENT_SIGNED), now);
                timeline.record(tranche, Tranche.Act.SCHEDULE, amendment.actor(), now);
                byId.put(planned.id(), tranche);
            }
        }
    }

    private static Money undrawn(TranchePlan plan, List<Tranche> replanned) {
        return plan.total()
                .minus(Money.sum(replanned.stream().map(Tranche::payable).toList()));
    }
}
