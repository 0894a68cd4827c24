package hk.itf.assessment.queue;

import static hk.itf.assessment.Roles.ASSESSOR;
import static hk.itf.assessment.Roles.AUDITOR;
import static hk.itf.assessment.Roles.DECISION_AUTHORITY;
import static hk.itf.assessment.Roles.SECRETARIAT;

import hk.itf.assessment.reviewtask.ActView;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.infra.http.input.NotBlankText;
import hk.itf.infra.http.input.PlainText;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReviewTaskId;
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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Review tasks: read, keep, hand back, recuse, reassign. */
@Path("/tasks")
@Tag(name = "Queue")
@Produces(MediaType.APPLICATION_JSON)
public class TaskResource {

    @Schema(examples = "{\"reason\": \"I am away for two weeks.\"}")
    public record Reason(
            @NotBlankText @Size(max = 1_000) @PlainText(lines = true)
            String reason) {}

    /** @param organisation the party in which the interest lies; declares a conflict of interest in it as well */
    @Schema(
            examples =
                    "{\"reason\": \"My brother works there.\", \"organisation\": \"0192d3a4-0000-7000-8000-000000000001\"}")
    public record Recusal(
            @NotBlankText @Size(max = 1_000) @PlainText(lines = true)
            String reason,

            Optional<OrganisationId> organisation) {}

    /** @param to the person for whom the task is reserved; absent for everybody */
    @Schema(examples = "{\"reason\": \"On leave until March.\", \"to\": \"0192d3a4-0000-7000-8000-000000000002\"}")
    public record Reassignment(
            @NotBlankText @Size(max = 1_000) @PlainText(lines = true)
            String reason,

            Optional<PersonId> to) {}

    private final TaskQueries tasks;
    private final ExtendLease extend;
    private final HandBackTask handBack;
    private final RecuseFromTask recuse;
    private final ReassignTask reassign;
    private final CurrentActor actor;

    TaskResource(
            TaskQueries tasks,
            ExtendLease extend,
            HandBackTask handBack,
            RecuseFromTask recuse,
            ReassignTask reassign,
            CurrentActor actor) {
        this.tasks = tasks;
        this.extend = extend;
        this.handBack = handBack;
        this.recuse = recuse;
        this.reassign = reassign;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({SECRETARIAT, ASSESSOR, DECISION_AUTHORITY, AUDITOR})
    @Operation(summary = "Tasks you hold; with mine=false every open task, for the secretariat and auditors")
    public List<TaskSummaryView> list(@QueryParam("mine") @DefaultValue("true") boolean mine) {
        return tasks.list(mine, actor.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({SECRETARIAT, ASSESSOR, DECISION_AUTHORITY, AUDITOR})
    @Operation(summary = "A task with its acts, its lease and the content to judge")
    public RestResponse<TaskView> get(@PathParam("id") ReviewTaskId id) {
        var task = tasks.get(id, actor.get());
        return VersionedResponse.ok(task, task.version());
    }

    @POST
    @Idempotent
    @Path("/{id}/heartbeat")
    @RolesAllowed({SECRETARIAT, ASSESSOR, DECISION_AUTHORITY})
    @Operation(summary = "Extend the lease of a task, up to its latest end")
    public RestResponse<TaskView> heartbeat(@PathParam("id") ReviewTaskId id) {
        var task = extend.handle(new ExtendLease.Command(id, actor.get()));
        return VersionedResponse.ok(task, task.version());
    }

    @POST
    @Idempotent
    @Path("/{id}/hand-back")
    @RolesAllowed({SECRETARIAT, ASSESSOR, DECISION_AUTHORITY})
    @Operation(summary = "Hand a task back to the queue")
    public RestResponse<ActView> handBack(@PathParam("id") ReviewTaskId id, @NotNull @Valid Reason body) {
        var done = handBack.handle(new HandBackTask.Command(id, body.reason(), actor.get()));
        return VersionedResponse.ok(done, done.version());
    }

    @POST
    @Idempotent
    @Path("/{id}/recusal")
    @RolesAllowed({SECRETARIAT, ASSESSOR, DECISION_AUTHORITY})
    @Operation(summary = "Recuse yourself from a case for good")
    public RestResponse<ActView> recuse(@PathParam("id") ReviewTaskId id, @NotNull @Valid Recusal body) {
        var done = recuse.handle(new RecuseFromTask.Command(
                id, body.reason(), body.organisation().orElse(null), actor.get()));
        return VersionedResponse.ok(done, done.version());
    }

    @POST
    @Idempotent
    @Path("/{id}/reassignment")
    @RolesAllowed(SECRETARIAT)
    @Operation(summary = "Reassign a taken task, to everybody or reserved for one person")
    public RestResponse<ActView> reassign(@PathParam("id") ReviewTaskId id, @NotNull @Valid Reassignment body) {
        var done = reassign.handle(
                new ReassignTask.Command(id, body.reason(), body.to().orElse(null), actor.get()));
        return VersionedResponse.ok(done, done.version());
    }
}
