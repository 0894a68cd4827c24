package hk.itf.assessment.conflict;

import static hk.itf.assessment.Roles.ASSESSOR;
import static hk.itf.assessment.Roles.DECISION_AUTHORITY;
import static hk.itf.assessment.Roles.PANEL_CHAIR;
import static hk.itf.assessment.Roles.PANEL_MEMBER;
import static hk.itf.assessment.Roles.SECRETARIAT;

import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.infra.http.input.NotBlankText;
import hk.itf.infra.http.input.PlainText;
import hk.itf.model.id.OrganisationId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The declared conflicts of interest of the caller. */
@Path("/conflicts-of-interest")
@Tag(name = "Conflicts of interest")
@Produces(MediaType.APPLICATION_JSON)
public class ConflictOfInterestResource {

    @Schema(
            examples =
                    "{\"organisation\": \"0192d3a4-0000-7000-8000-000000000001\", \"reason\": \"I advised them in 2025.\"}")
    public record Declaration(
            OrganisationId organisation,

            @NotBlankText @Size(max = 1_000) @PlainText(lines = true)
            String reason) {}

    private final DeclareConflictOfInterest declare;
    private final ConflictQueries conflicts;
    private final CurrentActor actor;

    ConflictOfInterestResource(DeclareConflictOfInterest declare, ConflictQueries conflicts, CurrentActor actor) {
        this.declare = declare;
        this.conflicts = conflicts;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @RolesAllowed({SECRETARIAT, ASSESSOR, PANEL_MEMBER, PANEL_CHAIR, DECISION_AUTHORITY})
    @Operation(summary = "Declare an interest in an organisation; your scores on its open cases are voided")
    public RestResponse<ConflictView> declare(@NotNull @Valid Declaration body) {
        var declared = declare.handle(
                new DeclareConflictOfInterest.Command(actor.person(), body.organisation(), body.reason()));
        return VersionedResponse.created(declared, 0, "/conflicts-of-interest");
    }

    @GET
    @RolesAllowed({SECRETARIAT, ASSESSOR, PANEL_MEMBER, PANEL_CHAIR, DECISION_AUTHORITY})
    @Operation(summary = "Your declared conflicts of interest")
    public List<ConflictView> own() {
        return conflicts.of(actor.person());
    }
}
