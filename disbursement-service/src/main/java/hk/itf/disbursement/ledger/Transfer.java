package hk.itf.disbursement.ledger;

import hk.itf.model.id.AttemptId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.id.TransferId;
import hk.itf.model.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One movement of money between two ledger accounts. The id is derived from the reason and the cause, so that a replay
 * makes the same transfer and a new attempt after a bounce makes a new one.
 *
 * @param cause the top-up, carry-over, award version, closing, attempt, receivable or recovery that moved the money
 * @param debit the account that the money leaves
 * @param credit the account that the money reaches
 * @param amount more than 0.00
 * @param grant null for movements between envelopes
 * @param bookedOn the Hong Kong business day
 */
public record Transfer(
        TransferId id,
        Reason reason,
        String cause,
        Account debit,
        Account credit,
        Money amount,
        @Nullable GrantId grant,
        LocalDate bookedOn) {

    /** Why money moved. */
    public enum Reason {
        /** A confirmed top-up reached its envelope. */
        TOP_UP,
        /** An envelope set money aside for an award version. */
        COMMIT,
        /** A tranche was released to the bank. */
        RELEASE,
        /** The bank booked an attempt. */
        BOOKED,
        /** The bank returned the money of an attempt. */
        BOUNCE,
        /** An award returned committed money to its envelope. */
        DECOMMIT,
        /** A tranche was paid without the bank, against a receivable. */
        SET_OFF,
        /** A receivable was raised: paid money is owed back. */
        RAISE,
        /** A receivable was cancelled because the payment bounced. */
        UNDO_RAISE,
        /** A receivable was recovered, as cash or set-off. */
        RECOVER,
        /** A recovered amount reached its envelope. */
        RETURN,
        /** A free amount moved to the envelope of the open year. */
        CARRY_OVER
    }

    public Transfer {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("the amount of a transfer must be more than 0.00");
        }
    }

    public static Transfer topUp(UUID topUp, Account.Envelope envelope, Money amount, LocalDate day) {
        return of(Reason.TOP_UP, topUp, new Account.Appropriation(), envelope, amount, null, day);
    }

    /** Moves the free amount of a closed financial year to the envelope of the open year. */
    public static Transfer carryOver(
            UUID carryOver, Account.Envelope from, Account.Envelope to, Money amount, LocalDate day) {
        return of(Reason.CARRY_OVER, carryOver, from, to, amount, null, day);
    }

    /** Commits the amount that an award version adds. */
    public static Transfer commit(GrantId grant, int version, Account.Envelope from, Money amount, LocalDate day) {
        return of(Reason.COMMIT, versionOf(grant, version), from, new Account.Committed(grant), amount, grant, day);
    }

    /** Moves committed money to clearing until the bank answers. */
    public static Transfer release(AttemptId attempt, GrantId grant, Money amount, LocalDate day) {
        return betweenGrantAccounts(
                grant, Reason.RELEASE, attempt, Account.Committed::new, Account.Clearing::new, amount, day);
    }

    /** Moves cleared money to paid. */
    public static Transfer booked(AttemptId attempt, GrantId grant, Money amount, LocalDate day) {
        return betweenGrantAccounts(
                grant, Reason.BOOKED, attempt, Account.Clearing::new, Account.Paid::new, amount, day);
    }

    /**
     * Returns the money of an attempt to committed: from clearing or, after a booking, from paid. An attempt bounces
     * once.
     */
    public static Transfer bounce(AttemptId attempt, GrantId grant, Money amount, boolean afterBooking, LocalDate day) {
        Function<GrantId, Account> from = afterBooking ? Account.Paid::new : Account.Clearing::new;
        return betweenGrantAccounts(grant, Reason.BOUNCE, attempt, from, Account.Committed::new, amount, day);
    }

    /** Pays a part of a tranche by set-off against a receivable of the organisation. */
    public static Transfer setOff(UUID recovery, GrantId creditor, Money amount, LocalDate day) {
        return betweenGrantAccounts(
                creditor, Reason.SET_OFF, recovery, Account.Committed::new, Account.Paid::new, amount, day);
    }

    /** Raises a receivable. */
    public static Transfer raise(ReceivableId receivable, GrantId grant, Money amount, LocalDate day) {
        return betweenGrantAccounts(
                grant, Reason.RAISE, receivable, Account.Paid::new, Account.Receivable::new, amount, day);
    }

    /** Cancels a receivable, because the payment bounced. */
    public static Transfer cancelReceivable(ReceivableId receivable, GrantId grant, Money amount, LocalDate day) {
        return betweenGrantAccounts(
                grant, Reason.UNDO_RAISE, receivable, Account.Receivable::new, Account.Paid::new, amount, day);
    }

    /** Books a recovery, as cash or set-off. */
    public static Transfer recover(UUID recovery, GrantId debtor, Account.Recovered to, Money amount, LocalDate day) {
        return of(Reason.RECOVER, recovery, new Account.Receivable(debtor), to, amount, debtor, day);
    }

    /** Moves a recovered amount to the envelope. */
    public static Transfer returnToEnvelope(
            UUID recovery, GrantId debtor, Account.Recovered from, Account.Envelope to, Money amount, LocalDate day) {
        return of(Reason.RETURN, recovery, from, to, amount, debtor, day);
    }

    /** Returns the difference to the envelope when a lower version takes force. */
    public static Transfer decommitForVersion(
            GrantId grant, int version, Account.Envelope to, Money amount, LocalDate day) {
        return decommit(versionOf(grant, version), grant, to, amount, day);
    }

    /** Returns the committed money of a voided award. */
    public static Transfer decommitForVoid(GrantId grant, Account.Envelope to, Money amount, LocalDate day) {
        return decommit(grant + "/void", grant, to, amount, day);
    }

    /**
     * Returns the unpaid committed money of a closed or terminated award. A late bounce can repeat a closing, so
     * closings are numbered.
     */
    public static Transfer decommitForClosing(
            GrantId grant, int closing, Account.Envelope to, Money amount, LocalDate day) {
        return decommit(grant + "/closing-" + closing, grant, to, amount, day);
    }

    private static Transfer decommit(String cause, GrantId grant, Account.Envelope to, Money amount, LocalDate day) {
        return of(Reason.DECOMMIT, cause, new Account.Committed(grant), to, amount, grant, day);
    }

    private static Transfer betweenGrantAccounts(
            GrantId grant,
            Reason reason,
            Object cause,
            Function<GrantId, Account> debit,
            Function<GrantId, Account> credit,
            Money amount,
            LocalDate day) {
        return of(reason, cause, debit.apply(grant), credit.apply(grant), amount, grant, day);
    }

    private static Transfer of(
            Reason reason,
            Object cause,
            Account debit,
            Account credit,
            Money amount,
            @Nullable GrantId grant,
            LocalDate day) {
        var key = cause.toString();
        return new Transfer(TransferId.of(reason.name(), key), reason, key, debit, credit, amount, grant, day);
    }

    private static String versionOf(GrantId grant, int version) {
        return grant + "/v" + version;
    }
}
