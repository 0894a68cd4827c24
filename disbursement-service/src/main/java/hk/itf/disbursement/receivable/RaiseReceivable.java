package hk.itf.disbursement.receivable;

import hk.itf.disbursement.DisbursementSettings;
import hk.itf.disbursement.award.Award;
import hk.itf.disbursement.ledger.Transfer;
import hk.itf.disbursement.ledger.Transfers;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.text.Texts;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.Wording;
import hk.itf.model.event.DisbursementEvent.ReceivableRaised;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/**
 * Raises a receivable for an amount that was paid and not earned, not spent or not to be kept. The organisation that
 * was paid owes the amount.
 */
@ApplicationScoped
public class RaiseReceivable {

    /** The reason why an amount is owed. */
    public enum Cause {
        /** An advance that the accepted amount does not cover. */
        UNEARNED_ADVANCE("unearned-advance"),
        /** An amount that the accounts show as unspent. */
        UNSPENT_BALANCE("unspent-balance"),
        /** An amount above the amount that the grantee keeps after a termination. */
        TERMINATION("termination");

        private final String word;

        Cause(String word) {
            this.word = word;
        }
    }

    /**
     * @param award locked by the caller
     * @param overpaid tranche behind the receivable
     * @param cause with the tranche and the number of earlier receivables, makes the id
     * @param reason why the amount is owed, a label whose key begins with {@code owed-because.}
     */
    public record Command(
            Award award, TrancheId overpaid, Cause cause, Money amount, Wording reason, PersonId actor, Instant now) {}

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

    /** The part of a payment that no receivable covers yet. */
    @Transactional(TxType.MANDATORY)
    public Money reclaimable(TrancheId paid, Money amount) {
        return amount.minus(receivables.totalRaised(paid)).max(Money.ZERO);
    }

    /** The sum of all receivables of the award that are not cancelled, whether or not they are recovered. */
    @Transactional(TxType.MANDATORY)
    public Money totalRaised(GrantId award) {
        return receivables.totalRaised(award);
    }

    /**
     * The id of the next receivable. A tranche can get another receivable of the same cause after the first was
     * cancelled.
     */
    private ReceivableId idOf(Command command) {
        var before = receivables.countOf(command.overpaid(), command.cause());
        var word = command.cause().word;
        return ReceivableId.of(command.overpaid(), before == 0 ? word : word + "-" + (before + 1));
    }

    @Transactional(TxType.MANDATORY)
    public void handle(Command command) {
        var award = command.award();
        var today = HongKong.dayOf(command.now());
        var reason = Texts.loaded().labelInAllLanguages(command.reason());
        var raised = new ReceivableRaised(
                award.id(),
                idOf(command),
                command.overpaid(),
                command.actor(),
                command.amount(),
                today.plusDays(settings.receivableDueDays()),
                reason,
                command.now());
        award.money().raiseReceivable(raised.raised());
        var receivable = Receivable.raised(raised, command.cause(), award.grantee());
        receivables.add(receivable);
        transfers.post(Transfer.raise(raised.receivable(), award.id(), raised.raised(), today));
        timeline.record(receivable, Receivable.Act.RAISE, command.actor(), reason.en(), command.now());
        outbox.append(raised);
    }
}
