package hk.itf.assessment.scoring;

import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewtask.HeldTask;
import hk.itf.model.id.PersonId;
import hk.itf.model.json.Json;
import hk.itf.model.scheme.vetting.ReviewStage.ScoredReview;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/**
 * The marks and the comment of one assessor in one round of a case. A score sheet never changes. A row in {@code
 * voided_score_sheet} takes a sheet out of the tally.
 */
@Entity
@Immutable
@SuppressWarnings("UnusedVariable") // only queries read some of the columns
class ScoreSheet {

    @Id
    private UUID id;

    private UUID grantId;
    private UUID caseId;
    private UUID taskId;
    private int round;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private UUID assessor;
    private String marks;
    private int weightedTenths;
    private String comment;
    private Instant submittedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    ScoreSheet() {}

    static ScoreSheet of(UUID id, HeldTask held, ScoredReview review, Marks marks, String comment, Instant now) {
        var sheet = new ScoreSheet();
        sheet.id = id;
        sheet.grantId = held.grant().value();
        sheet.caseId = held.reviewCase().id().value();
        sheet.taskId = held.task().id().value();
        sheet.round = held.reviewCase().round();
        sheet.stage = held.task().stage();
        sheet.assessor = held.person().value();
        sheet.marks = Json.write(marks);
        sheet.weightedTenths = marks.weightedTenths(review.criteria());
        sheet.comment = comment;
        sheet.submittedAt = now;
        return sheet;
    }

    UUID id() {
        return id;
    }

    PersonId assessor() {
        return PersonId.of(assessor);
    }

    Stage stage() {
        return stage;
    }

    int weightedTenths() {
        return weightedTenths;
    }

    ScoreSheetView view(boolean counts) {
        return new ScoreSheetView(
                assessor(),
                stage,
                round,
                Json.read(marks, Marks.class).byCriterion(),
                "%d.%d".formatted(weightedTenths / 10, weightedTenths % 10),
                comment,
                counts,
                submittedAt);
    }
}
