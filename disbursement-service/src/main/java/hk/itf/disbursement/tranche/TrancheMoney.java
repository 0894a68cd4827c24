package hk.itf.disbursement.tranche;

import hk.itf.model.money.Money;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of a tranche in HKD cents: the amount in the version in force less the advance, the payable amount, the
 * accepted amount of the claim before the advance is deducted, and the set-off amount, which is part of the payable
 * amount. While the bank has not answered on the advance, the accepted total waits for its settlement.
 */
@Embeddable
public class TrancheMoney {

    private long amountCents;

    private long payableCents;

    private @Nullable Long acceptedCents;

    private long setOffCents;

    private @Nullable Long settlesAtCents;

    protected TrancheMoney() {}

    static TrancheMoney of(Money amount) {
        var money = new TrancheMoney();
        money.amountCents = amount.cents();
        money.payableCents = amount.cents();
        return money;
    }

    /** Records the accepted amount of the claim, advance included. */
    void accept(Money accepted) {
        acceptedCents = accepted.cents();
        recordAcceptedTotal(accepted);
    }

    /** Records the accepted total, advance included. The payable rest follows in {@link #settlePayable}. */
    public void recordAcceptedTotal(Money acceptedTotal) {
        settlesAtCents = acceptedTotal.cents();
    }

    /**
     * Lowers the payable amount.
     *
     * @return the amount by which the payable amount was lowered, which is undrawn
     * @throws IllegalStateException when the amount is above the payable or below the set-off amount
     */
    public Money settlePayable(Money payable) {
        var undrawn = payable().minus(payable);
        if (undrawn.isNegative() || setOff().exceeds(payable)) {
            throw new IllegalStateException(
                    "a tranche with %s payable and %s set off cannot pay %s".formatted(payable(), setOff(), payable));
        }
        settlesAtCents = null;
        payableCents = payable.cents();
        return undrawn;
    }

    void splitOffAdvance(Money advance) {
        amountCents = amount().minus(advance).cents();
        payableCents = payable().minus(advance).cents();
    }

    /** @param isStillPayable whether the tranche pays the returned amount; false for a cancelled tranche */
    void mergeAdvanceBack(TrancheMoney advance, boolean isStillPayable) {
        amountCents = amount().plus(advance.amount()).cents();
        if (isStillPayable) {
            payableCents = payable().plus(advance.payable()).cents();
        }
        advance.payableCents = 0;
    }

    /**
     * Sets the amount in the version of a tranche that is prepared, released or paid.
     *
     * @throws IllegalStateException when the amount is neither the amount so far nor the payable amount
     */
    void restateAmount(Money amount) {
        if (!amount.equals(amount()) && !amount.equals(payable())) {
            throw new IllegalStateException("a version cannot change the amount of a tranche that is being paid");
        }
        amountCents = amount.cents();
    }

    /**
     * Applies the amount of a new version. An accepted claim is never increased; it pays its accepted amount less the
     * advance, limited to the new amount. While the bank has not answered on the advance, the full amount stays
     * payable.
     *
     * @throws IllegalStateException when the payable amount would be below the set-off amount
     */
    void replan(Money amount, Money advanced) {
        amountCents = amount.cents();
        var accepted = accepted();
        payableCents = accepted.isEmpty() || isAwaitingBankAnswer()
                ? amountCents
                : Math.min(Math.max(0, accepted.get().minus(advanced).cents()), amountCents);
        if (setOff().exceeds(payable())) {
            throw new IllegalStateException("a version cannot lower a tranche below the amount set off against it");
        }
    }

    /** Applies the amount of a new version to a cancelled tranche, which pays 0.00 under every version. */
    void replanCancelled(Money amount) {
        amountCents = amount.cents();
    }

    /** @throws IllegalStateException when the amount exceeds the payable amount that is not set off */
    public void setOff(Money amount) {
        if (amount.exceeds(payableByBank())) {
            throw new IllegalStateException("the amount to set off exceeds the rest of the payable amount");
        }
        setOffCents = setOff().plus(amount).cents();
    }

    Money amount() {
        return Money.ofCents(amountCents);
    }

    Money payable() {
        return Money.ofCents(payableCents);
    }

    Optional<Money> accepted() {
        return Optional.ofNullable(acceptedCents).map(Money::ofCents);
    }

    public Money setOff() {
        return Money.ofCents(setOffCents);
    }

    public boolean isAccepted() {
        return acceptedCents != null;
    }

    /** Whether the claim or the claim deadline has decided the tranche before the bank answered on its advance. */
    public boolean isAwaitingBankAnswer() {
        return settlesAtCents != null;
    }

    /** The accepted total, advance included, until {@link #settlePayable} has deducted the advance; empty otherwise. */
    public Optional<Money> acceptedTotal() {
        return Optional.ofNullable(settlesAtCents).map(Money::ofCents);
    }

    /** The payable amount that is not set off. */
    Money payableByBank() {
        return payable().minus(setOff());
    }
}
