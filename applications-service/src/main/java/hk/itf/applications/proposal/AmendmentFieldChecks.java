package hk.itf.applications.proposal;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the faults of an amendment request: missing fields, unused fields and negative amounts. */
final class AmendmentFieldChecks {

    private final List<Violation> faults = new ArrayList<>();

    /** The value of a field. When the value is missing, adds a fault and returns the placeholder. */
    <T> T required(String field, Optional<T> value, T placeholder) {
        if (value.isEmpty()) {
            faults.add(Violation.required("/" + field));
        }
        return value.orElse(placeholder);
    }

    Money amount(String field, Money amount) {
        if (amount.isNegative()) {
            faults.add(Violation.of("/" + field, "negative.amount"));
        }
        return amount;
    }

    AmendmentFieldChecks notAsked(String field, boolean given) {
        if (given) {
            faults.add(Violation.of("/" + field, "not-asked.amendment-field"));
        }
        return this;
    }

    /** @throws DomainException {@code invalid-request} with every fault */
    void requireNoFaults() {
        if (!faults.isEmpty()) {
            throw DomainException.invalidFields(faults);
        }
    }
}
