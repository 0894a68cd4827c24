package hk.itf.assessment.scoring;

import hk.itf.assessment.conflict.ConflictDeclared;
import hk.itf.assessment.reviewcase.CaseCalledBack;
import hk.itf.assessment.reviewcase.CaseStatus;
import hk.itf.assessment.reviewcase.CaseTasks;
import hk.itf.assessment.reviewcase.CaseTransition;
import hk.itf.assessment.reviewcase.Journal;
import hk.itf.assessment.reviewcase.ReviewCase;
import hk.itf.assessment.reviewcase.ReviewCases;
import hk.itf.assessment.reviewcase.ReviewTasks;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewcase.Stages;
import hk.itf.assessment.scheme.SchemeVersions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
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
    private final Journal journal;
    private final Event<CaseCalledBack> callBacks;

    VoidConflictedScores(
            ReviewCases cases,
            ReviewTasks tasks,
            CaseTasks caseTasks,
            SchemeVersions schemes,
            ScoreSheets sheets,
            Journal journal,
            Event<CaseCalledBack> callBacks) {
        this.cases = cases;
        this.tasks = tasks;
        this.caseTasks = caseTasks;
        this.schemes = schemes;
        this.sheets = sheets;
        this.journal = journal;
        this.callBacks = callBacks;
    }

    void on(@Observes ConflictDeclared declared) {
        for (var id : cases.unclosedWith(declared.organisation())) {
            var reviewCase = cases.lock(id);
            sheets.countingOf(id, reviewCase.round(), declared.person()).ifPresent(sheet -> {
                sheets.voidForConflict(sheet, declared.at());
                LOG.infof("%s: the scores of person %s count no more", reviewCase, declared.person());
                scoreAnew(reviewCase, sheet.stage(), declared);
            });
        }
    }

    private void scoreAnew(ReviewCase reviewCase, Stage scored, ConflictDeclared declared) {
        if (reviewCase.status() != CaseStatus.OPEN) {
            return; // all scores are given anew once it is taken up again
        }
        var scheme = schemes.of(reviewCase.scheme());
        if (Stages.of(reviewCase, scheme).isBefore(reviewCase.stage(), scored)) {
            return; // it went back further still; what is missing is put on the queue when it comes to that stage
        }
        if (reviewCase.stage() != scored) {
            caseTasks.drop(tasks.lockOpen(reviewCase.id()), declared.person(), "a score counts no more", declared.at());
            reviewCase.returnToScoring(scored);
            journal.record(reviewCase, CaseTransition.RETURN_TO_SCORING, declared.person(), declared.at());
            callBacks.fire(
                    new CaseCalledBack(reviewCase.id(), declared.person(), "a score counts no more", declared.at()));
        }
        caseTasks.put(reviewCase, scheme, 1, declared.at());
    }
}
