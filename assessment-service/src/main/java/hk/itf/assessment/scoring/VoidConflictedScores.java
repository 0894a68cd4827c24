package hk.itf.assessment.scoring;

import hk.itf.assessment.caseroute.CaseWithdrawnOrSetBack;
import hk.itf.assessment.conflict.InterestInGrantDeclared;
import hk.itf.assessment.conflict.InterestInPartyDeclared;
import hk.itf.assessment.reviewcase.ReviewCase;
import hk.itf.assessment.reviewcase.ReviewCaseTransition;
import hk.itf.assessment.reviewcase.ReviewCases;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewcase.VettingRoute;
import hk.itf.assessment.reviewtask.CaseTasks;
import hk.itf.assessment.reviewtask.ReviewTasks;
import hk.itf.assessment.scheme.SchemeVersions;
import hk.itf.infra.duty.Timeline;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import org.jboss.logging.Logger;

/** A conflict that is declared after scoring: the sheet counts no more, and somebody else scores in its place. */
@ApplicationScoped
class VoidConflictedScores {

    private static final Logger LOG = Logger.getLogger(VoidConflictedScores.class);

    private final ReviewCases cases;
    private final ReviewTasks tasks;
    private final CaseTasks caseTasks;
    private final SchemeVersions schemes;
    private final ScoreSheets sheets;
    private final Timeline timeline;
    private final Event<CaseWithdrawnOrSetBack> callBacks;

    VoidConflictedScores(
            ReviewCases cases,
            ReviewTasks tasks,
            CaseTasks caseTasks,
            SchemeVersions schemes,
            ScoreSheets sheets,
            Timeline timeline,
            Event<CaseWithdrawnOrSetBack> callBacks) {
        this.cases = cases;
        this.tasks = tasks;
        this.caseTasks = caseTasks;
        this.schemes = schemes;
        this.sheets = sheets;
        this.timeline = timeline;
        this.callBacks = callBacks;
    }

    void on(@Observes InterestInPartyDeclared declared) {
        cases.unclosedWith(declared.organisation()).forEach(id -> undo(declared.person(), id, declared.at()));
    }

    void on(@Observes InterestInGrantDeclared declared) {
        cases.unclosedOf(declared.grant()).forEach(id -> undo(declared.person(), id, declared.at()));
    }

    private void undo(PersonId person, ReviewCaseId id, Instant at) {
        var reviewCase = cases.lock(id);
        sheets.countingOf(id, reviewCase.round(), person).ifPresent(sheet -> {
            sheets.voidForConflict(sheet, at);
            LOG.infof("%s: the scores of person %s count no more", reviewCase, person);
            scoreAnew(reviewCase, sheet.stage(), person, at);
        });
    }

    private void scoreAnew(ReviewCase reviewCase, Stage scored, PersonId person, Instant at) {
        if (!reviewCase.permits(ReviewCaseTransition.RETURN_TO_SCORING)) {
            return; // all scores are given anew once it is taken up again
        }
        var scheme = schemes.of(reviewCase.scheme());
        if (VettingRoute.of(reviewCase, scheme).isBefore(reviewCase.stage(), scored)) {
            return; // it went back further still; what is missing is put on the queue when it comes to that stage
        }
        if (reviewCase.stage() != scored) {
            caseTasks.drop(tasks.lockOpen(reviewCase.id()), person, "a score counts no more", at);
            reviewCase.returnToScoring(scored);
            timeline.record(reviewCase, ReviewCaseTransition.RETURN_TO_SCORING, person, at);
            callBacks.fire(new CaseWithdrawnOrSetBack(reviewCase.id(), person, "a score counts no more", at));
        }
        caseTasks.put(reviewCase, scheme, 1, at);
    }
}
