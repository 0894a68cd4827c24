package hk.itf.infra.eventing.operations;

import hk.itf.infra.eventing.inbox.ParkedEvents;
import hk.itf.infra.eventing.inbox.ParkedEvents.WaitingEventView;
import hk.itf.infra.eventing.inbox.WaitingState;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.infra.http.input.NotBlankText;
import hk.itf.infra.http.input.PlainText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Shows operators the events that wait or are parked, and replays or drops parked events. */
@Path("/operations")
@Tag(name = "Operations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
public class ParkedEventsResource {

    /** Why a parked event is dropped. The event and the reason are kept. */
    @Schema(examples = "{\"reason\": \"A test tool sent it; the source has recorded another event with this number.\"}")
    public record DropEvent(
            @NotBlankText @Size(max = 1000) @PlainText(lines = true)
            String reason) {}

    /** Why a parked event is applied although it does not follow the event applied last. */
    @Schema(examples = "{\"reason\": \"Both services were restored; the fund has compared their events.\"}")
    public record AcceptEvent(
            @NotBlankText @Size(max = 1000) @PlainText(lines = true)
            String reason) {}

    private final ParkedEvents parked;
    private final CurrentActor actor;

    ParkedEventsResource(ParkedEvents parked, CurrentActor actor) {
        this.parked = parked;
        this.actor = actor;
    }

    @GET
    @Path("/parked-events")
    @Operation(summary = "Events that could not be applied")
    public List<WaitingEventView> list() throws SQLException {
        return parked.list(WaitingState.PARKED);
    }

    @GET
    @Path("/waiting-events")
    @Operation(summary = "Events that wait for another event, for a gap to close or for a newer build")
    public List<WaitingEventView> waiting(@QueryParam("state") @DefaultValue("EARLY") WaitingState state)
            throws SQLException {
        return parked.list(state);
    }

    @POST
    @Idempotent
    @Path("/parked-events/{source}/{type}/{id}/replay")
    @Operation(summary = "Try a parked event again, then the events that wait behind it")
    public RestResponse<Void> replay(
            @PathParam("source") String source, @PathParam("type") String type, @PathParam("id") String id)
            throws SQLException {
        parked.replay(source, type, id);
        return RestResponse.noContent();
    }

    @POST
    @Idempotent
    @Path("/parked-events/{source}/{type}/{id}/accept")
    @Operation(
            summary =
                    "Apply a parked event although it does not follow the event applied last; who did so, and why, is kept")
    public RestResponse<Void> accept(
            @PathParam("source") String source,
            @PathParam("type") String type,
            @PathParam("id") String id,
            @NotNull @Valid AcceptEvent accept)
            throws SQLException {
        parked.accept(source, type, id, actor.person(), accept.reason());
        return RestResponse.noContent();
    }

    @POST
    @Idempotent
    @Path("/parked-events/{source}/{type}/{id}/drop")
    @Operation(
            summary =
                    "Take a parked event out of its stream without applying it; it is kept. Its number must be applied already,"
                            + " or another event with it must come")
    public RestResponse<Void> drop(
            @PathParam("source") String source,
            @PathParam("type") String type,
            @PathParam("id") String id,
            @NotNull @Valid DropEvent drop)
            throws SQLException {
        parked.drop(source, type, id, actor.person(), drop.reason());
        return RestResponse.noContent();
    }
}
