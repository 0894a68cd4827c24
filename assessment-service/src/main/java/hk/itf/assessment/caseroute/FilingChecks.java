package hk.itf.assessment.caseroute;

import hk.itf.model.event.AmendmentFiling;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.event.Filing;
import hk.itf.model.money.Money;

/** What arrives must add up before anybody judges it; an event that does not is parked, not decided. */
final class FilingChecks {

    private FilingChecks() {}

    static Filing require(Filing filing) {
        same(filing.proposed().total(), filing.entitlement().amount());
        return filing;
    }

    static AmendmentFiling require(AmendmentFiling filing) {
        same(filing.plan().total(), filing.awarded());
        return filing;
    }

    static ClaimFiling require(ClaimFiling filing) {
        var numbers = filing.lines().stream().map(ClaimFiling.Line::number).distinct();
        if (numbers.count() != filing.lines().size()
                || filing.claimed().isNegative()
                || filing.lines().stream().anyMatch(line -> line.claimed().isNegative())) {
            throw new IllegalArgumentException("the lines of a claim have numbers of their own and are never negative");
        }
        var sound = switch (filing.kind()) {
            case PAYMENT, ADVANCE, ACCOUNTS -> true;
            case MATCHING -> filing.claimed().isZero();
            case REPORT, MILESTONE, STAGE_GATE ->
                filing.claimed().isZero() && filing.lines().isEmpty();
        };
        if (!sound) {
            throw new IllegalArgumentException("a claim of the kind %s asks for no money".formatted(filing.kind()));
        }
        return filing;
    }

    private static void same(Money instalments, Money total) {
        if (!instalments.equals(total)) {
            throw new IllegalArgumentException("the instalments sum to %s, not to %s".formatted(instalments, total));
        }
    }
}
