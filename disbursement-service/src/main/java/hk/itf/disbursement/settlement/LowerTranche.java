package hk.itf.disbursement.settlement;

import hk.itf.disbursement.tranche.Tranche;
import hk.itf.disbursement.tranche.TrancheTransition;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Outbox;
import hk.itf.model.id.PersonId;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/**
 * Less is to be paid of an instalment that the bank does not have, or nothing more. One that was prepared goes back first;
 * what was set off against a debt counts as paid and stays so.
 */
@ApplicationScoped
public class LowerTranche {

    private final HoldAwardForReport holdForReport;
    private final Timeline timeline;
    private final Outbox outbox;

    LowerTranche(HoldAwardForReport holdForReport, Timeline timeline, Outbox outbox) {
        this.holdForReport = holdForReport;
        this.timeline = timeline;
        this.outbox = outbox;
    }

    /**
     * Called under the locks of the award and the tranche.
     *
     * @param payable of the whole of it
     * @return what will not be drawn after all
     */
    @Transactional(TxType.MANDATORY)
    public Money handle(Tranche tranche, Money payable, PersonId actor, Instant now) {
        if (tranche.permits(TrancheTransition.RETURN)) {
            outbox.append(tranche.giveBack(actor, now));
            timeline.record(tranche, TrancheTransition.RETURN, actor, now);
        }
        var undrawn = tranche.settle(payable);
        switch (tranche.status()) {
            case CANCELLED -> {
                holdForReport.over(tranche.id(), actor, now);
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
