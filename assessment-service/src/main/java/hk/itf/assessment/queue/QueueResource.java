package hk.itf.assessment.queue;

import static hk.itf.assessment.Roles.ASSESSOR;
import static hk.itf.assessment.Roles.DECISION_AUTHORITY;
import static hk.itf.assessment.Roles.SECRETARIAT;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import hk.itf.assessment.reviewcase.Stage;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The review queue. */
@Path("/queue/next")
@Tag(name = "Queue", description = "Review tasks to take")
@Produces(MediaType.APPLICATION_JSON)
public class QueueResource {

    private static final String ASK_AGAIN_AFTER_SECONDS = "5";

    /** @param stages the stages to choose from; all stages when absent */
    @Schema(examples = "{\"stages\": [\"TECHNICAL_REVIEW\"]}")
    public record TaskRequest(
            @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL) @Size(max = 10)
            List<Stage> stages) {}

    private final TakeNextTask take;
    private final CurrentActor actor;

    QueueResource(TakeNextTask take, CurrentActor actor) {
        this.take = take;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @RolesAllowed({SECRETARIAT, ASSESSOR, DECISION_AUTHORITY})
    @Operation(
            summary = "Take the task that is due first among those you may work on",
            description = "Ask again with a new Idempotency-Key, because a key repeats its stored answer.")
    @APIResponse(responseCode = "200", description = "You hold the task until the lease ends")
    @APIResponse(responseCode = "204", description = "No task for you, or you hold the most tasks allowed")
    public RestResponse<TaskView> next(@Valid @Nullable TaskRequest body) {
        return take.handle(new TakeNextTask.Command(actor.get(), body == null ? List.of() : body.stages()))
                .map(task -> VersionedResponse.ok(task, task.version()))
                .orElseGet(() -> ResponseBuilder.<TaskView>noContent()
                        .header(HttpHeaders.RETRY_AFTER, ASK_AGAIN_AFTER_SECONDS)
                        .build());
    }
}
