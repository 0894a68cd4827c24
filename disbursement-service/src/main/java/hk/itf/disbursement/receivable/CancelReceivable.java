package hk.itf.disbursement.receivable;

import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.ledger.Transfer;
import hk.itf.disbursement.ledger.Transfers;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.timeline.Timeline;
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
 * Cancels receivables whose payment bounced. Cancelled are the receivables of that payment and those calculated from
 * all payments of the award. The caller raises new receivables for the amounts that are still owed.
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
     * The amounts of the cancelled receivables.
     *
     * @param ofPayment unearned advance of the bounced payment
     * @param unspent unspent balance of all payments
     * @param accounts tranche of the receivable for the unspent balance; empty when there was none
     */
    public record CancelledAmounts(Money ofPayment, Money unspent, Optional<TrancheId> accounts) {}

    /** Whether a receivable that the bounce would cancel is already recovered in part. */
    @Transactional(TxType.MANDATORY)
    public boolean isPartlyRecovered(Award award, TrancheId bounced) {
        return Stream.concat(
                        receivables.lockForTranche(bounced).stream(), receivables.lockForAward(award.id()).stream())
                .anyMatch(owed -> !owed.isUntouched());
    }

    /** Cancels the receivables that depend on the bounced payment. Returns their amounts. */
    @Transactional(TxType.MANDATORY)
    public CancelledAmounts handle(Award award, TrancheId bounced, Instant now) {
        var ofAward = receivables.lockForAward(award.id());
        var unspent = ofAward.stream()
                .filter(owed -> owed.hasCause(RaiseReceivable.Cause.UNSPENT_BALANCE))
                .toList();
        var ofPayment = receivables.lockForTranche(bounced).stream()
                .filter(owed -> owed.hasCause(RaiseReceivable.Cause.UNEARNED_ADVANCE))
                .map(owed -> cancel(award, owed, now))
                .toList();
        var cancelled = new CancelledAmounts(
                Money.sum(ofPayment),
                Money.sum(unspent.stream().map(Receivable::raised).toList()),
                unspent.stream().map(Receivable::tranche).findFirst());
        ofAward.forEach(owed -> cancel(award, owed, now));
        return cancelled;
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
