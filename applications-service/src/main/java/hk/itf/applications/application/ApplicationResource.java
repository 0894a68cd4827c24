package hk.itf.applications.application;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.applications.application.ApplicationView.Summary;
import hk.itf.applications.application.Submissions.Receipt;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.http.Page;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.infra.http.input.NotBlankText;
import hk.itf.infra.http.input.PlainText;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.scheme.value.SchemeId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Applications, from the draft to the withdrawal. */
@Path("/applications")
@Tag(name = "Applications")
@RolesAllowed("applicant")
@Produces(MediaType.APPLICATION_JSON)
public class ApplicationResource {

    @Schema(
            examples =
                    "{\"scheme\":\"rth\",\"organisation\":\"019aa8c6-95a4-7c3e-8f8d-2f1b7e0c4d11\",\"answers\":{\"stream\":\"tc\"}}")
    public record NewApplication(
            @NotNull SchemeId scheme,
            @NotNull OrganisationId organisation,
            @Nullable Map<String, JsonNode> answers) {}

    @Schema(examples = "{\"answers\":{\"stream\":\"tc\",\"degree\":\"doctoral\",\"engagement-months\":12}}")
    public record NewAnswers(@NotNull Map<String, JsonNode> answers) {}

    @Schema(examples = "{\"reason\":\"The candidate has taken another post.\"}")
    public record Withdrawal(
            @NotBlankText @Size(max = 2000) @PlainText(lines = true)
            String reason) {}

    private final StartApplication start;
    private final AnswerQuestions answer;
    private final WithdrawApplication withdraw;
    private final ApplicationQueries queries;
    private final CurrentActor actor;

    ApplicationResource(
            StartApplication start,
            AnswerQuestions answer,
            WithdrawApplication withdraw,
            ApplicationQueries queries,
            CurrentActor actor) {
        this.start = start;
        this.answer = answer;
        this.withdraw = withdraw;
        this.queries = queries;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @Operation(summary = "Open a draft")
    public RestResponse<ApplicationView> start(@NotNull @Valid NewApplication body) {
        var answers = body.answers();
        var view = start.handle(new StartApplication.Command(
                body.scheme(), body.organisation(), answers == null ? Map.of() : answers, actor.person()));
        return VersionedResponse.created(view, view.version(), "/applications/" + view.id());
    }

    @GET
    @RolesAllowed({"applicant", "secretariat", "auditor"})
    @Operation(
            summary = "Applications, newest first",
            description = "Narrow by organisation, status or the beginning of a reference.")
    public Page<Summary> list(
            @QueryParam("organisation") @Nullable OrganisationId organisation,
            @QueryParam("status") @Nullable ApplicationStatus status,
            @QueryParam("reference") @Size(max = 40) @PlainText @Nullable String reference,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("size") @Nullable Integer size) {
        return queries.list(
                new ApplicationQueries.Filter(organisation, status, reference), cursor, Page.size(size), actor.get());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"applicant", "secretariat", "auditor"})
    @Operation(summary = "One application: its status, its missing answers and papers, its entitlement")
    public RestResponse<ApplicationView> get(@PathParam("id") GrantId id) {
        var view = queries.get(id, actor.get());
        return VersionedResponse.ok(view, view.version());
    }

    @PUT
    @Path("/{id}/answers")
    @Operation(summary = "Replace the answers of a draft, or of an application sent back for clarification")
    public RestResponse<ApplicationView> answer(
            @PathParam("id") GrantId id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewAnswers body) {
        var view = answer.handle(
                new AnswerQuestions.Command(id, EntityVersion.ifMatch(ifMatch), body.answers(), actor.person()));
        return VersionedResponse.ok(view, view.version());
    }

    @GET
    @Path("/{id}/receipt")
    @RolesAllowed({"applicant", "secretariat", "auditor"})
    @Operation(summary = "The dated receipt, with the hash of the submitted content")
    public Receipt receipt(@PathParam("id") GrantId id) {
        return queries.receipt(id, actor.get());
    }

    @POST
    @Idempotent
    @Path("/{id}/withdrawal")
    @Operation(summary = "Withdraw an application, until its offer is accepted")
    public RestResponse<ApplicationView> withdraw(
            @PathParam("id") GrantId id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Withdrawal body) {
        var view = withdraw.handle(
                new WithdrawApplication.Command(id, EntityVersion.ifMatch(ifMatch), body.reason(), actor.person()));
        return VersionedResponse.ok(view, view.version());
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({"applicant", "secretariat", "auditor"})
    @Operation(summary = "The timeline of the application in this service, with actors and fingerprints")
    public List<Timeline.Row> history(@PathParam("id") GrantId id) {
        return queries.history(id, actor.get());
    }
}
