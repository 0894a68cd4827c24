package hk.itf.infra.eventing.operations;

import hk.itf.infra.eventing.inbox.ParkedEvents;
import hk.itf.infra.eventing.inbox.ParkedEvents.WaitingEventView;
import hk.itf.infra.eventing.inbox.WaitingState;
import hk.itf.infra.http.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Shows operators the events that wait or are parked, and replays parked events. */
@Path("/operations")
@Tag(name = "Operations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
public class ParkedEventsResource {

    private final ParkedEvents parked;

    ParkedEventsResource(ParkedEvents parked) {
        this.parked = parked;
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
}
