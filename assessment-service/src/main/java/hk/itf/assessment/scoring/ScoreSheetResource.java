package hk.itf.assessment.scoring;

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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The scoring task: marks by criterion. */
@Path("/tasks/{id}/score-sheet")
@Tag(name = "Acts")
@Produces(MediaType.APPLICATION_JSON)
public class ScoreSheetResource {

    @Schema(
            examples =
                    "{\"marks\": {\"research-content\": 8, \"talent-fit\": 7, \"supervision\": 6}, \"comment\": \"Solid plan.\"}")
    public record Sheet(
            @Size(max = 100) Map<String, @Nullable Integer> marks,

            @NotBlankText @Size(max = 5_000) @PlainText(lines = true)
            String comment) {}

    private final SubmitScoreSheet submit;
    private final CurrentActor actor;

    ScoreSheetResource(SubmitScoreSheet submit, CurrentActor actor) {
        this.submit = submit;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @RolesAllowed({SECRETARIAT, ASSESSOR, DECISION_AUTHORITY})
    @Operation(summary = "Submit marks from 0 to 10 for every criterion; submitted marks cannot be changed")
    public RestResponse<ActView> submit(@PathParam("id") ReviewTaskId id, @NotNull @Valid Sheet body) {
        var done = submit.handle(new SubmitScoreSheet.Command(id, body.marks(), body.comment(), actor.get()));
        return VersionedResponse.ok(done, done.version());
    }
}
