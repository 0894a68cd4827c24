package hk.itf.disbursement.hold;

import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.Page;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.infra.http.input.PlainText;
import hk.itf.model.id.HoldId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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

/** Places, lifts and lists holds. */
@Path("/holds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Holds")
public class HoldResource {

    /** A new hold: its target and its reason of 1 to 500 characters. */
    @Schema(
            examples =
                    "{\"target\":\"TRANCHE\",\"id\":\"01980000-0000-7000-8000-000000000001\",\"reason\":\"Invoice under query\"}")
    public record NewHold(
            HoldTarget target,
            HoldTargetId id,
            @PlainText(lines = true) String reason) {}

    /** The reason for lifting a hold, 1 to 500 characters. */
    @Schema(examples = "{\"reason\":\"Query answered\"}")
    public record Lifting(@PlainText(lines = true) String reason) {}

    private final PlaceHold placeHold;
    private final LiftHold liftHold;
    private final HoldQueries queries;
    private final CurrentActor actor;

    HoldResource(PlaceHold placeHold, LiftHold liftHold, HoldQueries queries, CurrentActor actor) {
        this.placeHold = placeHold;
        this.liftHold = liftHold;
        this.queries = queries;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @RolesAllowed({"finance-releaser", "fund-controller"})
    @Operation(summary = "Place a hold on a tranche, on an award or on all awards of an organisation")
    public RestResponse<HoldView> place(@NotNull @Valid NewHold request) {
        var view = placeHold.handle(
                new PlaceHold.Command(request.target(), request.id().value(), request.reason(), actor.person()));
        return VersionedResponse.created(view, view.version(), "/holds/" + view.id());
    }

    @POST
    @Idempotent
    @Path("/{id}/lifting")
    @RolesAllowed({"finance-releaser", "fund-controller"})
    @Operation(summary = "Lift a hold")
    public RestResponse<HoldView> lift(@PathParam("id") HoldId id, @NotNull @Valid Lifting request) {
        var view = liftHold.handle(new LiftHold.Command(id, request.reason(), actor.person()));
        return VersionedResponse.ok(view, view.version());
    }

    @GET
    @RolesAllowed({"finance-preparer", "finance-releaser", "fund-controller", "auditor"})
    @Operation(summary = "Holds, newest first. Lifted holds are included when standing is false.")
    public Page<HoldView> list(
            @QueryParam("standing") @DefaultValue("true") @Pattern(regexp = "true|false") String standing,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("size") @Nullable Integer size) {
        return queries.list(Boolean.parseBoolean(standing), cursor, size);
    }
}
