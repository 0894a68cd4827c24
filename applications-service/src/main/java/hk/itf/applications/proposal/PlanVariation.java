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
 * What a variation makes of a grant: the answers it changes are asked about again under the rules the grant is pinned to,
 * and milestones move, as far as the plan could have been asked for like this. It never raises the award; where the rules allow less, instalments that nobody has begun to pay go
 * down in proportion.
 */
@ApplicationScoped
public class PlanVariation {

    private final PinnedRules pinnedRules;
    private final AnswersReader reader;
    private final GrantTranches tranches;
    private final OverlapQuota days;

    PlanVariation(PinnedRules pinnedRules, AnswersReader reader, GrantTranches tranches, OverlapQuota days) {
        this.pinnedRules = pinnedRules;
        this.reader = reader;
        this.tranches = tranches;
        this.days = days;
    }

    /**
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
        var asked =
                PlanDates.moved(plan, moved) ? RescheduledDuration.asked(application, scheme, answers, moved) : answers;
        requireInAll(application, scheme, asked);
        requireEligible(application, scheme, asked);
        days.requireRoom(application, moved);
        return ProposedVersion.variation(today, within(application, scheme, asked, moved), changes);
    }

    /** A stage that is moved is as long as it really is: with the others it must not come to more than the scheme allows. */
    private static void requireInAll(Application application, Scheme scheme, Answers asked) {
        var rules = Stream.concat(
                scheme.consistency().stream(),
                RescheduledDuration.stage(application, scheme).stream().flatMap(stage -> stage.consistency().stream()));
        var faults = rules.filter(rule -> rule instanceof ConsistencyRule.SumAtMost
                        && rule.fault(asked, "").isPresent())
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
                .map(question -> fixed("/answers" + JsonPointers.step(question)))
                .collect(Collectors.toCollection(ArrayList::new));
        if (rule == null && !change.milestones().isEmpty()) {
            faults.add(fixed("/milestones"));
        }
        if (!faults.isEmpty()) {
            throw DomainException.invalid("not-changeable", faults);
        }
    }

    private static Violation fixed(String pointer) {
        return Violation.of(pointer, "not-changeable");
    }

    private void requireEligible(Application application, Scheme scheme, Answers answers) {
        var facts = facts(application, answers);
        EligibilityOutcome.of(scheme.eligibility(), facts).require();
        RescheduledDuration.stage(application, scheme)
                .ifPresent(stage ->
                        EligibilityOutcome.of(stage.eligibility(), facts).require());
    }

    private Facts facts(Application application, Answers answers) {
        return pinnedRules.facts(application, answers);
    }

    /** Where an answer that decides the amount changes, the award is what the rules allow now, and never more than it was. */
    private TranchePlan within(Application application, Scheme scheme, Answers answers, TranchePlan plan) {
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
        return plan.total().exceeds(entitlement) ? lowered(application, plan, entitlement) : plan;
    }

    /** What is begun is stated at what is paid of it or will be; the others go down in proportion as far as is needed. */
    private TranchePlan lowered(Application application, TranchePlan plan, Money to) {
        var instalments = tranches.together(application.id());
        var begun = new TranchePlan(plan.tranches().stream()
                .flatMap(tranche -> instalments.payableWithAdvance(tranche.id()).map(tranche::with).stream())
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
