package hk.itf.disbursement.trancheplan;

import hk.itf.disbursement.settlement.HoldAwardForReport;
import hk.itf.disbursement.tranche.Tranche;
import hk.itf.disbursement.tranche.TrancheStatus;
import hk.itf.disbursement.tranche.TrancheTransition;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Outbox;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.PlannedTranche;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;

/**
 * Gives a tranche the shape a new version plans for it. A plan names the whole of a tranche that was split: what is left
 * beside the advance is the rest. When the whole is lowered to the advance or below it, an advance that nobody has
 * prepared yet is part of the tranche again; one that is on its way, paid or accounted for cannot be taken back by a
 * version, so such a version cannot be applied.
 */
@ApplicationScoped
class ReplanTranche {

    private final HoldAwardForReport holdForReport;
    private final Timeline timeline;
    private final Outbox outbox;

    ReplanTranche(HoldAwardForReport holdForReport, Timeline timeline, Outbox outbox) {
        this.holdForReport = holdForReport;
        this.timeline = timeline;
        this.outbox = outbox;
    }

    @Transactional(TxType.MANDATORY)
    void handle(Tranche tranche, Optional<Tranche> split, AmendmentApproved amendment, Instant now) {
        var planned = amendment.plan().tranche(tranche.id());
        var whole = planned.map(PlannedTranche::amount).orElse(Money.ZERO);
        var advance = split.filter(part -> part.status() != TrancheStatus.CANCELLED);
        var merging = advance.filter(
                part -> !whole.exceeds(part.amount()) && !part.status().isFixed() && !tranche.isSettled());
        merging.ifPresent(tranche::merge);
        var kept = advance.filter(part -> merging.isEmpty());
        requireCovered(tranche, kept, planned);

        var advanced = kept.map(Tranche::amount).orElse(Money.ZERO);
        if (planned.isPresent()) {
            tranche.replan(planned.get().with(whole.minus(advanced)), advanced);
        } else if (tranche.status() != TrancheStatus.CANCELLED) {
            leaveOut(tranche);
        }
        timeline.record(tranche, Tranche.Act.REPLAN, amendment.actor(), "amendment " + amendment.amendment(), now);
        if (tranche.status() == TrancheStatus.CANCELLED) {
            holdForReport.over(tranche.id(), amendment.actor(), now);
        }
        merging.ifPresent(part -> {
            timeline.record(part, TrancheTransition.MERGE, amendment.actor(), now);
            outbox.append(tranche.merged(part, amendment.actor(), now));
        });
    }

    private static void requireCovered(Tranche tranche, Optional<Tranche> advance, Optional<PlannedTranche> planned) {
        if (advance.isPresent()
                && planned.filter(whole -> !advance.get().amount().exceeds(whole.amount()))
                        .isEmpty()) {
            throw new IllegalStateException("a version may not lower tranche " + tranche.id()
                    + " below what is paid of it in advance, " + advance.get().amount());
        }
    }

    private static void leaveOut(Tranche tranche) {
        if (tranche.status().isFixed() || tranche.money().setOff().isPositive()) {
            throw new IllegalStateException(
                    "a version may not leave out tranche " + tranche.id() + ", which is " + tranche.status());
        }
        tranche.cancel();
    }
}
