package hk.itf.infra.http;

import hk.itf.infra.eventing.Epochs;
import hk.itf.infra.eventing.ParkedEvents;
import hk.itf.infra.eventing.ParkedEvents.WaitingEventView;
import hk.itf.infra.eventing.Republication;
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
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** For operators: events that wait or are parked, replay, and saying everything again. */
@Path("/operations")
@Tag(name = "Operations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
public class OperationsResource {

    private final ParkedEvents parked;
    private final Republication republication;
    private final Epochs epochs;
    private final CurrentActor actor;

    OperationsResource(ParkedEvents parked, Republication republication, Epochs epochs, CurrentActor actor) {
        this.parked = parked;
        this.republication = republication;
        this.epochs = epochs;
        this.actor = actor;
    }

    @GET
    @Path("/parked-events")
    @Operation(summary = "Events that could not be applied")
    public List<WaitingEventView> list() throws SQLException {
        return parked.list("PARKED");
    }

    @GET
    @Path("/waiting-events")
    @Operation(summary = "Events that came too early, or after a gap")
    public List<WaitingEventView> waiting(@QueryParam("state") @DefaultValue("EARLY") State state) throws SQLException {
        return parked.list(state.name());
    }

    @POST
    @Idempotent
    @Path("/parked-events/{source}/{type}/{id}/replay")
    @Operation(summary = "Try a parked event again, and what waits behind it")
    public RestResponse<Void> replay(
            @PathParam("source") String source, @PathParam("type") String type, @PathParam("id") String id)
            throws SQLException {
        parked.replay(source, type, id);
        return RestResponse.noContent();
    }

    @POST
    @Idempotent
    @Path("/republication")
    @Operation(summary = "Send the events of the last days again; consumers know duplicates")
    public RestResponse<Integer> republish(@QueryParam("days") @DefaultValue("7") int days) {
        return RestResponse.ok(republication.republish(Duration.ofDays(Math.clamp(days, 1, 100_000))));
    }

    @POST
    @Idempotent
    @Path("/epoch")
    @Operation(summary = "Speak in a new epoch; once, after the database was restored from a backup")
    public RestResponse<Integer> raiseEpoch() {
        return RestResponse.ok(epochs.raise(actor.person()));
    }

    /** Why an event waits. */
    public enum State {
        EARLY,
        GAP
    }
}
