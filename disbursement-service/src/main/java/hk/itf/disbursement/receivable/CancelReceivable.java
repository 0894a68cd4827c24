package hk.itf.disbursement.receivable;

import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.ledger.Transfer;
import hk.itf.disbursement.ledger.Transfers;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Outbox;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/** A payment of which something was owed back has bounced: nobody owes what came back by itself. */
@ApplicationScoped
public class CancelReceivable {

    private final Receivables receivables;
    private final Transfers transfers;
    private final Timeline timeline;
    private final Outbox outbox;

    CancelReceivable(Receivables receivables, Transfers transfers, Timeline timeline, Outbox outbox) {
        this.receivables = receivables;
        this.transfers = transfers;
        this.timeline = timeline;
        this.outbox = outbox;
    }

    /** Some of what was owed has come back from the grantee already. */
    @Transactional(TxType.MANDATORY)
    public boolean isTooLateFor(TrancheId bounced) {
        return receivables.lockFor(bounced).stream().anyMatch(owed -> !owed.isUntouched());
    }

    /** Returns what is not owed any more; nothing when nothing was. */
    @Transactional(TxType.MANDATORY)
    public Money handle(Award award, TrancheId bounced, Instant now) {
        return Money.sum(receivables.lockFor(bounced).stream()
                .map(receivable -> cancel(award, receivable, now))
                .toList());
    }

    private Money cancel(Award award, Receivable receivable, Instant now) {
        var cancelled = receivable.cancel(now);
        award.money().undoRaise(cancelled.settled());
        transfers.post(Transfer.undoRaise(receivable.id(), award.id(), cancelled.settled(), HongKong.dayOf(now)));
        timeline.record(receivable, Transition.CANCEL, PersonId.SYSTEM, now);
        outbox.append(cancelled);
        return cancelled.settled();
    }
}
