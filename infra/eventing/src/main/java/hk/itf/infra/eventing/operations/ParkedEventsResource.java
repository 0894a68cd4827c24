package hk.itf.infra.eventing.operations;

import hk.itf.infra.eventing.ParkedEvents;
import hk.itf.infra.eventing.ParkedEvents.WaitingEventView;
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
        return parked.list("PARKED");
    }

    @GET
    @Path("/waiting-events")
    @Operation(summary = "Events that wait for another event or for a gap to close")
    public List<WaitingEventView> waiting(@QueryParam("state") @DefaultValue("EARLY") State state) throws SQLException {
        return parked.list(state.name());
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

    /** The reason why an event waits: its predecessor is missing, or another aggregate is not ready for it. */
    public enum State {
        EARLY,
        GAP
    }
}
