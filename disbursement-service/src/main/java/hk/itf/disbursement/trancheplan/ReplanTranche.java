package hk.itf.disbursement.trancheplan;

import hk.itf.disbursement.settlement.HoldAwardForReport;
import hk.itf.disbursement.tranche.Tranche;
import hk.itf.disbursement.tranche.TrancheStatus;
import hk.itf.disbursement.tranche.TrancheTransition;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.PlannedTranche;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;

/**
 * Applies the plan of a new version to a tranche and its advance. A plan names the amount of a tranche with its
 * advance, so the tranche itself gets the planned amount less the advance.
 *
 * <p>When the planned amount does not exceed the advance, an advance that is scheduled or due is merged back. A version
 * that lowers a tranche below an advance that is prepared, released, paid or settled cannot be applied.
 */
@ApplicationScoped
class ReplanTranche {

    private final HoldAwardForReport holdAwardForReport;
    private final Timeline timeline;
    private final Outbox outbox;

    ReplanTranche(HoldAwardForReport holdAwardForReport, Timeline timeline, Outbox outbox) {
        this.holdAwardForReport = holdAwardForReport;
        this.timeline = timeline;
        this.outbox = outbox;
    }

    @Transactional(TxType.MANDATORY)
    void handle(Tranche tranche, Optional<Tranche> existing, AmendmentApproved amendment, Instant now) {
        var planned = amendment.plan().tranche(tranche.id());
        var plannedAmount = planned.map(PlannedTranche::amount).orElse(Money.ZERO);
        var advance = existing.filter(part -> part.status() != TrancheStatus.CANCELLED);
        var merging = advance.filter(
                part -> !plannedAmount.exceeds(part.amount()) && !part.status().isFixed() && !tranche.isSettled());
        merging.ifPresent(tranche::mergeAdvanceBack);
        var kept = advance.filter(part -> merging.isEmpty());
        requireCovered(tranche, kept, planned);

        var advanced = kept.map(Tranche::amount).orElse(Money.ZERO);
        if (planned.isPresent()) {
            tranche.replan(planned.get().with(plannedAmount.minus(advanced)), advanced);
        } else if (tranche.status() != TrancheStatus.CANCELLED) {
            cancelOmitted(tranche);
        }
        timeline.record(tranche, Tranche.Act.REPLAN, amendment.actor(), "amendment " + amendment.amendment(), now);
        if (tranche.status() == TrancheStatus.CANCELLED) {
            holdAwardForReport.liftHold(tranche.id(), amendment.actor(), now);
        }
        merging.ifPresent(part -> {
            timeline.record(part, TrancheTransition.MERGE, amendment.actor(), now);
            outbox.append(tranche.advanceMerged(part, amendment.actor(), now));
        });
    }

    private static void requireCovered(Tranche tranche, Optional<Tranche> advance, Optional<PlannedTranche> planned) {
        if (advance.isPresent()
                && planned.filter(tranchePlan -> !advance.get().amount().exceeds(tranchePlan.amount()))
                        .isEmpty()) {
            throw new IllegalStateException("a version cannot lower tranche " + tranche.id() + " below its advance of "
                    + advance.get().amount());
        }
    }

    private static void cancelOmitted(Tranche tranche) {
        if (tranche.status().isFixed() || tranche.money().setOff().isPositive()) {
            throw new IllegalStateException(
                    "a version cannot omit tranche " + tranche.id() + " in status " + tranche.status());
        }
        tranche.cancel();
    }
}
