package hk.itf.assessment.scoring;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The eligibility task: pass or fail, before the merits are scored. */
@Path("/tasks/{id}/eligibility")
@Tag(name = "Acts")
@Produces(MediaType.APPLICATION_JSON)
public class EligibilityResource {

    /** @param reason why the computed outcome is overridden; absent when the outcome is confirmed */
    @Schema(examples = "{\"eligible\": false, \"reason\": \"The tenancy ends before the engagement does.\"}")
    public record Eligibility(
            boolean eligible,

            @JsonSetter(nulls = Nulls.AS_EMPTY) @Size(max = 5_000) @PlainText(lines = true)
            String reason) {}

    private final ConfirmEligibility confirm;
    private final CurrentActor actor;

    EligibilityResource(ConfirmEligibility confirm, CurrentActor actor) {
        this.confirm = confirm;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @RolesAllowed({SECRETARIAT, ASSESSOR, DECISION_AUTHORITY})
    @Operation(summary = "Confirm the computed eligibility outcome, or override it with a reason")
    public RestResponse<ActView> confirm(@PathParam("id") ReviewTaskId id, @NotNull @Valid Eligibility body) {
        var done = confirm.handle(new ConfirmEligibility.Command(id, body.eligible(), body.reason(), actor.get()));
        return VersionedResponse.ok(done, done.version());
    }
}
