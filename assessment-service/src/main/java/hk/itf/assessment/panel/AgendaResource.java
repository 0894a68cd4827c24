package hk.itf.assessment.panel;

import static hk.itf.assessment.Roles.SECRETARIAT;

import hk.itf.assessment.agendaitem.AgendaItemView;
import hk.itf.assessment.agendaitem.MeetingId;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.model.id.ReviewCaseId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The agenda of a panel meeting. */
@Path("/panel-meetings/{id}/agenda")
@Tag(name = "Panels")
@Produces(MediaType.APPLICATION_JSON)
public class AgendaResource {

    @Schema(examples = "{\"reviewCase\": \"0192d3a4-0000-7000-8000-000000000003\"}")
    public record NewItem(ReviewCaseId reviewCase) {}

    private final PutOnAgenda putOnAgenda;
    private final CurrentActor actor;

    AgendaResource(PutOnAgenda putOnAgenda, CurrentActor actor) {
        this.putOnAgenda = putOnAgenda;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @RolesAllowed(SECRETARIAT)
    @Operation(summary = "Put a case that waits for the panel on the agenda")
    public RestResponse<AgendaItemView> put(@PathParam("id") MeetingId id, @NotNull @Valid NewItem body) {
        var item = putOnAgenda.handle(new PutOnAgenda.Command(id, body.reviewCase(), actor.get()));
        return VersionedResponse.created(item, item.version(), "/agenda-items/" + item.id());
    }
}
