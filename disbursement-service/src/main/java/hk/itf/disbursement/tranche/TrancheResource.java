package hk.itf.disbursement.tranche;

import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.http.Page;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.infra.http.input.PlainText;
import hk.itf.model.id.TrancheId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Tranches: the due list of finance, preparation and return. */
@Path("/tranches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tranches")
public class TrancheResource {

    /** The reason for a return, 1 to 500 characters. */
    @Schema(examples = "{\"reason\":\"The invoice does not match\"}")
    public record Return(@PlainText(lines = true) String reason) {}

    private final PrepareTranche prepareTranche;
    private final ReturnTranche returnTranche;
    private final TrancheQueries queries;
    private final CurrentActor actor;

    TrancheResource(
            PrepareTranche prepareTranche, ReturnTranche returnTranche, TrancheQueries queries, CurrentActor actor) {
        this.prepareTranche = prepareTranche;
        this.returnTranche = returnTranche;
        this.queries = queries;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({"finance-preparer", "finance-releaser", "fund-controller", "auditor"})
    @Operation(
            summary = "Tranches by status, newest first, each with its gates and holds. Status DUE gives the due list.")
    public Page<TrancheView> list(
            @QueryParam("status") @Nullable TrancheStatus status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("size") @Nullable Integer size) {
        return queries.list(status, cursor, size);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"finance-preparer", "finance-releaser", "fund-controller", "auditor"})
    @Operation(summary = "One tranche")
    public RestResponse<TrancheView> get(@PathParam("id") TrancheId id) {
        var view = queries.get(id);
        return VersionedResponse.ok(view, view.version());
    }

    @POST
    @Idempotent
    @Path("/{id}/preparation")
    @RolesAllowed("finance-preparer")
    @Operation(summary = "Prepare a due tranche: check its gates and holds, and bind it to the newest bank details")
    public RestResponse<TrancheView> prepare(
            @PathParam("id") TrancheId id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var view =
                prepareTranche.handle(new PrepareTranche.Command(id, EntityVersion.ifMatch(ifMatch), actor.person()));
        return VersionedResponse.ok(view, view.version());
    }

    @POST
    @Idempotent
    @Path("/{id}/return")
    @RolesAllowed({"finance-preparer", "finance-releaser"})
    @Operation(summary = "Return a prepared tranche to due")
    public RestResponse<TrancheView> returnToDue(
            @PathParam("id") TrancheId id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Return request) {
        var view = returnTranche.handle(
                new ReturnTranche.Command(id, EntityVersion.ifMatch(ifMatch), request.reason(), actor.person()));
        return VersionedResponse.ok(view, view.version());
    }
}
