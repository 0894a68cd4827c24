package hk.itf.disbursement.award;

import hk.itf.model.money.Money;
import jakarta.persistence.Embeddable;

/**
 * The amounts of one award as cumulative net counters in cents. Each ledger balance follows from the counters:
 *
 * <pre>
 * Committed  = committed - released                      committed and not released
 * Clearing   = released - paid - owed - recovered        released, without an answer of the bank
 * Paid       = paid                                      with the grantee and not owed back
 * Receivable = owed                                      with the grantee and owed back
 * </pre>
 *
 * <p>A receivable moves an amount from {@code paid} to {@code owed}; a recovery moves the amount on to {@code
 * recovered}. Both leave committed and released unchanged, because money that is owed back is not paid again. So paid +
 * owed + recovered are within released, released within committed, and committed within awarded.
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

    /** Returns the amount that was committed. */
    Money decommitAll() {
        var decommitted = committed();
        committedCents = 0;
        return decommitted;
    }

    /** Returns the amount that is no longer committed. */
    Money lowerAwarded(Money amount) {
        require(
                !amount.exceeds(awarded()) && !released().exceeds(amount),
                "the amount of a version is between the released and the awarded amount");
        var decommitted = committed().minus(committed().min(amount));
        awardedCents = amount.cents();
        committedCents = committed().minus(decommitted).cents();
        return decommitted;
    }

    /** Raises the awarded and the committed amount together. */
    void commitIncrease(Money increase) {
        committedCents = committed().plus(increase).cents();
        awardedCents = committedCents;
    }

    void release(Money amount) {
        require(
                !amount.exceeds(committed().minus(released())),
                "the amount to release exceeds the unreleased committed amount");
        releasedCents = released().plus(amount).cents();
    }

    /** Adds a payment that the bank booked to the paid amount. */
    public void book(Money amount) {
        require(!amount.exceeds(inFlight()), "the booked amount exceeds the amount with the bank");
        paidCents = paid().plus(amount).cents();
    }

    void bounce(Money amount, boolean afterBooking) {
        require(
                !amount.exceeds(afterBooking ? paid() : inFlight()),
                "the bounced amount exceeds the amount with the bank");
        releasedCents = released().minus(amount).cents();
        if (afterBooking) {
            paidCents = paid().minus(amount).cents();
        }
    }

    /** Moves an amount from paid to owed. */
    public void raiseReceivable(Money amount) {
        require(!amount.exceeds(paid()), "the amount of the receivable exceeds the paid amount");
        paidCents = paid().minus(amount).cents();
        owedCents = owed().plus(amount).cents();
    }

    /** Moves an amount from owed back to paid, because the payment behind the receivable bounced. */
    public void cancelReceivable(Money amount) {
        require(!amount.exceeds(owed()), "the cancelled amount exceeds the owed amount");
        owedCents = owed().minus(amount).cents();
        paidCents = paid().plus(amount).cents();
    }

    /** Moves an amount from owed to recovered. */
    public void recover(Money amount) {
        require(!amount.exceeds(owed()), "the recovered amount exceeds the owed amount");
        owedCents = owed().minus(amount).cents();
        recoveredCents = recovered().plus(amount).cents();
    }

    /** Decommits the unreleased amount. Returns the decommitted amount. */
    Money close() {
        require(owed().isZero(), "an amount is still owed");
        return terminate();
    }

    /** As {@link #close}, also while an amount is owed. */
    Money terminate() {
        require(inFlight().isZero(), "the bank has not answered every payment");
        var decommitted = committed().minus(released());
        committedCents = releasedCents;
        return decommitted;
    }

    /** The committed amount that is not released. */
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

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalStateException("illegal change of the amounts of an award: " + problem);
        }
    }
}
