package hk.itf.assessment.reviewcase;

import static hk.itf.assessment.Roles.AUDITOR;
import static hk.itf.assessment.Roles.SECRETARIAT;

import hk.itf.infra.http.Page;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.ReviewCaseId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Review cases and the timelines of grants. */
@Path("/")
@Tag(name = "Cases", description = "Review cases and the timelines of grants")
@Produces(MediaType.APPLICATION_JSON)
public class ReviewCaseResource {

    private final ReviewCaseQueries cases;

    ReviewCaseResource(ReviewCaseQueries cases) {
        this.cases = cases;
    }

    @GET
    @Path("cases")
    @RolesAllowed({SECRETARIAT, AUDITOR})
    @Operation(summary = "List the cases, newest first, by status, stage or passed pledge")
    public Page<CaseView> list(
            @QueryParam("status") @Nullable ReviewCaseStatus status,
            @QueryParam("stage") @Nullable Stage stage,
            @QueryParam("overdue") @DefaultValue("false") boolean overdue,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("size") @Nullable Integer size) {
        return cases.list(
                Optional.ofNullable(status), Optional.ofNullable(stage), overdue, Page.cursor(cursor), Page.size(size));
    }

    @GET
    @Path("cases/{id}")
    @RolesAllowed({SECRETARIAT, AUDITOR})
    @Operation(summary = "Get a case")
    public RestResponse<CaseView> get(@PathParam("id") ReviewCaseId id) {
        var view = cases.get(id);
        return VersionedResponse.ok(view, view.version());
    }

    @GET
    @Path("grants/{grant}/timeline")
    @RolesAllowed({SECRETARIAT, AUDITOR})
    @Operation(summary = "List the changes to a grant in this service, with actors and fingerprints")
    public List<Timeline.Row> timeline(@PathParam("grant") GrantId grant) {
        return cases.history(grant);
    }
}
