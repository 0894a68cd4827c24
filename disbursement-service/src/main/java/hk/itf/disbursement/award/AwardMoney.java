package hk.itf.disbursement.award;

import hk.itf.model.money.Money;
import jakarta.persistence.Embeddable;

/**
 * How far the money of an award has come, in cumulative net counters, each of them the balance of accounts:
 *
 * <pre>
 * Committed  = committed - released                      promised and not ordered
 * Clearing   = released - paid - owed - recovered        ordered, the bank has not answered
 * Paid       = paid                                      with the grantee, and theirs
 * Receivable = owed                                      with the grantee, and not theirs
 * </pre>
 *
 * <p>What is raised as a receivable leaves {@code paid} for {@code owed}, and what comes back leaves {@code owed} for
 * {@code recovered}; committed and released keep what they had, because that money was really ordered, and a payment
 * that is owed back is not one that can be made again. So paid, owed and recovered are within released, released within
 * committed, committed within awarded; and since a version's tranches are what was ordered, not what was kept, tranches
 * and undrawn sum to the version whatever is owed.
 */
@Embeddable
public class AwardMoney {

    private long awardedCents;

    private long committedCents;

    private long releasedCents;

    private long paidCents;

    private long owedCents;

    private long recoveredCents;

    protected AwardMoney() {}

    static AwardMoney awarded(Money amount) {
        var money = new AwardMoney();
        money.awardedCents = amount.cents();
        return money;
    }

    void commit() {
        committedCents = awardedCents;
    }

    /** Returns what was committed. */
    Money uncommit() {
        var decommitted = committed();
        committedCents = 0;
        return decommitted;
    }

    /** Returns what is no longer committed. */
    Money award(Money amount) {
        require(
                !amount.exceeds(awarded()) && !released().exceeds(amount),
                "a version's amount is between what is released and what is awarded");
        var decommitted = committed().minus(committed().min(amount));
        awardedCents = amount.cents();
        committedCents = committed().minus(decommitted).cents();
        return decommitted;
    }

    /** All that is promised is committed. */
    void commitMore(Money more) {
        committedCents = committed().plus(more).cents();
        awardedCents = committedCents;
    }

    void release(Money amount) {
        require(!amount.exceeds(committed().minus(released())), "less is committed than is to be released");
        releasedCents = released().plus(amount).cents();
    }

    /** The bank has paid. */
    public void book(Money amount) {
        require(!amount.exceeds(inFlight()), "less is released than the bank has booked");
        paidCents = paid().plus(amount).cents();
    }

    void bounce(Money amount, boolean afterBooking) {
        require(!amount.exceeds(afterBooking ? paid() : inFlight()), "less is with the bank than has bounced");
        releasedCents = released().minus(amount).cents();
        if (afterBooking) {
            paidCents = paid().minus(amount).cents();
        }
    }

    /** Some of what was paid is owed back. */
    public void raise(Money amount) {
        require(!amount.exceeds(paid()), "less is paid than is to be owed back");
        paidCents = paid().minus(amount).cents();
        owedCents = owed().plus(amount).cents();
    }

    /** It is not owed after all: the payment behind it bounced. */
    public void undoRaise(Money amount) {
        require(!amount.exceeds(owed()), "less is owed than came back");
        owedCents = owed().minus(amount).cents();
        paidCents = paid().plus(amount).cents();
    }

    /** Some of what was owed came back. */
    public void recover(Money amount) {
        require(!amount.exceeds(owed()), "less is owed than is to be recovered");
        owedCents = owed().minus(amount).cents();
        recoveredCents = recovered().plus(amount).cents();
    }

    /** Gives back what was not ordered. Returns it. */
    Money close() {
        require(owed().isZero(), "money is owed");
        return terminate();
    }

    /** The same, though some of what was paid may be owed back. */
    Money terminate() {
        require(inFlight().isZero(), "money is in flight");
        var decommitted = committed().minus(released());
        committedCents = releasedCents;
        return decommitted;
    }

    /** What is not ordered though nothing more will be, because it came back. */
    public Money idle() {
        return committed().minus(released());
    }

    public Money awarded() {
        return Money.ofCents(awardedCents);
    }

    public Money committed() {
        return Money.ofCents(committedCents);
    }

    public Money released() {
        return Money.ofCents(releasedCents);
    }

    public Money paid() {
        return Money.ofCents(paidCents);
    }

    public Money owed() {
        return Money.ofCents(owedCents);
    }

    public Money recovered() {
        return Money.ofCents(recoveredCents);
    }

    private Money inFlight() {
        return released().minus(paid()).minus(owed()).minus(recovered());
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("this cannot be done with the money of an award: " + otherwise);
        }
    }
}
