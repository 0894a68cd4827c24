package hk.itf.assessment.completeness;

import static hk.itf.assessment.Roles.ASSESSOR;
import static hk.itf.assessment.Roles.DECISION_AUTHORITY;
import static hk.itf.assessment.Roles.SECRETARIAT;

import hk.itf.assessment.reviewtask.ActView;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.infra.http.input.NotBlankText;
import hk.itf.infra.http.input.PlainText;
import hk.itf.model.id.ReviewTaskId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The request for a clarification, from any task of a case. */
@Path("/tasks/{id}/clarification")
@Tag(name = "Acts")
@Produces(MediaType.APPLICATION_JSON)
public class ClarificationResource {

    @Schema(examples = "{\"question\": \"Which days does the contract cover?\", \"answerWithinDays\": 14}")
    public record Clarification(
            @NotBlankText @Size(max = 2_000) @PlainText(lines = true)
            String question,

            @Min(1) @Max(60) int answerWithinDays) {}

    private final AskForClarification ask;
    private final CurrentActor actor;

    ClarificationResource(AskForClarification ask, CurrentActor actor) {
        this.ask = ask;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @RolesAllowed({SECRETARIAT, ASSESSOR, DECISION_AUTHORITY})
    @Operation(summary = "Request a clarification; the case waits and the pledge is paused until the applicant answers")
    public RestResponse<ActView> ask(@PathParam("id") ReviewTaskId id, @NotNull @Valid Clarification body) {
        var done =
                ask.handle(new AskForClarification.Command(id, body.question(), body.answerWithinDays(), actor.get()));
        return VersionedResponse.ok(done, done.version());
    }
}
