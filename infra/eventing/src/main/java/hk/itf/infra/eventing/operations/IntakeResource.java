package hk.itf.infra.eventing.operations;

import hk.itf.infra.eventing.inbox.Intake;
import hk.itf.infra.eventing.inbox.Intake.IntakeView;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.input.NotBlankText;
import hk.itf.infra.http.input.PlainText;
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

/** Lets operators pause and resume the intake of one topic while the service reads the other topics. */
@Path("/operations/intake")
@Tag(name = "Operations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
public class IntakeResource {

    /** The reason for a pause, kept until the topic is resumed. */
    @Schema(examples = "{\"reason\": \"A faulty release sent thousands of broken events; under investigation.\"}")
    public record Pause(
            @NotBlankText @Size(max = 1000) @PlainText(lines = true)
            String reason) {}

    private final Intake intake;
    private final CurrentActor actor;

    IntakeResource(Intake intake, CurrentActor actor) {
        this.intake = intake;
        this.actor = actor;
    }

    @GET
    @Operation(summary = "The topics this service reads, with those that are paused")
    public List<IntakeView> list() {
        return intake.list();
    }

    @PUT
    @Path("/{topic}/pause")
    @Operation(summary = "Pause a topic; the broker keeps its events")
    public IntakeView pause(@PathParam("topic") String topic, @NotNull @Valid Pause pause) {
        return intake.pause(topic, actor.person(), pause.reason());
    }

    @DELETE
    @Path("/{topic}/pause")
    @Operation(summary = "Resume a topic")
    public IntakeView resume(@PathParam("topic") String topic) {
        return intake.resume(topic, actor.person());
    }
}
