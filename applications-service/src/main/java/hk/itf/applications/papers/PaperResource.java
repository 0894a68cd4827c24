package hk.itf.applications.papers;

import hk.itf.applications.papers.PaperIntake.Upload;
import hk.itf.applications.papers.Papers.Paper;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.infra.http.input.NotBlankText;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PaperId;
import hk.itf.model.id.ReviewTaskId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** Papers of a grant. Reviewers name the review task that they hold. */
@Path("/applications/{application}")
@Tag(name = "Papers")
@RolesAllowed({"applicant", "auditor", "secretariat", "assessor", "decision-authority"})
@Produces(MediaType.APPLICATION_JSON)
public class PaperResource {

    private final AttachPaper attach;
    private final DetachPaper detach;
    private final ReadPapers read;
    private final CurrentActor actor;

    PaperResource(AttachPaper attach, DetachPaper detach, ReadPapers read, CurrentActor actor) {
        this.attach = attach;
        this.detach = detach;
        this.read = read;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @Path("/papers")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("applicant")
    @Operation(
            summary = "Attach a file",
            description = "The body is the file itself: a PDF, PNG, JPG, XLSX or DOCX file of at most 10 MiB.")
    public RestResponse<Paper> attach(
            @PathParam("application") GrantId application,
            @QueryParam("document") @NotBlankText String document,
            @QueryParam("name") @NotBlankText String name,
            @NotNull byte[] content) {
        return ResponseBuilder.create(
                        Status.CREATED,
                        attach.handle(new AttachPaper.ToApplication(
                                application, new Upload(document, name, content), actor.person())))
                .build();
    }

    @POST
    @Idempotent
    @Path("/claims/{claim}/papers")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("applicant")
    @Operation(
            summary = "Attach a file to a claim",
            description = "The field missing of the claim lists the documents to attach. The body is the file itself.")
    public RestResponse<Paper> attachToClaim(
            @PathParam("application") GrantId application,
            @PathParam("claim") ClaimId claim,
            @QueryParam("document") @NotBlankText String document,
            @QueryParam("name") @NotBlankText String name,
            @NotNull byte[] content) {
        return ResponseBuilder.create(
                        Status.CREATED,
                        attach.handle(new AttachPaper.ToClaim(
                                application, claim, new Upload(document, name, content), actor.person())))
                .build();
    }

    @DELETE
    @Path("/claims/{claim}/papers/{paper}")
    @RolesAllowed("applicant")
    @Operation(summary = "Detach a paper from a claim in draft or sent back for clarification")
    public void detach(
            @PathParam("application") GrantId application,
            @PathParam("claim") ClaimId claim,
            @PathParam("paper") PaperId paper) {
        detach.handle(new DetachPaper.Command(application, claim, paper, actor.person()));
    }

    @GET
    @Path("/papers")
    @Operation(
            summary = "The papers of the application and its claims",
            description =
                    "The holder of a review task sees the papers of the application and of the claim under review.")
    public List<Paper> list(
            @PathParam("application") GrantId application, @QueryParam("task") @Nullable ReviewTaskId task) {
        return read.list(application, Optional.ofNullable(task), actor.get());
    }

    @GET
    @Produces(MediaType.WILDCARD)
    @Path("/papers/{paper}")
    @Operation(summary = "One file")
    public RestResponse<byte[]> get(
            @PathParam("application") GrantId application,
            @PathParam("paper") PaperId paper,
            @QueryParam("task") @Nullable ReviewTaskId task) {
        var content = read.read(application, paper, Optional.ofNullable(task), actor.get());
        return ResponseBuilder.ok(content.bytes())
                .header("Content-Type", content.paper().mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + paper + "\"")
                .header("Digest", "sha-256=" + content.paper().sha256())
                .build();
    }

    @GET
    @Path("/answers-for-review")
    @RolesAllowed({"secretariat", "assessor", "decision-authority"})
    @Operation(summary = "The answers a review task may see, during its lease")
    public Map<String, Object> answers(
            @PathParam("application") GrantId application, @QueryParam("task") @NotNull ReviewTaskId task) {
        return read.answers(application, task, actor.get());
    }
}
