package hk.itf.disbursement.receivable;

import hk.itf.disbursement.DisbursementSettings;
import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.ledger.Transfer;
import hk.itf.disbursement.ledger.Transfers;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.timeline.Timeline;
import hk.itf.infra.eventing.Outbox;
import hk.itf.model.event.DisbursementEvent.ReceivableRaised;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/** What was paid and not earned, not spent or not to be kept is owed back by the organisation that was paid. */
@ApplicationScoped
public class RaiseReceivable {

    /** What made it owed. */
    public enum Cause {
        /** Of what was paid in advance. */
        UNEARNED_ADVANCE("unearned-advance"),
        /** Of everything that was paid, by the accounts. */
        UNSPENT_BALANCE("unspent-balance"),
        /** Of everything that was paid, by what is kept. */
        TERMINATION("termination");

        private final String word;

        Cause(String word) {
            this.word = word;
        }
    }

    /**
     * @param award under lock
     * @param overpaid the instalment behind it
     * @param cause with the instalment, and how often it was owed for it before, makes the id
     * @param reason for people
     */
    public record Command(
            Award award, TrancheId overpaid, Cause cause, Money amount, String reason, PersonId actor, Instant now) {}

    private final Receivables receivables;
    private final Transfers transfers;
    private final Timeline timeline;
    private final Outbox outbox;
    private final DisbursementSettings settings;

    RaiseReceivable(
            Receivables receivables,
            Transfers transfers,
            Timeline timeline,
            Outbox outbox,
            DisbursementSettings settings) {
        this.receivables = receivables;
        this.transfers = transfers;
        this.timeline = timeline;
        this.outbox = outbox;
        this.settings = settings;
    }

    /** What of a payment is not owed back already. */
    @Transactional(TxType.MANDATORY)
    public Money claimable(TrancheId paid, Money amount) {
        return amount.minus(receivables.raisedOn(paid)).max(Money.ZERO);
    }

    /** One that was owed before and is not any more may be owed anew, as another. */
    private ReceivableId idOf(Command command) {
        var before = receivables.countOf(command.overpaid(), command.cause());
        var word = command.cause().word;
        return ReceivableId.of(command.overpaid(), before == 0 ? word : word + "-" + (before + 1));
    }

    @Transactional(TxType.MANDATORY)
    public void handle(Command command) {
        var award = command.award();
        var today = HongKong.dayOf(command.now());
        var raised = new ReceivableRaised(
                award.id(),
                idOf(command),
                command.overpaid(),
                command.actor(),
                command.amount(),
                today.plusDays(settings.receivableDueDays()),
                command.reason(),
                command.now());
        award.money().raiseReceivable(raised.raised());
        var receivable = Receivable.raised(raised, command.cause(), award.grantee());
        receivables.add(receivable);
        transfers.post(Transfer.raise(raised.receivable(), award.id(), raised.raised(), today));
        timeline.record(receivable, Receivable.Act.RAISE, command.actor(), command.reason(), command.now());
        outbox.append(raised);
    }
}
