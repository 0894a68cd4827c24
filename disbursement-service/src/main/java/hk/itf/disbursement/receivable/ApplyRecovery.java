package hk.itf.disbursement.receivable;

import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.envelope.Envelope;
import hk.itf.disbursement.envelope.FundsArrived;
import hk.itf.disbursement.ledger.Transfer;
import hk.itf.disbursement.ledger.Transfers;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/**
 * Books a confirmed recovery: the amount passes the recovery account to the envelope of the open year, which serves its
 * queue. Cash and set-offs use the same path.
 */
@ApplicationScoped
public class ApplyRecovery {

    /**
     * The locked entities, in the order of their locks.
     *
     * @param envelope of the debtor's scheme in the open year
     * @param debtor award of the receivable
     * @param recovery confirmed by the actor
     */
    public record Command(
            Envelope envelope, Award debtor, Receivable receivable, Recovery recovery, PersonId actor, Instant now) {}

    private final Transfers transfers;
    private final Event<FundsArrived> fundsArrived;
    private final Timeline timeline;
    private final Outbox outbox;

    ApplyRecovery(Transfers transfers, Event<FundsArrived> fundsArrived, Timeline timeline, Outbox outbox) {
        this.transfers = transfers;
        this.fundsArrived = fundsArrived;
        this.timeline = timeline;
        this.outbox = outbox;
    }

    @Transactional(TxType.MANDATORY)
    public void handle(Command command) {
        var now = command.now();
        var recovery = command.recovery();
        var amount = recovery.amount();
        var envelope = command.envelope();
        var debtor = command.debtor();
        var day = HongKong.dayOf(now);

        var settled = command.receivable().recover(amount, recovery.how(), command.actor(), now);
        debtor.money().recover(amount);
        envelope.recover(amount);
        transfers.post(Transfer.recover(recovery.id(), debtor.id(), envelope.recoveryAccount(), amount, day));
        transfers.post(Transfer.returnToEnvelope(
                recovery.id(), debtor.id(), envelope.recoveryAccount(), envelope.account(), amount, day));
        timeline.record(
                command.receivable(),
                settled.outstanding().isZero() ? ReceivableTransition.SETTLE : ReceivableTransition.RECOVER,
                command.actor(),
                "%s %s".formatted(recovery.how(), recovery.id()),
                now);
        outbox.append(settled);
        fundsArrived.fire(new FundsArrived(envelope, now));
    }
}
