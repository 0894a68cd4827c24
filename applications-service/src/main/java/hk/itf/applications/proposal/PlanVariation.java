package hk.itf.applications.proposal;

import static hk.itf.model.NamedValue.value;

import hk.itf.applications.application.Application;
import hk.itf.applications.application.PinnedRules;
import hk.itf.applications.grant.GrantTranches;
import hk.itf.applications.scheme.AnswersReader;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.http.input.JsonPointers;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.allowance.RemainingAllowances;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.ConsistencyRule;
import hk.itf.model.scheme.question.Facts;
import hk.itf.model.scheme.tranche.TranchePlan;
import hk.itf.model.scheme.vetting.EligibilityOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Calculates the version that a variation proposes. Changed answers pass the pinned rules again, and moved tranches keep
 * within the duration that the scheme allows. A variation never increases the award. When the rules allow less, the
 * tranches without a payment are lowered in proportion.
 */
@ApplicationScoped
public class PlanVariation {

    private final PinnedRules pinnedRules;
    private final AnswersReader reader;
    private final GrantTranches tranches;
    private final OverlapQuota overlapQuota;

    PlanVariation(PinnedRules pinnedRules, AnswersReader reader, GrantTranches tranches, OverlapQuota overlapQuota) {
        this.pinnedRules = pinnedRules;
        this.reader = reader;
        this.tranches = tranches;
        this.overlapQuota = overlapQuota;
    }

    /**
     * The proposed version.
     *
     * @throws DomainException {@code nothing-changes}; {@code not-changeable}, {@code invalid-answers},
     *     {@code answers-incomplete}, {@code not-eligible}, {@code milestones-do-not-fit}, naming the fields;
     *     {@code allowance-exceeded}, naming the rule; {@code below-paid}
     */
    public ProposedVersion of(Application application, AmendmentRequest.Variation change, Instant now) {
        if (change.answers().isEmpty() && change.milestones().isEmpty()) {
            throw DomainException.invalid("nothing-changes", List.of());
        }
        var scheme = pinnedRules.of(application);
        requireChangeable(scheme, change);
        var changes = reader.read(scheme.questionnaire(), change.answers());
        var answers = application.answers().with(changes);
        scheme.requireComplete(facts(application, answers));

        var today = HongKong.dayOf(now);
        var plan = application.award().plan().orElseThrow();
        var moved = MilestoneReschedule.move(plan, change.milestones(), today);
        var rescheduled = PlanDates.lastDayDiffers(plan, moved)
                ? RescheduledDuration.answersFor(application, scheme, answers, moved)
                : answers;
        requireTotalDuration(application, scheme, rescheduled);
        requireEligible(application, scheme, rescheduled);
        overlapQuota.requireQuota(application, moved);
        return ProposedVersion.variation(today, limitToEntitlement(application, scheme, rescheduled, moved), changes);
    }

    /** Checks the scheme's limits on the duration of all stages together against the rescheduled duration. */
    private static void requireTotalDuration(Application application, Scheme scheme, Answers rescheduled) {
        var rules = Stream.concat(
                scheme.consistency().stream(),
                RescheduledDuration.currentLaterStage(application, scheme).stream()
                        .flatMap(stage -> stage.consistency().stream()));
        var faults = rules.filter(rule -> rule instanceof ConsistencyRule.SumAtMost
                        && rule.fault(rescheduled, "").isPresent())
                .map(rule -> Violation.of("/milestones", "too-long.stages"))
                .toList();
        if (!faults.isEmpty()) {
            throw DomainException.invalid("milestones-do-not-fit", faults);
        }
    }

    private static void requireChangeable(Scheme scheme, AmendmentRequest.Variation change) {
        var rule = scheme.variations();
        var changeable = rule == null
                ? Set.<String>of()
                : rule.questions().stream().map(Object::toString).collect(Collectors.toSet());
        var faults = change.answers().keySet().stream()
                .filter(question -> !changeable.contains(question))
                .sorted()
                .map(question -> notChangeable("/answers" + JsonPointers.step(question)))
                .collect(Collectors.toCollection(ArrayList::new));
        if (rule == null && !change.milestones().isEmpty()) {
            faults.add(notChangeable("/milestones"));
        }
        if (!faults.isEmpty()) {
            throw DomainException.invalid("not-changeable", faults);
        }
    }

    private static Violation notChangeable(String pointer) {
        return Violation.of(pointer, "not-changeable");
    }

    private void requireEligible(Application application, Scheme scheme, Answers answers) {
        var facts = facts(application, answers);
        EligibilityOutcome.of(scheme.eligibility(), facts).require();
        RescheduledDuration.currentLaterStage(application, scheme)
                .ifPresent(stage ->
                        EligibilityOutcome.of(stage.eligibility(), facts).require());
    }

    private Facts facts(Application application, Answers answers) {
        return pinnedRules.facts(application, answers);
    }

    /** Limits the plan to the new entitlement when the variation changes an answer that the formula reads. */
    private TranchePlan limitToEntitlement(Application application, Scheme scheme, Answers answers, TranchePlan plan) {
        var before = application.answers();
        if (scheme.funding().questions().stream()
                .allMatch(question -> Objects.equals(before.get(question), answers.get(question)))) {
            return plan;
        }
        if (application.stage() > 1) {
            throw DomainException.conflict("stage-over");
        }
        var entitlement =
                scheme.funding().evaluate(answers, RemainingAllowances.NONE).amount();
        return plan.total().exceeds(entitlement) ? lowerOpenTranches(application, plan, entitlement) : plan;
    }

    /** States tranches with a payment at their payable amount, and lowers the other tranches in proportion. */
    private TranchePlan lowerOpenTranches(Application application, TranchePlan plan, Money to) {
        var amounts = tranches.together(application.id());
        var begun = new TranchePlan(plan.tranches().stream()
                .flatMap(tranche -> amounts.payableWithAdvance(tranche.id()).map(tranche::with).stream())
                .toList());
        var kept = begun.total();
        if (kept.exceeds(to)) {
            throw DomainException.broken("below-paid", value("entitlement", to), value("committed", kept));
        }
        var open = new TranchePlan(plan.tranches().stream()
                .filter(tranche -> begun.tranche(tranche.id()).isEmpty())
                .toList());
        var cut = open.rescaledTo(open.total().min(to.minus(kept)));
        return new TranchePlan(plan.tranches().stream()
                .map(tranche -> begun.tranche(tranche.id())
                        .or(() -> cut.tranche(tranche.id()))
                        .orElseThrow())
                .toList());
    }
}
