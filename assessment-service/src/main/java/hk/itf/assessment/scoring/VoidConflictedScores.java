package hk.itf.assessment.scoring;

import hk.itf.assessment.conflict.ConflictDeclared;
import hk.itf.assessment.reviewcase.CaseStatus;
import hk.itf.assessment.reviewcase.CaseTasks;
import hk.itf.assessment.reviewcase.CaseTransition;
import hk.itf.assessment.reviewcase.Journal;
import hk.itf.assessment.reviewcase.ReviewCase;
import hk.itf.assessment.reviewcase.ReviewCases;
import hk.itf.assessment.reviewcase.ReviewTasks;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.scheme.SchemeVersions;
import jakarta.enterprise.context.ApplicationScoped;
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

    VoidConflictedScores(
            ReviewCases cases,
            ReviewTasks tasks,
            CaseTasks caseTasks,
            SchemeVersions schemes,
            ScoreSheets sheets,
            Journal journal) {
        this.cases = cases;
        this.tasks = tasks;
        this.caseTasks = caseTasks;
        this.schemes = schemes;
        this.sheets = sheets;
        this.journal = journal;
    }

    void on(@Observes ConflictDeclared declared) {
        for (var id : cases.unclosedWith(declared.organisation())) {
            var reviewCase = cases.lock(id);
            sheets.countingOf(id, reviewCase.round(), declared.person()).ifPresent(sheet -> {
                sheets.voidForConflict(sheet, declared.at());
                LOG.infof("%s: the scores of person %s count no more", reviewCase, declared.person());
                scoreAnew(reviewCase, declared);
            });
        }
    }

    private void scoreAnew(ReviewCase reviewCase, ConflictDeclared declared) {
        if (reviewCase.status() != CaseStatus.OPEN) {
            return; // all scores are given anew once it is taken up again
        }
        if (reviewCase.stage() != Stage.TECHNICAL_REVIEW) {
            caseTasks.drop(tasks.lockOpen(reviewCase.id()), declared.person(), "a score counts no more", declared.at());
            reviewCase.returnToScoring();
            journal.record(reviewCase, CaseTransition.RETURN_TO_SCORING, declared.person(), declared.at());
        }
        caseTasks.put(reviewCase, schemes.of(reviewCase.scheme()), 1, declared.at());
    }
}
