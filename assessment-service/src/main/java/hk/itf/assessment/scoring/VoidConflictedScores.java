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
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Voids the score sheet of an assessor who declares a conflict of interest after scoring. The case returns to scoring,
 * and another assessor scores.
 */
@ApplicationScoped
class VoidConflictedScores {

    private static final Logger LOG = Logger.getLogger(VoidConflictedScores.class);

    private final ReviewCases cases;
    private final ReviewTasks tasks;
    private final CaseTasks caseTasks;
    private final SchemeVersions schemes;
    private final ScoreSheets sheets;
    private final Timeline timeline;
    private final Event<CaseWithdrawnOrSetBack> setBacks;

    VoidConflictedScores(
            ReviewCases cases,
            ReviewTasks tasks,
            CaseTasks caseTasks,
            SchemeVersions schemes,
            ScoreSheets sheets,
            Timeline timeline,
            Event<CaseWithdrawnOrSetBack> setBacks) {
        this.cases = cases;
        this.tasks = tasks;
        this.caseTasks = caseTasks;
        this.schemes = schemes;
        this.sheets = sheets;
        this.timeline = timeline;
        this.setBacks = setBacks;
    }

    void on(@Observes InterestInPartyDeclared declared) {
        cases.unclosedWith(declared.organisation()).forEach(id -> voidScores(declared.person(), id, declared.at()));
    }

    void on(@Observes InterestInGrantDeclared declared) {
        cases.unclosedOf(declared.grant()).forEach(id -> voidScores(declared.person(), id, declared.at()));
    }

    private void voidScores(PersonId person, ReviewCaseId id, Instant at) {
        var reviewCase = cases.lock(id);
        sheets.countingOf(id, reviewCase.round(), person).ifPresent(sheet -> {
            sheets.voidForConflict(sheet, at);
            LOG.infof("%s: the score sheet of person %s is voided", reviewCase, person);
            returnToScoring(reviewCase, sheet.stage(), person, at);
        });
    }

    private void returnToScoring(ReviewCase reviewCase, Stage scored, PersonId person, Instant at) {
        if (!reviewCase.permits(ReviewCaseTransition.RETURN_TO_SCORING)) {
            return; // after a clarification every stage is scored again
        }
        var scheme = schemes.of(reviewCase.scheme());
        if (VettingRoute.of(reviewCase, scheme).isBefore(reviewCase.stage(), scored)) {
            return; // the case is before the scored stage, which queues the missing review when the case reaches it
        }
        if (reviewCase.stage() != scored) {
            caseTasks.drop(tasks.lockOpen(reviewCase.id()), person, "a score sheet was voided", at);
            reviewCase.returnToScoring(scored);
            timeline.record(reviewCase, ReviewCaseTransition.RETURN_TO_SCORING, person, at);
            setBacks.fire(new CaseWithdrawnOrSetBack(reviewCase.id(), person, "a score sheet was voided", at));
        }
        caseTasks.put(reviewCase, scheme, 1, at);
    }
}
