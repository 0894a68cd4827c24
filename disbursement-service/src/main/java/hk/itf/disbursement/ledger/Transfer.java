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
 * Money moving from one account to another: the atom of the books. The id is derived from the reason and what caused it,
 * so that a replay is the same transfer and a retry after a bounce is a new one.
 *
 * @param cause the top-up, carry-over, award version, closing, attempt, receivable or recovery behind it
 * @param debit the account it leaves
 * @param credit the account it reaches
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
        TOP_UP,
        COMMIT,
        RELEASE,
        BOOKED,
        BOUNCE,
        DECOMMIT,
        /** Paid without the bank: what was due to a grantee went towards what it owed. */
        SET_OFF,
        /** Paid money turned out to be owed back. */
        RAISE,
        /** What was owed came back through the bank, as a bounce. */
        UNDO_RAISE,
        /** What was owed came back. */
        RECOVER,
        /** What came back reached its envelope. */
        RETURN,
        /** What was free at the end of a year went on to the year that is open. */
        CARRY_OVER
    }

    public Transfer {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a transfer moves money");
        }
    }

    /** A confirmed top-up reaches its envelope. */
    public static Transfer topUp(UUID topUp, Account.Envelope envelope, Money amount, LocalDate day) {
        return of(Reason.TOP_UP, topUp, new Account.Appropriation(), envelope, amount, null, day);
    }

    /** What is free when a year is over goes on to the year that is open. */
    public static Transfer carryOver(
            UUID carryOver, Account.Envelope from, Account.Envelope to, Money amount, LocalDate day) {
        return of(Reason.CARRY_OVER, carryOver, from, to, amount, null, day);
    }

    /** A version of an award is promised in full. */
    public static Transfer commit(GrantId grant, int version, Account.Envelope from, Money amount, LocalDate day) {
        return of(Reason.COMMIT, versionOf(grant, version), from, new Account.Committed(grant), amount, grant, day);
    }

    /** Promised money leaves for the bank, and rests in clearing until it answers. */
    public static Transfer release(AttemptId attempt, GrantId grant, Money amount, LocalDate day) {
        return within(grant, Reason.RELEASE, attempt, Account.Committed::new, Account.Clearing::new, amount, day);
    }

    /** The bank has booked it. */
    public static Transfer booked(AttemptId attempt, GrantId grant, Money amount, LocalDate day) {
        return within(grant, Reason.BOOKED, attempt, Account.Clearing::new, Account.Paid::new, amount, day);
    }

    /** It came back: from clearing, or after it had been booked. An attempt bounces once. */
    public static Transfer bounce(AttemptId attempt, GrantId grant, Money amount, boolean afterBooking, LocalDate day) {
        Function<GrantId, Account> from = afterBooking ? Account.Paid::new : Account.Clearing::new;
        return within(grant, Reason.BOUNCE, attempt, from, Account.Committed::new, amount, day);
    }

    /** What was due to a grantee is paid by setting it off against what its organisation owes. */
    public static Transfer setOff(UUID recovery, GrantId creditor, Money amount, LocalDate day) {
        return within(creditor, Reason.SET_OFF, recovery, Account.Committed::new, Account.Paid::new, amount, day);
    }

    /** Paid money is owed back. */
    public static Transfer raise(ReceivableId receivable, GrantId grant, Money amount, LocalDate day) {
        return within(grant, Reason.RAISE, receivable, Account.Paid::new, Account.Receivable::new, amount, day);
    }

    /** It is not owed after all: the payment behind it bounced. */
    public static Transfer undoRaise(ReceivableId receivable, GrantId grant, Money amount, LocalDate day) {
        return within(grant, Reason.UNDO_RAISE, receivable, Account.Receivable::new, Account.Paid::new, amount, day);
    }

    /** Owed money came back, by cash or set-off. */
    public static Transfer recover(UUID recovery, GrantId debtor, Account.Recovered to, Money amount, LocalDate day) {
        return of(Reason.RECOVER, recovery, new Account.Receivable(debtor), to, amount, debtor, day);
    }

    /** And on to the envelope. */
    public static Transfer giveBack(
            UUID recovery, GrantId debtor, Account.Recovered from, Account.Envelope to, Money amount, LocalDate day) {
        return of(Reason.RETURN, recovery, from, to, amount, debtor, day);
    }

    /** A lower version takes force: the difference returns to the envelope. */
    public static Transfer decommitForVersion(
            GrantId grant, int version, Account.Envelope to, Money amount, LocalDate day) {
        return decommit(versionOf(grant, version), grant, to, amount, day);
    }

    /** Nothing is promised any more. */
    public static Transfer decommitForVoid(GrantId grant, Account.Envelope to, Money amount, LocalDate day) {
        return decommit(grant + "/void", grant, to, amount, day);
    }

    /** The rest of a finished award returns. A late bounce may make an award close again, so closings are numbered. */
    public static Transfer decommitForClosing(
            GrantId grant, int closing, Account.Envelope to, Money amount, LocalDate day) {
        return decommit(grant + "/closing-" + closing, grant, to, amount, day);
    }

    private static Transfer decommit(String cause, GrantId grant, Account.Envelope to, Money amount, LocalDate day) {
        return of(Reason.DECOMMIT, cause, new Account.Committed(grant), to, amount, grant, day);
    }

    /** From one account of a grant to another. */
    private static Transfer within(
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
