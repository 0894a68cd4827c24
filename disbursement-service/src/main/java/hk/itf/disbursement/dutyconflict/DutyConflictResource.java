package hk.itf.disbursement.dutyconflict;

import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.http.Page;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.infra.http.input.PlainText;
import hk.itf.model.id.GrantId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Lists and confirms duty conflicts. */
@Path("/duty-conflicts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Duty conflicts")
public class DutyConflictResource {

    /** The reason for a confirmation, 1 to 500 characters. */
    @Schema(examples = "{\"reason\":\"She voted before she joined the applicant; the panel was quorate without her\"}")
    public record NewConfirmation(
            @NotBlank @Size(max = 500) @PlainText(lines = true)
            String reason) {}

    private final ConfirmDutyConflict confirmDutyConflict;
    private final DutyConflictQueries queries;
    private final CurrentActor actor;

    DutyConflictResource(ConfirmDutyConflict confirmDutyConflict, DutyConflictQueries queries, CurrentActor actor) {
        this.confirmDutyConflict = confirmDutyConflict;
        this.queries = queries;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({"finance-preparer", "finance-releaser", "fund-controller", "auditor"})
    @Operation(
            summary =
                    "Duty conflicts, newest first. While a conflict is open, no payment of its grant is prepared or released.")
    public Page<DutyConflictView> list(
            @QueryParam("grant") @Nullable GrantId grant,
            @QueryParam("status") @Nullable DutyConflictStatus status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("size") @Nullable Integer size) {
        return queries.list(grant, status, cursor, size);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"finance-preparer", "finance-releaser", "fund-controller", "auditor"})
    @Operation(summary = "One duty conflict with its confirmations")
    public RestResponse<DutyConflictView> get(@PathParam("id") UUID id) {
        var view = queries.get(id);
        return VersionedResponse.ok(view, view.version());
    }

    @POST
    @Idempotent
    @Path("/{id}/confirmation")
    @RolesAllowed("fund-controller")
    @Operation(
            summary = "Confirm a duty conflict; the second confirmation, by another person, resolves it",
            description = "Refused when the act can still be undone, and for people who hold a duty of the grant.")
    public RestResponse<DutyConflictView> confirm(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewConfirmation request) {
        var view = confirmDutyConflict.handle(
                new ConfirmDutyConflict.Command(id, EntityVersion.ifMatch(ifMatch), request.reason(), actor.person()));
        return VersionedResponse.ok(view, view.version());
    }
}
