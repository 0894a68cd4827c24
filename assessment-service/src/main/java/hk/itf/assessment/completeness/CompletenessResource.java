package hk.itf.assessment.completeness;

import static hk.itf.assessment.Roles.ASSESSOR;
import static hk.itf.assessment.Roles.DECISION_AUTHORITY;
import static hk.itf.assessment.Roles.SECRETARIAT;

import hk.itf.assessment.reviewtask.ActView;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.model.id.ReviewTaskId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The completeness task: confirm that the information is complete. */
@Path("/tasks/{id}/completeness")
@Tag(name = "Acts", description = "Acts of the person who holds a task")
@Produces(MediaType.APPLICATION_JSON)
public class CompletenessResource {

    @Schema(examples = "{\"complete\": true}")
    public record Completeness(boolean complete) {}

    private final ConfirmCompleteness confirm;
    private final CurrentActor actor;

    CompletenessResource(ConfirmCompleteness confirm, CurrentActor actor) {
        this.confirm = confirm;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @RolesAllowed({SECRETARIAT, ASSESSOR, DECISION_AUTHORITY})
    @Operation(summary = "Confirm that the information is complete; the pledge starts")
    public RestResponse<ActView> confirm(@PathParam("id") ReviewTaskId id, @NotNull @Valid Completeness body) {
        var done = confirm.handle(new ConfirmCompleteness.Command(id, body.complete(), actor.get()));
        return VersionedResponse.ok(done, done.version());
    }
}
