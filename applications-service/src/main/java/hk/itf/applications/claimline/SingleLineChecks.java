package hk.itf.applications.claimline;

import static hk.itf.model.NamedValue.value;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.money.Money;
import java.util.ArrayList;
import java.util.List;

/** Checks the lines of claims without a formula: no line at all, or one line with one amount. */
final class SingleLineChecks {

    private SingleLineChecks() {}

    /** @throws DomainException {@code invalid-claim} when there are lines */
    static void requireNoLines(List<ClaimLineInput> given) {
        if (!given.isEmpty()) {
            throw DomainException.invalid("invalid-claim", List.of(Violation.of("/lines", "not-asked.lines")));
        }
    }

    /**
     * Requires one line that names an amount only.
     *
     * @return the amount paid
     * @throws DomainException {@code invalid-claim} with every fault and its pointer
     */
    static Money requireSingleAmount(List<ClaimLineInput> given) {
        if (given.isEmpty()) {
            throw DomainException.invalid("invalid-claim", List.of(Violation.required("/lines")));
        }
        var faults = new ArrayList<Violation>();
        if (given.size() > 1) {
            faults.add(Violation.of("/lines/1", "not-asked.second-line"));
        }
        var line = given.getFirst();
        line.month().ifPresent(month -> faults.add(notAsked("/lines/0/month")));
        line.row().ifPresent(row -> faults.add(notAsked("/lines/0/row")));
        if (!line.evidence().isEmpty()) {
            faults.add(notAsked("/lines/0/evidence"));
        }
        if (line.paid().isNegative()) {
            faults.add(Violation.of("/lines/0/paid", "negative.paid"));
        }
        if (!faults.isEmpty()) {
            throw DomainException.invalid("invalid-claim", faults);
        }
        return line.paid();
    }

    /** @throws DomainException {@code matching-short} when the amount paid is less than needed */
    static void requireMatchingMoney(Money paid, Money needed) {
        if (needed.exceeds(paid)) {
            throw DomainException.broken(
                    "matching-short",
                    List.of(Violation.of("/lines/0/paid", "matching-short", value("needed", needed))),
                    value("needed", needed),
                    value("paid", paid));
        }
    }

    private static Violation notAsked(String pointer) {
        return Violation.of(pointer, "not-asked.line-field");
    }
}
