package hk.itf.model.filing;

import hk.itf.model.money.Money;

/** The comparison of a decision with the filing that it names. */
final class Agreement {

    private Agreement() {}

    /** @throws IllegalStateException when the values differ */
    static void require(String what, Object decided, Object filed) {
        if (!decided.equals(filed)) {
            throw new IllegalStateException(
                    "the decision has the %s %s, the filing has %s".formatted(what, decided, filed));
        }
    }

    /** @throws IllegalStateException when the decided amount is higher */
    static void requireAtMost(String verb, Money decided, String what, Money filed) {
        if (decided.exceeds(filed)) {
            throw new IllegalStateException(
                    "the decision %s %s, more than the %s of %s".formatted(verb, decided, what, filed));
        }
    }
}
