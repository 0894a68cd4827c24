package hk.itf.assessment.meeting;

import static hk.itf.assessment.Roles.AUDITOR;
import static hk.itf.assessment.Roles.PANEL_CHAIR;
import static hk.itf.assessment.Roles.PANEL_MEMBER;
import static hk.itf.assessment.Roles.SECRETARIAT;

import hk.itf.assessment.agendaitem.MeetingId;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.Page;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.infra.http.input.NotBlankText;
import hk.itf.infra.http.input.PlainText;
import hk.itf.model.id.PersonId;
import hk.itf.model.scheme.value.SchemeId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Meetings of panels. Changes take no If-Match: each is a transition that can happen once, so the first request wins.
 */
@Path("/panel-meetings")
@Tag(name = "Panels", description = "Meetings, their agenda, declared interests and votes")
@Produces(MediaType.APPLICATION_JSON)
public class MeetingResource {

    /** @param chair absent when any chair may open and lead the meeting */
    @Schema(
            examples =
                    "{\"scheme\": \"raise-plus\", \"heldOn\": \"2027-03-12\", \"place\": \"Conference room 3, and by video\"}")
    public record NewMeeting(
            SchemeId scheme,
            LocalDate heldOn,

            @NotBlankText @Size(max = 500) @PlainText(lines = true)
            String place,

            Optional<PersonId> chair) {}

    @Schema(examples = "{\"reason\": \"Typhoon signal 8.\"}")
    public record Cancellation(
            @NotBlankText @Size(max = 1_000) @PlainText(lines = true)
            String reason) {}

    /** @param person absent for the caller */
    @Schema(examples = "{\"person\": \"0192d3a4-0000-7000-8000-000000000002\"}")
    public record Attending(Optional<PersonId> person) {}

    private final ScheduleMeeting schedule;
    private final CancelMeeting cancel;
    private final OpenMeeting open;
    private final CloseMeeting close;
    private final RecordAttendance attend;
    private final MeetingQueries meetings;
    private final CurrentActor actor;

    MeetingResource(
            ScheduleMeeting schedule,
            CancelMeeting cancel,
            OpenMeeting open,
            CloseMeeting close,
            RecordAttendance attend,
            MeetingQueries meetings,
            CurrentActor actor) {
        this.schedule = schedule;
        this.cancel = cancel;
        this.open = open;
        this.close = close;
        this.attend = attend;
        this.meetings = meetings;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @RolesAllowed(SECRETARIAT)
    @Operation(summary = "Schedule a meeting of a scheme's panel; its members see the meeting at once")
    public RestResponse<MeetingView> schedule(@NotNull @Valid NewMeeting body) {
        var meeting = schedule.handle(new ScheduleMeeting.Command(
                body.scheme(), body.heldOn(), body.place(), body.chair().orElse(null), actor.get()));
        return VersionedResponse.created(meeting, meeting.version(), "/panel-meetings/" + meeting.id());
    }

    @GET
    @RolesAllowed({SECRETARIAT, PANEL_MEMBER, PANEL_CHAIR, AUDITOR})
    @Operation(summary = "Meetings, newest first: the meetings of your panels; the secretariat and auditors see all")
    public Page<MeetingSummaryView> list(
            @QueryParam("status") @Nullable MeetingStatus status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("size") @Nullable Integer size) {
        return meetings.list(Optional.ofNullable(status), actor.get(), Page.cursor(cursor), Page.size(size));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({SECRETARIAT, PANEL_MEMBER, PANEL_CHAIR, AUDITOR})
    @Operation(summary = "One meeting with its attendance and agenda")
    public RestResponse<MeetingView> get(@PathParam("id") MeetingId id) {
        return ok(meetings.get(id, actor.get()));
    }

    @POST
    @Idempotent
    @Path("/{id}/cancellation")
    @RolesAllowed(SECRETARIAT)
    @Operation(summary = "Cancel a scheduled meeting; its cases wait for another meeting")
    public RestResponse<MeetingView> cancel(@PathParam("id") MeetingId id, @NotNull @Valid Cancellation body) {
        return ok(cancel.handle(new CancelMeeting.Command(id, body.reason(), actor.get())));
    }

    @POST
    @Idempotent
    @Path("/{id}/attendance")
    @RolesAllowed({SECRETARIAT, PANEL_MEMBER, PANEL_CHAIR})
    @Operation(summary = "Record your attendance; the secretariat records the attendance of others")
    public RestResponse<MeetingView> attend(@PathParam("id") MeetingId id, @Valid @Nullable Attending body) {
        var person = body == null ? null : body.person().orElse(null);
        return ok(attend.handle(new RecordAttendance.Command(id, person, actor.get())));
    }

    @POST
    @Idempotent
    @Path("/{id}/opening")
    @RolesAllowed(PANEL_CHAIR)
    @Operation(summary = "Open the meeting on its day, as its chair")
    public RestResponse<MeetingView> open(@PathParam("id") MeetingId id) {
        return ok(open.handle(new OpenMeeting.Command(id, actor.get())));
    }

    @POST
    @Idempotent
    @Path("/{id}/closing")
    @RolesAllowed(PANEL_CHAIR)
    @Operation(summary = "Close the meeting when no item on its agenda is open")
    public RestResponse<MeetingView> close(@PathParam("id") MeetingId id) {
        return ok(close.handle(new CloseMeeting.Command(id, actor.get())));
    }

    private static RestResponse<MeetingView> ok(MeetingView meeting) {
        return VersionedResponse.ok(meeting, meeting.version());
    }
}
