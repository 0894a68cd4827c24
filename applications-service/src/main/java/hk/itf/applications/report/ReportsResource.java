package hk.itf.applications.report;

import hk.itf.infra.http.CurrentActor;
import hk.itf.model.id.GrantId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a running grant has to report, and by when. */
@Path("/applications/{application}/reports")
@Tag(name = "Reports")
@RolesAllowed({"applicant", "secretariat", "auditor"})
@Produces(MediaType.APPLICATION_JSON)
public class ReportsResource {

    private final ReportQueries queries;
    private final CurrentActor actor;

    ReportsResource(ReportQueries queries, CurrentActor actor) {
        this.queries = queries;
        this.actor = actor;
    }

    @GET
    @Operation(
            summary = "The calendar of reports, made at agreement; each is filed as a claim of its kind",
            description = "While one is overdue, nothing of the grant is paid.")
    public List<ReportView> list(@PathParam("application") GrantId application) {
        return queries.of(application, actor.get());
    }
}
