package hk.itf.assessment.scoring;

import hk.itf.assessment.caseroute.CaseAdvancement;
import hk.itf.assessment.conflict.ConflictsOfInterest;
import hk.itf.assessment.reviewcase.ReviewCase;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewtask.ActView;
import hk.itf.assessment.reviewtask.HeldTasks;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.duty.Duty;
import hk.itf.model.id.ReviewTaskId;
import hk.itf.model.id.Uuids;
import hk.itf.model.scheme.vetting.ReviewStage.ScoredReview;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Submits the marks of one assessor. The last sheet that the stage needs advances the case. */
@ApplicationScoped
class SubmitScoreSheet {

    record Command(ReviewTaskId task, Map<String, @Nullable Integer> marks, String comment, Actor actor) {

        Command {
            comment = comment.strip();
        }
    }

    private final HeldTasks held;
    private final ConflictsOfInterest conflicts;
    private final GrantDuties duties;
    private final ScoreSheets sheets;
    private final CaseAdvancement route;
    private final Clock clock;

    SubmitScoreSheet(
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
        var task = held.lockHeldBy(command.task(), command.actor()).requireStage(Stage::isScored);
        var reviewCase = task.reviewCase();
        var stage = task.task().stage();
        var review = (ScoredReview) task.scheme().stage(stage.name()).orElseThrow();
        var marks = Marks.of(command.marks(), review);
        conflicts.requireNone(command.actor(), task.grant(), reviewCase.parties());
        duties.take(task.grant(), task.person(), Duty.SCORED);
        if (sheets.hasScoredOtherStage(stage, reviewCase.id(), task.person())) {
            throw DomainException.conflict("scored-another-stage");
        }

        var now = clock.instant();
        sheets.add(ScoreSheet.of(Uuids.next(), task, review, marks, command.comment(), now));
        route.finish(task, now);
        if (counting(reviewCase, stage) >= review.assessors()) {
            route.advance(
                    reviewCase,
                    task.scheme(),
                    task.person(),
                    next -> next.isScored() ? counting(reviewCase, next) : 0,
                    now);
        }
        return task.view();
    }

    private int counting(ReviewCase reviewCase, Stage stage) {
        return sheets.tally(reviewCase.id(), reviewCase.round(), stage).sheets();
    }
}
