package hk.itf.assessment.scoring;

import hk.itf.assessment.Roles;
import hk.itf.assessment.reviewcase.ReviewCase;
import hk.itf.assessment.reviewcase.ReviewCaseStatus;
import hk.itf.assessment.reviewcase.ReviewCases;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewtask.ReviewTasks;
import hk.itf.infra.http.Actor;
import hk.itf.model.DomainException;
import hk.itf.model.id.ReviewCaseId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Reads score sheets for the people who may see them. An assessor sees the sheets of others only after submitting their
 * own, so that no mark is copied.
 */
@ApplicationScoped
class ScoreSheetQueries {

    private final ReviewCases cases;
    private final ReviewTasks tasks;
    private final ScoreSheets sheets;

    ScoreSheetQueries(ReviewCases cases, ReviewTasks tasks, ScoreSheets sheets) {
        this.cases = cases;
        this.tasks = tasks;
        this.sheets = sheets;
    }

    @Transactional
    List<ScoreSheetView> of(ReviewCaseId id, Actor actor) {
        var reviewCase = cases.withId(id).orElseThrow(() -> DomainException.notFound("case"));
        var all = sheets.views(id);
        if (actor.hasRole(Roles.SECRETARIAT)
                || actor.hasRole(Roles.AUDITOR)
                || (actor.hasRole(Roles.DECISION_AUTHORITY) && scoringIsOver(reviewCase))
                || sheets.countingOf(id, reviewCase.round(), actor.person()).isPresent()) {
            return all;
        }
        if (!tasks.wasTakenBy(actor.person(), id)) {
            throw DomainException.notFound("case");
        }
        return all.stream()
                .filter(sheet -> sheet.assessor().equals(actor.person()))
                .toList();
    }

    private static boolean scoringIsOver(ReviewCase reviewCase) {
        return reviewCase.status() == ReviewCaseStatus.CLOSED || reviewCase.stage() == Stage.DECISION;
    }
}
