package hk.itf.assessment.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.assessment.reviewtask.ReviewTaskStatus;
import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewTaskId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A review task in a list.
 *
 * @param reservedFor the only person who may take the task until {@code reservedUntil}
 * @param reservedUntil end of the reservation, in real time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskSummaryView(
        ReviewTaskId id,
        GrantId grant,
        Subject.Kind subject,
        Stage stage,
        ReviewTaskStatus status,
        @Nullable PersonId holder,
        @Nullable PersonId reservedFor,
        @Nullable Instant reservedUntil,
        LocalDate dueOn,
        @Nullable Instant leaseUntil) {}
