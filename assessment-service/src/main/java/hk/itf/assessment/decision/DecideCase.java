package hk.itf.assessment.decision;

import static hk.itf.model.NamedValue.value;

import hk.itf.assessment.caseroute.CaseAdvancement;
import hk.itf.assessment.conflict.ConflictsOfInterest;
import hk.itf.assessment.reviewcase.CaseOutcome;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewcase.StageWork;
import hk.itf.assessment.reviewcase.VettingRoute;
import hk.itf.assessment.reviewtask.ActView;
import hk.itf.assessment.reviewtask.HeldTask;
import hk.itf.assessment.reviewtask.HeldTasks;
import hk.itf.assessment.scoring.ScoreSheets;
import hk.itf.assessment.scoring.Tally;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.duty.Duty;
import hk.itf.model.event.AssessmentEvent;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.event.AssessmentEvent.AmendmentDeclined;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.AssessmentEvent.ApplicationDeclined;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewTaskId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.vetting.ReviewStage;
import hk.itf.model.scheme.vetting.ReviewStage.ScoredReview;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides an application or an amendment. The decider needs the authority that the scheme asks for at the awarded amount.
 * A decider may award less than the entitlement of an application, never more.
 */
@ApplicationScoped
class DecideCase {

    enum Verdict {
        APPROVE,
        DECLINE
    }

    /** @param awarded the amount to award; null for the entitlement, or for the amount that an amendment asks for */
    record Command(
            ReviewTaskId task,
            Verdict verdict,
            @Nullable Money awarded,
            List<String> conditions,
            String letter,
            Actor actor) {

        Command {
            letter = letter.strip();
            conditions = conditions.stream().map(String::strip).toList();
        }
    }

    private final HeldTasks held;
    private final ConflictsOfInterest conflicts;
    private final GrantDuties duties;
    private final ScoreSheets sheets;
    private final CaseAdvancement route;
    private final Clock clock;

    DecideCase(
            HeldTasks held,
            ConflictsOfInterest conflicts,
            GrantDuties duties,
            ScoreSheets sheets,
            CaseAdvancement route,
            Clock clock) {
        this.held = held;
        this.conflicts = conflicts;
        this.duties = duties;
        this.sheets = sheets;
        this.route = route;
        this.clock = clock;
    }

    @Transactional
    ActView handle(Command command) {
        var task = held.lockHeldBy(command.task(), command.actor()).requireStage(Stage.DECISION);
        requireAuthority(task.task().authorities(), command.actor());
        conflicts.requireNone(command.actor(), task.grant(), task.reviewCase().parties());
        duties.take(task.grant(), task.person(), Duty.DECIDED);

        var now = clock.instant();
        var decided = switch (task.reviewCase().subjectOf().kind()) {
            case APPLICATION -> onApplication(task, command, now);
            case AMENDMENT -> onAmendment(task, command, now);
            case CLAIM -> throw new IllegalStateException("a claim is vetted, not decided");
        };
        var outcome = command.verdict() == Verdict.APPROVE ? CaseOutcome.APPROVED : CaseOutcome.DECLINED;
        route.close(task, outcome, command.letter(), now, decided);
        return task.view();
    }

    private AssessmentEvent onApplication(HeldTask task, Command command, Instant now) {
        if (command.verdict() == Verdict.DECLINE) {
            return new ApplicationDeclined(task.grant(), task.person(), command.letter(), voters(task), now);
        }
        requirePassMarks(task);
        requireSupported(task);
        var filing = task.reviewCase().filing();
        var awarded =
                AwardedAmount.of(task.scheme().funding(), filing.entitlement().amount(), command.awarded());
        requireAuthority(StageWork.authorities(stage(task), awarded), command.actor());
        return new ApplicationApproved(
                task.grant(),
                task.person(),
                filing.reference(),
                filing.scheme(),
                filing.parties(),
                awarded,
                filing.proposed().rescaledTo(awarded),
                command.conditions(),
                command.letter(),
                filing.contentSha256(),
                voters(task),
                now,
                filing.revision());
    }

    private AssessmentEvent onAmendment(HeldTask task, Command command, Instant now) {
        var amendment = AmendmentId.of(task.reviewCase().subjectOf().id());
        if (command.verdict() == Verdict.DECLINE) {
            return new AmendmentDeclined(task.grant(), amendment, task.person(), command.letter(), now, voters(task));
        }
        requireSupported(task);
        var filing = task.reviewCase().amendmentFiling();
        if (command.awarded() != null && !command.awarded().equals(filing.awarded())) {
            throw DomainException.broken(
                    "amendment-as-filed", value("awarded", command.awarded()), value("filed", filing.awarded()));
        }
        return new AmendmentApproved(
                task.grant(),
                amendment,
                task.person(),
                filing.baseVersion(),
                filing.awarded(),
                filing.plan(),
                command.letter(),
                now,
                filing.kind(),
                filing.keep(),
                voters(task),
                filing.ref());
    }

    private static void requireSupported(HeldTask task) {
        VettingRoute.of(task.reviewCase(), task.scheme())
                .requirePanelSupport(task.reviewCase().recommendation());
    }

    /** Requires the pass mark of every scored review; a high mean in one review does not offset a low mean in another. */
    private void requirePassMarks(HeldTask task) {
        for (var stage : task.scheme().vetting()) {
            if (stage instanceof ScoredReview review && !passed(task, review)) {
                throw DomainException.broken(
                        "below-pass-mark",
                        value("stage", Stage.valueOf(review.name())),
                        value("passMark", review.passMark()));
            }
        }
    }

    private boolean passed(HeldTask task, ScoredReview review) {
        var tally = tally(task, Stage.valueOf(review.name()));
        return tally.sheets() >= review.assessors() && tally.meets(review.passMark());
    }

    private Tally tally(HeldTask task, Stage stage) {
        return sheets.tally(task.reviewCase().id(), task.reviewCase().round(), stage);
    }

    private static ReviewStage.Decision stage(HeldTask task) {
        return (ReviewStage.Decision) task.scheme().stage(Stage.DECISION.name()).orElseThrow();
    }

    private static void requireAuthority(List<String> authorities, Actor actor) {
        if (authorities.stream().noneMatch(actor::hasRole)) {
            throw DomainException.forbidden("authority-exceeded.amount");
        }
    }

    /** The people on whose findings the decision rests: eligibility, scores and panel votes. */
    private List<PersonId> voters(HeldTask task) {
        var reviewCase = task.reviewCase();
        return Stream.of(
                        reviewCase.eligibilityConfirmedBy().stream(),
                        VettingRoute.of(reviewCase, task.scheme()).inOrder().stream()
                                .filter(Stage::isScored)
                                .flatMap(stage -> tally(task, stage).assessors().stream()),
                        reviewCase.recommendation().stream().flatMap(advised -> advised.voters().stream()))
                .flatMap(people -> people)
                .distinct()
                .toList();
    }
}
