package hk.itf.disbursement.settlement;

import hk.itf.disbursement.tranche.Gates;
import hk.itf.disbursement.tranche.MakeTrancheDue;
import hk.itf.disbursement.tranche.Tranche;
import hk.itf.disbursement.tranche.TrancheStatus;
import hk.itf.disbursement.tranche.Tranches;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.eventing.Reception;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.event.DisbursementEvent.AdvanceSplit;
import hk.itf.model.scheme.tranche.Gate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Splits an advance off a scheduled tranche after an advance claim is accepted. The advance is a tranche of its own
 * with those gates of its tranche that claims do not meet.
 */
@ApplicationScoped
class SplitAdvance {

    private static final Set<Gate> NOT_MET_BY_CLAIMS = Set.of(Gate.AGREEMENT_SIGNED, Gate.PAYEE_VERIFIED);

    private final Tranches tranches;
    private final Gates gates;
    private final MakeTrancheDue makeTrancheDue;
    private final Timeline timeline;
    private final Outbox outbox;
    private final Clock clock;

    SplitAdvance(
            Tranches tranches,
            Gates gates,
            MakeTrancheDue makeTrancheDue,
            Timeline timeline,
            Outbox outbox,
            Clock clock) {
        this.tranches = tranches;
        this.gates = gates;
        this.makeTrancheDue = makeTrancheDue;
        this.timeline = timeline;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Called under the locks of the award and the tranche. */
    @Transactional(TxType.MANDATORY)
    Reception handle(Tranche tranche, ClaimAccepted claim) {
        if (claim.accepted().isZero()) {
            return Reception.late("the accepted advance is 0.00");
        }
        if (tranche.status() != TrancheStatus.SCHEDULED
                || tranche.money().isAccepted()
                || tranche.money().isAwaitingBankAnswer()) {
            return Reception.late("the tranche is not scheduled, or its claim is decided");
        }
        if (tranches.isSplit(tranche.id())) {
            return Reception.late("the tranche already had an advance");
        }
        var now = clock.instant();
        var advance = tranche.splitOffAdvance(claim.accepted());
        tranches.add(advance);
        var kept = EnumSet.copyOf(NOT_MET_BY_CLAIMS);
        kept.retainAll(gates.of(tranche.id()).keySet());
        gates.add(advance.id(), kept);
        gates.meet(advance.id(), List.of(Gate.AGREEMENT_SIGNED), now); // claims follow the agreement
        timeline.record(
                tranche, Tranche.Act.SPLIT, claim.actor(), "claim " + claim.claim() + " for " + claim.accepted(), now);
        timeline.record(advance, Tranche.Act.SCHEDULE, claim.actor(), "advance of tranche " + tranche.id(), now);
        outbox.append(new AdvanceSplit(
                claim.grant(), tranche.id(), advance.id(), claim.actor(), advance.amount(), tranche.amount(), now));
        makeTrancheDue.handle(advance.id());
        return Reception.APPLIED;
    }
}
