package hk.itf.assessment.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.assessment.reviewcase.CaseContent;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewtask.ReviewTaskStatus;
import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewCaseId;
import hk.itf.model.id.ReviewTaskId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A review task with its possible acts, its lease and the content to judge.
 *
 * @param acts the paths below the task that its holder may post to
 * @param leaseUntil when the lease lapses without a heartbeat, in real time
 * @param leaseEndsAtLatest the latest end of the lease, despite heartbeats; papers are served until then
 * @param papers the path of the papers in applications-service
 * @param content the content of the case that the stage needs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskView(
        ReviewTaskId id,
        GrantId grant,
        ReviewCaseId reviewCase,
        String reference,
        Subject subject,
        Stage stage,
        int round,
        ReviewTaskStatus status,
        @Nullable PersonId holder,
        LocalDate dueOn,
        @Nullable Instant leaseUntil,
        @Nullable Instant leaseEndsAtLatest,
        List<String> acts,
        boolean blind,
        String papers,
        CaseContent content,
        int version) {}
