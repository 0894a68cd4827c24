package hk.itf.assessment.reviewtask;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.assessment.reviewcase.CaseOutcome;
import hk.itf.assessment.reviewcase.ReviewCaseStatus;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.model.id.ReviewCaseId;
import hk.itf.model.id.ReviewTaskId;
import org.jspecify.annotations.Nullable;

/**
 * The state of a task and its case after an act on the task.
 *
 * @param stage the stage of the case after the act
 * @param version the version of the task
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActView(
        ReviewTaskId task,
        ReviewTaskStatus taskStatus,
        ReviewCaseId reviewCase,
        ReviewCaseStatus caseStatus,
        Stage stage,
        @Nullable CaseOutcome outcome,
        int version) {}
