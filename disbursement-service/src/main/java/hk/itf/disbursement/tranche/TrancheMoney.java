package hk.itf.disbursement.tranche;

import hk.itf.model.money.Money;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The money of an instalment: the amount that the version in force gives it, less what is paid of it in advance; what of
 * that is or will be paid; what its claim was accepted for, before anything was netted; and what of the payable part was
 * set off against a debt, so that the bank pays the rest.
 */
@Embeddable
class TrancheMoney {

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

    void accept(Money accepted) {
        acceptedCents = accepted.cents();
        decide(accepted);
    }

    /** It is known what it comes to with its advance, and not yet what that leaves of it. */
    void decide(Money whole) {
        settlesAtCents = whole.cents();
    }

    /** It comes to so much. Returns what will not be drawn after all. */
    Money settle(Money payable) {
        var undrawn = payable().minus(payable);
        if (undrawn.isNegative() || setOff().exceeds(payable)) {
            throw new IllegalStateException("a tranche that pays %s does not come to %s".formatted(payable(), payable));
        }
        settlesAtCents = null;
        payableCents = payable.cents();
        return undrawn;
    }

    /** A part becomes an instalment of its own. */
    void part(Money amount) {
        amountCents = amount().minus(amount).cents();
        payableCents = payable().minus(amount).cents();
    }

    /** And comes back. */
    void join(TrancheMoney other, boolean drawn) {
        amountCents = amount().plus(other.amount()).cents();
        if (drawn) {
            payableCents = payable().plus(other.payable()).cents();
        }
        other.payableCents = 0;
    }

    void repeat(Money amount) {
        if (!amount.equals(amount()) && !amount.equals(payable())) {
            throw new IllegalStateException("a version may not change the amount of a tranche that is being paid");
        }
        amountCents = amount.cents();
    }

    /** An accepted claim is never raised; while the bank has to answer on the advance, nothing is decided. */
    void replan(Money amount, Money advanced) {
        amountCents = amount.cents();
        var accepted = accepted();
        payableCents = accepted.isEmpty() || awaitsAnswer()
                ? amountCents
                : Math.min(Math.max(0, accepted.get().minus(advanced).cents()), amountCents);
        if (setOff().exceeds(payable())) {
            throw new IllegalStateException("a version may not lower a tranche below what was set off against it");
        }
    }

    /** For one that is cancelled: it pays nothing under any plan. */
    void replanCancelled(Money amount) {
        amountCents = amount.cents();
    }

    void setOff(Money amount) {
        if (amount.exceeds(toPay())) {
            throw new IllegalStateException("a tranche does not pay as much as is to be set off against it");
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

    Money setOff() {
        return Money.ofCents(setOffCents);
    }

    boolean isAccepted() {
        return acceptedCents != null;
    }

    /** Its claim is decided, or its deadline has passed, while the bank has not answered on its advance. */
    boolean awaitsAnswer() {
        return settlesAtCents != null;
    }

    /** Empty unless it waits for the bank's answer on its advance. */
    Optional<Money> settlesAt() {
        return Optional.ofNullable(settlesAtCents).map(Money::ofCents);
    }

    Money toPay() {
        return payable().minus(setOff());
    }
}
