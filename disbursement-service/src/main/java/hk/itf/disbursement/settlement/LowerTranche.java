package hk.itf.disbursement.settlement;

import hk.itf.disbursement.tranche.Tranche;
import hk.itf.disbursement.tranche.TrancheTransition;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.PersonId;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/**
 * Lowers the payable amount of an unreleased tranche. A prepared tranche returns to due first. The amount set off stays
 * paid, so the payable amount does not fall below it.
 */
@ApplicationScoped
public class LowerTranche {

    private final HoldAwardForReport holdAwardForReport;
    private final Timeline timeline;
    private final Outbox outbox;

    LowerTranche(HoldAwardForReport holdAwardForReport, Timeline timeline, Outbox outbox) {
        this.holdAwardForReport = holdAwardForReport;
        this.timeline = timeline;
        this.outbox = outbox;
    }

    /**
     * Called under the locks of the award and the tranche.
     *
     * @param payable the new payable amount of the tranche, the set-off amount included
     * @return the amount by which the payable amount was lowered, which is undrawn
     */
    @Transactional(TxType.MANDATORY)
    public Money handle(Tranche tranche, Money payable, PersonId actor, Instant now) {
        if (tranche.permits(TrancheTransition.RETURN)) {
            outbox.append(tranche.returnToDue(actor, now));
            timeline.record(tranche, TrancheTransition.RETURN, actor, now);
        }
        var undrawn = tranche.settle(payable);
        switch (tranche.status()) {
            case CANCELLED -> {
                holdAwardForReport.liftHold(tranche.id(), actor, now);
                timeline.record(tranche, TrancheTransition.CANCEL, actor, now);
            }
            case PAID -> {
                timeline.record(tranche, TrancheTransition.SET_OFF, actor, now);
                outbox.append(tranche.paidBySetOff(actor, now));
            }
            case SCHEDULED, DUE, PREPARED, RELEASED ->
                timeline.record(tranche, Tranche.Act.LOWER, actor, "by " + undrawn, now);
        }
        return undrawn;
    }
}
