package hk.itf.infra.http;

import hk.itf.infra.eventing.Intake;
import hk.itf.infra.eventing.Intake.IntakeView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** For operators: holding one topic back while the others flow. */
@Path("/operations/intake")
@Tag(name = "Operations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
public class IntakeResource {

    /** Why the topic is held back; kept as long as it is. */
    @Schema(examples = "{\"reason\": \"Thousands of broken events from a faulty release; being looked into.\"}")
    public record Pause(
            @Stated @Size(max = 1000) @PlainText(lines = true)
            String reason) {}

    private final Intake intake;
    private final CurrentActor actor;

    IntakeResource(Intake intake, CurrentActor actor) {
        this.intake = intake;
        this.actor = actor;
    }

    @GET
    @Operation(summary = "The topics this service listens to, and which are held back")
    public List<IntakeView> list() {
        return intake.list();
    }

    @PUT
    @Path("/{topic}/pause")
    @Operation(summary = "Hold a topic back; the broker keeps what is not read")
    public IntakeView pause(@PathParam("topic") String topic, @NotNull @Valid Pause pause) {
        return intake.pause(topic, actor.person(), pause.reason());
    }

    @DELETE
    @Path("/{topic}/pause")
    @Operation(summary = "Let the topic flow again")
    public IntakeView resume(@PathParam("topic") String topic) {
        return intake.resume(topic, actor.person());
    }
}
