package hk.itf.assessment.panel;

import static hk.itf.assessment.Roles.AUDITOR;
import static hk.itf.assessment.Roles.PANEL_CHAIR;
import static hk.itf.assessment.Roles.PANEL_MEMBER;
import static hk.itf.assessment.Roles.SECRETARIAT;

import hk.itf.assessment.agendaitem.AgendaItemId;
import hk.itf.assessment.agendaitem.AgendaItemView;
import hk.itf.assessment.agendaitem.MeetingId;
import hk.itf.assessment.agendaitem.Vote;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.infra.http.input.NotBlankText;
import hk.itf.infra.http.input.PlainText;
import hk.itf.model.id.OrganisationId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** One item on the agenda of a panel meeting: declared interests, votes and the recommendation. */
@Path("/agenda-items/{id}")
@Tag(name = "Panels")
@Produces(MediaType.APPLICATION_JSON)
public class AgendaItemResource {

    @Schema(examples = "{\"reason\": \"The applicant will file a new version.\"}")
    public record Removal(
            @NotBlankText @Size(max = 1_000) @PlainText(lines = true)
            String reason) {}

    /** @param organisation the party in which the interest lies; declares a conflict of interest in that organisation as well */
    @Schema(
            examples =
                    "{\"reason\": \"My daughter is on the team.\", \"organisation\": \"0192d3a4-0000-7000-8000-000000000001\"}")
    public record DeclaredInterest(
            @NotBlankText @Size(max = 1_000) @PlainText(lines = true)
            String reason,

            Optional<OrganisationId> organisation) {}

    @Schema(examples = "{\"vote\": \"SUPPORT\"}")
    public record Ballot(Vote vote) {}

    @Schema(examples = "{\"reason\": \"A sound plan with a market.\"}")
    public record Advice(
            @NotBlankText @Size(max = 5_000) @PlainText(lines = true)
            String reason) {}

    /** @param meeting another meeting of the same panel */
    @Schema(
            examples =
                    "{\"meeting\": \"0192d3a4-0000-7000-8000-000000000004\", \"reason\": \"The sponsor's letter is to be seen first.\"}")
    public record Adjournment(
            MeetingId meeting,

            @NotBlankText @Size(max = 1_000) @PlainText(lines = true)
            String reason) {}

    private final AgendaItemQueries items;
    private final TakeOffAgenda takeOff;
    private final ConfirmIndependence confirmIndependence;
    private final DeclareInterest declareInterest;
    private final CallItem call;
    private final CastVote vote;
    private final CloseItem close;
    private final AdjournItem adjourn;
    private final CurrentActor actor;

    AgendaItemResource(
            AgendaItemQueries items,
            TakeOffAgenda takeOff,
            ConfirmIndependence confirmIndependence,
            DeclareInterest declareInterest,
            CallItem call,
            CastVote vote,
            CloseItem close,
            AdjournItem adjourn,
            CurrentActor actor) {
        this.items = items;
        this.takeOff = takeOff;
        this.confirmIndependence = confirmIndependence;
        this.declareInterest = declareInterest;
        this.call = call;
        this.vote = vote;
        this.close = close;
        this.adjourn = adjourn;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({SECRETARIAT, PANEL_MEMBER, PANEL_CHAIR, AUDITOR})
    @Operation(
            summary =
                    "An agenda item with its participants and progress; members without an interest also see the case")
    public RestResponse<AgendaItemView> get(@PathParam("id") AgendaItemId id) {
        return ok(items.get(id, actor.get()));
    }

    @POST
    @Idempotent
    @Path("/removal")
    @RolesAllowed(SECRETARIAT)
    @Operation(summary = "Remove an item from the agenda; its case waits for another meeting")
    public RestResponse<AgendaItemView> takeOff(@PathParam("id") AgendaItemId id, @NotNull @Valid Removal body) {
        return ok(takeOff.handle(new TakeOffAgenda.Command(id, body.reason(), actor.get())));
    }

    @POST
    @Idempotent
    @Path("/independence")
    @RolesAllowed({PANEL_MEMBER, PANEL_CHAIR})
    @Operation(summary = "Declare to have no interest in the case; you may then read its papers and vote")
    public RestResponse<AgendaItemView> confirmIndependence(@PathParam("id") AgendaItemId id) {
        return ok(confirmIndependence.handle(new ConfirmIndependence.Command(id, actor.get())));
    }

    @POST
    @Idempotent
    @Path("/interest")
    @RolesAllowed({PANEL_MEMBER, PANEL_CHAIR})
    @Operation(summary = "Declare an interest in the case; you take no further part in its grant")
    public RestResponse<AgendaItemView> declareInterest(
            @PathParam("id") AgendaItemId id, @NotNull @Valid DeclaredInterest body) {
        return ok(declareInterest.handle(new DeclareInterest.Command(
                id, body.reason(), body.organisation().orElse(null), actor.get())));
    }

    @POST
    @Idempotent
    @Path("/call")
    @RolesAllowed(PANEL_CHAIR)
    @Operation(summary = "Call the item, as the chair or as another chair when the chair has an interest")
    public RestResponse<AgendaItemView> call(@PathParam("id") AgendaItemId id) {
        return ok(call.handle(new CallItem.Command(id, actor.get())));
    }

    @POST
    @Idempotent
    @Path("/vote")
    @RolesAllowed({PANEL_MEMBER, PANEL_CHAIR})
    @Operation(summary = "Vote on a called item, or change your vote until the item is closed")
    public RestResponse<AgendaItemView> vote(@PathParam("id") AgendaItemId id, @NotNull @Valid Ballot body) {
        return ok(vote.handle(new CastVote.Command(id, body.vote(), actor.get())));
    }

    @POST
    @Idempotent
    @Path("/closing")
    @RolesAllowed(PANEL_CHAIR)
    @Operation(
            summary =
                    "Close the vote on an item that you called; the majority makes the recommendation and the case advances")
    public RestResponse<AgendaItemView> close(@PathParam("id") AgendaItemId id, @NotNull @Valid Advice body) {
        return ok(close.handle(new CloseItem.Command(id, body.reason(), actor.get())));
    }

    @POST
    @Idempotent
    @Path("/adjournment")
    @RolesAllowed({SECRETARIAT, PANEL_CHAIR})
    @Operation(summary = "Adjourn the item to another meeting of the panel")
    public RestResponse<AgendaItemView> adjourn(@PathParam("id") AgendaItemId id, @NotNull @Valid Adjournment body) {
        return ok(adjourn.handle(new AdjournItem.Command(id, body.meeting(), body.reason(), actor.get())));
    }

    private static RestResponse<AgendaItemView> ok(AgendaItemView item) {
        return VersionedResponse.ok(item, item.version());
    }
}
