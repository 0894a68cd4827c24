package hk.itf.infra.eventing.operations;

import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Lets operators send the events of this service again, or start a new epoch after a restore from a backup. */
@Path("/operations")
@Tag(name = "Operations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
public class RepublicationResource {

    private final Republication republication;
    private final Epochs epochs;
    private final CurrentActor actor;

    RepublicationResource(Republication republication, Epochs epochs, CurrentActor actor) {
        this.republication = republication;
        this.epochs = epochs;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @Path("/republication")
    @Operation(summary = "Send the events of the last days again; consumers skip those they have applied")
    public RestResponse<Integer> republish(@QueryParam("days") @DefaultValue("7") int days) {
        return RestResponse.ok(republication.republish(Duration.ofDays(Math.clamp(days, 1, 100_000))));
    }

    @POST
    @Idempotent
    @Path("/epoch")
    @Operation(summary = "Start a new epoch, once after the database was restored from a backup")
    public RestResponse<Integer> raiseEpoch() {
        return RestResponse.ok(epochs.raise(actor.person()));
    }
}
