package hk.itf.assessment.claimvetting;

import hk.itf.assessment.caseroute.CaseAdvancement;
import hk.itf.assessment.conflict.ConflictsOfInterest;
import hk.itf.assessment.reviewcase.CaseOutcome;
import hk.itf.assessment.reviewcase.Recommendation;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewcase.VettingRoute;
import hk.itf.assessment.reviewtask.ActView;
import hk.itf.assessment.reviewtask.HeldTask;
import hk.itf.assessment.reviewtask.HeldTasks;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.event.AssessmentEvent.ClaimRejected;
import hk.itf.model.event.AssessmentEvent.StageGateFailed;
import hk.itf.model.event.AssessmentEvent.StageGatePassed;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewTaskId;
import hk.itf.model.scheme.tranche.ClaimKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Accepts a claim line by line, or rejects the claim so that the grantee can file it again. A claim whose lines are all
 * refused is accepted with 0.00. A claim without lines is accepted or rejected. A claim that went to a panel needs the
 * panel's support.
 */
@ApplicationScoped
class VetClaim {

    /** @param reject why the claim is rejected; empty when its lines are judged */
    record Command(ReviewTaskId task, List<LineVerdict> lines, String reject, Actor actor) {

        Command {
            reject = reject.strip();
            if (!reject.isEmpty() && !lines.isEmpty()) {
                throw DomainException.invalidFields(List.of(Violation.of("/reject", "either-or.lines")));
            }
            lines = List.copyOf(lines);
        }
    }

    private final HeldTasks held;
    private final ConflictsOfInterest conflicts;
    private final GrantDuties duties;
    private final CaseAdvancement route;
    private final Clock clock;

    VetClaim(HeldTasks held, ConflictsOfInterest conflicts, GrantDuties duties, CaseAdvancement route, Clock clock) {
        this.held = held;
        this.conflicts = conflicts;
        this.duties = duties;
        this.route = route;
        this.clock = clock;
    }

    @Transactional
    ActView handle(Command command) {
        var task = held.lockHeldBy(command.task(), command.actor()).requireStage(Stage.CLAIM_VETTING);
        requireAuthority(task.task().authorities(), command.actor());
        conflicts.requireNone(command.actor(), task.grant(), task.reviewCase().parties());
        duties.take(task.grant(), task.person(), task.reviewCase().duty().orElseThrow());
        var now = clock.instant();
        if (command.reject().isEmpty()) {
            accept(task, command.lines(), now);
        } else {
            reject(task, command.reject(), now);
        }
        return task.view();
    }

    private void accept(HeldTask task, List<LineVerdict> verdicts, Instant now) {
        var reviewCase = task.reviewCase();
        VettingRoute.of(reviewCase, task.scheme()).requirePanelSupport(reviewCase.recommendation());
        var filing = reviewCase.claimFiling();
        var vetted = VettedLines.of(filing, verdicts);
        var accepted = new ClaimAccepted(
                task.grant(),
                claim(task),
                task.person(),
                filing.tranche(),
                vetted.accepted(),
                vetted.refused(),
                filing.gates(),
                now,
                filing.kind(),
                filing.ref());
        if (filing.kind() == ClaimKind.STAGE_GATE) {
            var passed = new StageGatePassed(
                    task.grant(), claim(task), task.person(), filing.tranche(), voters(task), now, filing.ref());
            route.close(task, CaseOutcome.ACCEPTED, "", now, accepted, passed);
        } else {
            route.close(task, CaseOutcome.ACCEPTED, "", now, accepted);
        }
    }

    private void reject(HeldTask task, String reason, Instant now) {
        var filing = task.reviewCase().claimFiling();
        var rejected = new ClaimRejected(
                task.grant(), claim(task), task.person(), filing.tranche(), reason, now, filing.kind());
        if (filing.kind() == ClaimKind.STAGE_GATE) {
            var failed = new StageGateFailed(
                    task.grant(), claim(task), task.person(), filing.tranche(), reason, voters(task), now);
            route.close(task, CaseOutcome.REJECTED, reason, now, rejected, failed);
        } else {
            route.close(task, CaseOutcome.REJECTED, reason, now, rejected);
        }
    }

    /** The panel members who voted; the person who vets the claim is the actor of the event and no voter. */
    private static List<PersonId> voters(HeldTask task) {
        return task.reviewCase().recommendation().map(Recommendation::voters).orElse(List.of());
    }

    /** Checks the authority again, because the token may have changed since the task was taken. */
    private static void requireAuthority(List<String> authorities, Actor actor) {
        if (!authorities.isEmpty() && authorities.stream().noneMatch(actor::hasRole)) {
            throw DomainException.forbidden("authority-exceeded.task");
        }
    }

    private static ClaimId claim(HeldTask task) {
        return ClaimId.of(task.reviewCase().subjectOf().id());
    }
}
