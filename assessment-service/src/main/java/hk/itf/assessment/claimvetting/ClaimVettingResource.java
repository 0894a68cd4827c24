package hk.itf.assessment.claimvetting;

import static hk.itf.assessment.Roles.ASSESSOR;
import static hk.itf.assessment.Roles.DECISION_AUTHORITY;
import static hk.itf.assessment.Roles.SECRETARIAT;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import hk.itf.assessment.reviewtask.ActView;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The claim vetting task: accept or refuse the lines of a claim, or reject the claim. */
@Path("/tasks/{id}/claim-vetting")
@Tag(name = "Acts")
@Produces(MediaType.APPLICATION_JSON)
public class ClaimVettingResource {

    /**
     * @param lines one verdict for every line of the claim; absent when the claim is rejected or has no lines
     * @param reject why the claim is rejected; absent when the claim is accepted
     */
    @Schema(
            examples =
                    "{\"lines\": [{\"number\": 1, \"accepted\": true}, {\"number\": 2, \"accepted\": false, \"reason\": \"No payslip.\"}]}")
    public record Vetting(
            @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL) @Size(max = 100)
            List<@Valid LineVerdict> lines,

            @JsonSetter(nulls = Nulls.AS_EMPTY) @Size(max = 5_000) @PlainText(lines = true)
            String reject) {}

    private final VetClaim vet;
    private final CurrentActor actor;

    ClaimVettingResource(VetClaim vet, CurrentActor actor) {
        this.vet = vet;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @RolesAllowed({SECRETARIAT, ASSESSOR, DECISION_AUTHORITY})
    @Operation(summary = "Accept or refuse every line of a claim, accept a claim without lines, or reject the claim")
    public RestResponse<ActView> vet(@PathParam("id") ReviewTaskId id, @NotNull @Valid Vetting body) {
        var done = vet.handle(new VetClaim.Command(id, body.lines(), body.reject(), actor.get()));
        return VersionedResponse.ok(done, done.version());
    }
}
