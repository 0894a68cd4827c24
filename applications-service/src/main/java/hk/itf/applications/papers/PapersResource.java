package hk.itf.applications.papers;

import hk.itf.applications.papers.Papers.Paper;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.Idempotent;
import hk.itf.infra.http.Stated;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PaperId;
import hk.itf.model.id.ReviewTaskId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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

/** Papers of a case. Assessors name the review task they hold. */
@Path("/applications/{application}")
@Tag(name = "Papers")
@RolesAllowed({"applicant", "auditor", "secretariat", "assessor", "decision-authority"})
@Produces(MediaType.APPLICATION_JSON)
public class PapersResource {

    private final AttachPaper attach;
    private final ReadPapers read;
    private final CurrentActor actor;

    PapersResource(AttachPaper attach, ReadPapers read, CurrentActor actor) {
        this.attach = attach;
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
            description = "The body is the file itself: PDF, PNG, JPG, XLSX or DOCX, 10 MiB at most.")
    public RestResponse<Paper> attach(
            @PathParam("application") GrantId application,
            @QueryParam("document") @Stated String document,
            @QueryParam("name") @Stated String name,
            @NotNull byte[] content) {
        return ResponseBuilder.create(
                        Status.CREATED,
                        attach.handle(new AttachPaper.Command(application, document, name, content, actor.person())))
                .build();
    }

    @GET
    @Path("/papers")
    @Operation(summary = "What is attached")
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
