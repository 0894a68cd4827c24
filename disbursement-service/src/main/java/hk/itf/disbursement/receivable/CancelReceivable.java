package hk.itf.disbursement.receivable;

import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.ledger.Transfer;
import hk.itf.disbursement.ledger.Transfers;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.timeline.Timeline;
import hk.itf.infra.eventing.Outbox;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A payment has bounced: nobody owes what came back by itself. What is owed of everything that was paid was worked out
 * with this payment in it, so that is cancelled, too, and owed anew as far as it is.
 */
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

    /**
     * What is not owed any more, for now.
     *
     * @param ofPayment so much of the payment was never earned
     * @param unspent so much of everything that was paid was not spent
     * @param accounts the instalment that stands for what was not spent; empty when that was nothing
     */
    public record CancelledAmounts(Money ofPayment, Money unspent, Optional<TrancheId> accounts) {}

    /** Some of what was owed has come back from the grantee already. */
    @Transactional(TxType.MANDATORY)
    public boolean isPartlyRecovered(Award award, TrancheId bounced) {
        return Stream.concat(receivables.lockFor(bounced).stream(), receivables.lockOfWhole(award.id()).stream())
                .anyMatch(owed -> !owed.isUntouched());
    }

    /** Everything that was worked out from this payment, alone or with all others, is not owed; some of it may be anew. */
    @Transactional(TxType.MANDATORY)
    public CancelledAmounts handle(Award award, TrancheId bounced, Instant now) {
        var whole = receivables.lockOfWhole(award.id());
        var unspent = whole.stream()
                .filter(owed -> owed.isBecauseOf(RaiseReceivable.Cause.UNSPENT_BALANCE))
                .toList();
        var ofPayment = receivables.lockFor(bounced).stream()
                .filter(owed -> owed.isBecauseOf(RaiseReceivable.Cause.UNEARNED_ADVANCE))
                .map(owed -> cancel(award, owed, now))
                .toList();
        var notOwed = new CancelledAmounts(
                Money.sum(ofPayment),
                Money.sum(unspent.stream().map(Receivable::raised).toList()),
                unspent.stream().map(Receivable::tranche).findFirst());
        whole.forEach(owed -> cancel(award, owed, now));
        return notOwed;
    }

    private Money cancel(Award award, Receivable receivable, Instant now) {
        var cancelled = receivable.cancel(now);
        award.money().cancelReceivable(cancelled.settled());
        transfers.post(
                Transfer.cancelReceivable(receivable.id(), award.id(), cancelled.settled(), HongKong.dayOf(now)));
        timeline.record(receivable, ReceivableTransition.CANCEL, PersonId.SYSTEM, now);
        outbox.append(cancelled);
        return cancelled.settled();
    }
}
