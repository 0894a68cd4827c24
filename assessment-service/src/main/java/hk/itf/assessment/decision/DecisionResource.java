package hk.itf.assessment.decision;

import static hk.itf.assessment.Roles.DECISION_AUTHORITY;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import hk.itf.assessment.decision.DecideCase.Verdict;
import hk.itf.assessment.reviewtask.ActView;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.infra.http.input.NotBlankText;
import hk.itf.infra.http.input.PlainText;
import hk.itf.model.id.ReviewTaskId;
import hk.itf.model.money.Money;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The decision task: approve or decline an application or an amendment. */
@Path("/tasks/{id}/decision")
@Tag(name = "Acts")
@Produces(MediaType.APPLICATION_JSON)
public class DecisionResource {

    /**
     * @param awarded the amount to award, at most the entitlement; absent for the entitlement
     * @param letter the decision letter to the applicant, with reasons
     */
    @Schema(
            examples =
                    "{\"outcome\": \"APPROVE\", \"awarded\": {\"amount\": \"540000.00\", \"currency\": \"HKD\"}, \"conditions\": [\"Quarterly progress reports.\"], \"letter\": \"The post is well planned.\"}")
    public record Decision(
            Verdict outcome,
            Optional<Money> awarded,

            @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL) @Size(max = 20)
            List<@NotBlankText @Size(max = 500) @PlainText(lines = true) String> conditions,

            @NotBlankText @Size(max = 10_000) @PlainText(lines = true)
            String letter) {}

    private final DecideCase decide;
    private final CurrentActor actor;

    DecisionResource(DecideCase decide, CurrentActor actor) {
        this.decide = decide;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @RolesAllowed(DECISION_AUTHORITY)
    @Operation(
            summary =
                    "Approve an application or an amendment, or decline it; an application may be awarded less than its entitlement")
    public RestResponse<ActView> decide(@PathParam("id") ReviewTaskId id, @NotNull @Valid Decision body) {
        var done = decide.handle(new DecideCase.Command(
                id, body.outcome(), body.awarded().orElse(null), body.conditions(), body.letter(), actor.get()));
        return VersionedResponse.ok(done, done.version());
    }
}
