package hk.itf.applications.proposal;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which fields a kind of change needs, and which it has no use for. Every fault is told in one answer. */
final class AmendmentFields {

    private final List<Violation> faults = new ArrayList<>();

    /** What was given, or a placeholder beside the fault that nothing was. */
    <T> T required(String field, Optional<T> value, T otherwise) {
        if (value.isEmpty()) {
            faults.add(Violation.required("/" + field));
        }
        return value.orElse(otherwise);
    }

    Money amount(String field, Money amount) {
        if (amount.isNegative()) {
            faults.add(Violation.of("/" + field, "negative.amount"));
        }
        return amount;
    }

    AmendmentFields notAsked(String field, boolean given) {
        if (given) {
            faults.add(Violation.of("/" + field, "not-asked.amendment-field"));
        }
        return this;
    }

    void requireSound() {
        if (!faults.isEmpty()) {
            throw DomainException.invalidFields(faults);
        }
    }
}
