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

/** Works out what a claim comes to, line by line, from what the grantee gives. */
@ApplicationScoped
public class ClaimLineCalculator {

    /**
     * The lines as they are handed over.
     *
     * @param most what the claim never exceeds, whatever its lines come to
     * @param explanation how lines come to less than what was paid suggests; null when there is nothing to explain
     */
    public record Worked(
            List<ClaimFiling.Line> lines,
            Money most,
            @Nullable LocalisedText explanation) {
        public Worked {
            lines = List.copyOf(lines);
        }

        Worked(List<ClaimFiling.Line> lines, Money most) {
            this(lines, most, null);
        }
    }

    private final GrantTranches tranches;
    private final PinnedRules pinnedRules;

    ClaimLineCalculator(GrantTranches tranches, PinnedRules pinnedRules) {
        this.tranches = tranches;
        this.pinnedRules = pinnedRules;
    }

    /**
     * @throws hk.itf.model.DomainException {@code invalid-claim} with every fault and its pointer; {@code matching-short},
     *     telling how much is needed
     */
    public Worked of(Application application, ClaimKind kind, GrantTranche tranche, List<ClaimLineInput> given) {
        return switch (kind) {
            case PAYMENT -> payment(application, tranche, given);
            case ADVANCE -> {
                SingleLineChecks.requireNone(given);
                var advanceable = tranche.advanceable().orElse(Money.ZERO);
                yield new Worked(
                        List.of(new ClaimFiling.Line(1, tranche.period(), Money.ZERO, advanceable)), whole(tranche));
            }
            case REPORT, MILESTONE, STAGE_GATE -> {
                SingleLineChecks.requireNone(given);
                yield new Worked(List.of(), Money.ZERO);
            }
            case MATCHING -> new Worked(List.of(matching(application, tranche, given)), Money.ZERO);
            case ACCOUNTS ->
                new Worked(
                        List.of(accounts(application, given)),
                        application.award().awarded().orElseThrow());
        };
    }

    private Worked payment(Application application, GrantTranche tranche, List<ClaimLineInput> given) {
        var scheme = pinnedRules.of(application);
        var rule = scheme.claims().lines();
        if (rule != null) {
            var facts = pinnedRules.facts(application);
            var part = TrancheShare.of(application, tranche);
            return new Worked(
                    RowClaimLines.lines(scheme, rule, facts, tranche.period(), part, given),
                    whole(tranche),
                    part.explanation().orElse(null));
        }
        return new Worked(
                MonthlyClaimLines.lines(
                        scheme.funding(), application.answers(), tranche, tranches.of(application.id()), given),
                whole(tranche));
    }

    /** Claims no money: what others brought is no cost of the fund. */
    private static ClaimFiling.Line matching(
            Application application, GrantTranche tranche, List<ClaimLineInput> given) {
        var paid = SingleLineChecks.requireOne(given);
        var planned =
                application.award().plan().orElseThrow().tranche(tranche.id()).orElseThrow();
        SingleLineChecks.requireEnough(paid, planned.matchingMoneyNeeded());
        return new ClaimFiling.Line(1, tranche.period(), paid, Money.ZERO);
    }

    /** What of the award was spent, when so much was spent on the project in all. */
    private ClaimFiling.Line accounts(Application application, List<ClaimLineInput> given) {
        var spent = SingleLineChecks.requireOne(given);
        var scheme = pinnedRules.of(application);
        var plan = application.award().plan().orElseThrow().tranches();
        var project = new DateRange(
                plan.getFirst().period().from(), plan.getLast().period().to());
        var ofTheAward = scheme.funding()
                .claimable(application.answers(), 1, spent)
                .min(application.award().awarded().orElseThrow());
        return new ClaimFiling.Line(1, project, spent, ofTheAward);
    }

    /** What was promised for the tranche, with the part of it that was split off as an advance. */
    private Money whole(GrantTranche tranche) {
        return tranches.of(tranche.application()).stream()
                .filter(each -> each.advanceOf().filter(tranche.id()::equals).isPresent()
                        && each.status() != GrantTranche.Status.CANCELLED)
                .map(GrantTranche::amount)
                .reduce(tranche.amount(), Money::plus);
    }
}
