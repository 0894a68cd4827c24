package hk.itf.assessment.scoring;

import hk.itf.assessment.caseroute.CaseAdvancement;
import hk.itf.assessment.conflict.ConflictsOfInterest;
import hk.itf.assessment.reviewcase.CaseOutcome;
import hk.itf.assessment.reviewcase.ReviewCaseTransition;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewtask.ActView;
import hk.itf.assessment.reviewtask.HeldTasks;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.infra.http.Actor;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.duty.Duty;
import hk.itf.model.event.AssessmentEvent.ApplicationFoundIneligible;
import hk.itf.model.id.ReviewTaskId;
import hk.itf.model.scheme.vetting.EligibilityOutcome;
import hk.itf.model.scheme.vetting.EligibilityOutcome.RuleOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Confirms the eligibility outcome that the rules computed at submission, or overrides the outcome with a reason. An
 * ineligible application closes the case.
 */
@ApplicationScoped
class ConfirmEligibility {

    /** @param reason why the computed outcome is overridden; may be empty when the outcome is confirmed */
    record Command(ReviewTaskId task, boolean eligible, String reason, Actor actor) {

        Command {
            reason = reason.strip();
        }
    }

    private final HeldTasks held;
    private final ConflictsOfInterest conflicts;
    private final GrantDuties duties;
    private final CaseAdvancement route;
    private final Timeline timeline;
    private final Clock clock;

    ConfirmEligibility(
            HeldTasks held,
            ConflictsOfInterest conflicts,
            GrantDuties duties,
            CaseAdvancement route,
            Timeline timeline,
            Clock clock) {
        this.held = held;
        this.conflicts = conflicts;
        this.duties = duties;
        this.route = route;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    ActView handle(Command command) {
        var task = held.lockHeldBy(command.task(), command.actor()).requireStage(Stage.ELIGIBILITY);
        var reviewCase = task.reviewCase();
        var computed = reviewCase.filing().eligibility();
        requireReasonToOverride(command, computed);
        conflicts.requireNone(command.actor(), task.grant(), reviewCase.parties());
        duties.take(task.grant(), task.person(), Duty.SCORED);

        var now = clock.instant();
        reviewCase.confirmEligibility(task.person());
        timeline.record(reviewCase, ReviewCaseTransition.CONFIRM_ELIGIBILITY, task.person(), now);
        if (command.eligible()) {
            route.finish(task, now);
            route.advance(task, now);
        } else {
            var letter = letter(computed, command.reason());
            var rules = computed.failed().stream().map(RuleOutcome::rule).toList();
            route.close(
                    task,
                    CaseOutcome.INELIGIBLE,
                    letter,
                    now,
                    new ApplicationFoundIneligible(task.grant(), task.person(), rules, letter, now));
        }
        return task.view();
    }

    private static void requireReasonToOverride(Command command, EligibilityOutcome computed) {
        if (command.eligible() != computed.eligible() && command.reason().isEmpty()) {
            throw DomainException.broken("override-needs-a-reason", List.of(Violation.required("/reason")));
        }
    }

    private static String letter(EligibilityOutcome computed, String reason) {
        var sentences = computed.failed().stream()
                .map(rule -> "- " + rule.sentence().en())
                .collect(Collectors.joining("\n"));
        var unmet = sentences.isEmpty() ? "" : "These conditions of the scheme are not met:\n" + sentences;
        return unmet + (unmet.isEmpty() || reason.isEmpty() ? "" : "\n\n") + reason;
    }
}
