package hk.itf.applications.claimline;

import hk.itf.applications.application.Application;
import hk.itf.applications.application.PinnedRules;
import hk.itf.applications.grant.GrantTranche;
import hk.itf.applications.grant.GrantTranches;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.value.LocalisedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calculates the lines and the claimed amounts of a claim from the input of the grantee. */
@ApplicationScoped
public class ClaimLineCalculator {

    /**
     * The lines of a claim, ready for submission.
     *
     * @param limit the most that the claim asks for, even when the sum of its lines is higher
     * @param explanation why the claimed amounts are lower than the paid amounts suggest; null when they are not
     */
    public record CalculatedLines(
            List<ClaimFiling.Line> lines,
            Money limit,
            @Nullable LocalisedText explanation) {
        public CalculatedLines {
            lines = List.copyOf(lines);
        }

        CalculatedLines(List<ClaimFiling.Line> lines, Money limit) {
            this(lines, limit, null);
        }
    }

    private final GrantTranches tranches;
    private final PinnedRules pinnedRules;

    ClaimLineCalculator(GrantTranches tranches, PinnedRules pinnedRules) {
        this.tranches = tranches;
        this.pinnedRules = pinnedRules;
    }

    /**
     * The lines of a claim of the kind on the tranche.
     *
     * @throws hk.itf.model.DomainException {@code invalid-claim} with every fault and its pointer; {@code matching-short}
     *     with the amount needed
     */
    public CalculatedLines of(
            Application application, ClaimKind kind, GrantTranche tranche, List<ClaimLineInput> given) {
        return switch (kind) {
            case PAYMENT -> payment(application, tranche, given);
            case ADVANCE -> {
                SingleLineChecks.requireNoLines(given);
                var advanceable = tranche.advanceable().orElse(Money.ZERO);
                yield new CalculatedLines(
                        List.of(new ClaimFiling.Line(1, tranche.period(), Money.ZERO, advanceable)),
                        amountWithAdvance(tranche));
            }
            case REPORT, MILESTONE, STAGE_GATE -> {
                SingleLineChecks.requireNoLines(given);
                yield new CalculatedLines(List.of(), Money.ZERO);
            }
            case MATCHING -> new CalculatedLines(List.of(matching(application, tranche, given)), Money.ZERO);
            case ACCOUNTS ->
                new CalculatedLines(
                        List.of(accounts(application, given)),
                        application.award().awarded().orElseThrow());
        };
    }

    private CalculatedLines payment(Application application, GrantTranche tranche, List<ClaimLineInput> given) {
        var scheme = pinnedRules.of(application);
        var rule = scheme.claims().lines();
        if (rule != null) {
            var facts = pinnedRules.facts(application);
            var share = TrancheShare.of(application, tranche);
            return new CalculatedLines(
                    RowClaimLines.lines(scheme, rule, facts, tranche.period(), share, given),
                    amountWithAdvance(tranche),
                    share.explanation().orElse(null));
        }
        return new CalculatedLines(
                MonthlyClaimLines.lines(
                        scheme.funding(), application.answers(), tranche, tranches.of(application.id()), given),
                amountWithAdvance(tranche));
    }

    /** Claims 0.00, because matching money is paid by others and not by the fund. */
    private static ClaimFiling.Line matching(
            Application application, GrantTranche tranche, List<ClaimLineInput> given) {
        var paid = SingleLineChecks.requireSingleAmount(given);
        var planned =
                application.award().plan().orElseThrow().tranche(tranche.id()).orElseThrow();
        SingleLineChecks.requireMatchingMoney(paid, planned.matchingMoneyNeeded());
        return new ClaimFiling.Line(1, tranche.period(), paid, Money.ZERO);
    }

    /** The part of the award that was spent, calculated from the total spent on the project. */
    private ClaimFiling.Line accounts(Application application, List<ClaimLineInput> given) {
        var spent = SingleLineChecks.requireSingleAmount(given);
        var scheme = pinnedRules.of(application);
        var plan = application.award().plan().orElseThrow().tranches();
        var project = new DateRange(
                plan.getFirst().period().from(), plan.getLast().period().to());
        var spentOfAward = scheme.funding()
                .claimable(application.answers(), 1, spent)
                .min(application.award().awarded().orElseThrow());
        return new ClaimFiling.Line(1, project, spent, spentOfAward);
    }

    /** The amount of the tranche, with the advance that was split off. */
    private Money amountWithAdvance(GrantTranche tranche) {
        return tranches.of(tranche.application()).stream()
                .filter(each -> each.advanceOf().filter(tranche.id()::equals).isPresent()
                        && each.status() != GrantTranche.Status.CANCELLED)
                .map(GrantTranche::amount)
                .reduce(tranche.amount(), Money::plus);
    }
}
