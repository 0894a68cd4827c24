package hk.itf.applications.claimline;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.money.Money;
import java.util.ArrayList;
import java.util.List;

/** The lines of claims that no formula makes lines for: none at all, or the one sum that is evidenced. */
final class SingleLineChecks {

    private static final String SOME_LINES = "Some lines are not as they must be.";

    private SingleLineChecks() {}

    /** @throws DomainException {@code invalid-claim} when there are lines */
    static void requireNone(List<ClaimLineInput> given) {
        if (!given.isEmpty()) {
            throw DomainException.invalid(
                    "invalid-claim",
                    SOME_LINES,
                    List.of(new Violation("/lines", "not-asked", "A claim of this kind has no lines.")));
        }
    }

    /**
     * @return what was paid
     * @throws DomainException {@code invalid-claim} with every fault and its pointer
     */
    static Money requireOne(List<ClaimLineInput> given) {
        if (given.isEmpty()) {
            throw DomainException.invalid("invalid-claim", SOME_LINES, List.of(Violation.required("/lines")));
        }
        var faults = new ArrayList<Violation>();
        if (given.size() > 1) {
            faults.add(new Violation("/lines/1", "not-asked", "A claim of this kind has one line."));
        }
        var line = given.getFirst();
        line.month().ifPresent(month -> faults.add(notAsked("/lines/0/month")));
        line.row().ifPresent(row -> faults.add(notAsked("/lines/0/row")));
        if (!line.evidence().isEmpty()) {
            faults.add(notAsked("/lines/0/evidence"));
        }
        if (line.paid().isNegative()) {
            faults.add(new Violation("/lines/0/paid", "negative", "The amount must not be negative."));
        }
        if (!faults.isEmpty()) {
            throw DomainException.invalid("invalid-claim", SOME_LINES, faults);
        }
        return line.paid();
    }

    /** @throws DomainException {@code matching-short} when it is less than needed */
    static void requireEnough(Money paid, Money needed) {
        if (needed.exceeds(paid)) {
            var detail = "The instalment needs %s of matching money.".formatted(needed);
            throw DomainException.broken(
                    "matching-short", detail, List.of(new Violation("/lines/0/paid", "matching-short", detail)));
        }
    }

    private static Violation notAsked(String pointer) {
        return new Violation(pointer, "not-asked", "A claim of this kind has no use for this.");
    }
}
