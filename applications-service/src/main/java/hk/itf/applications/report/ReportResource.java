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

/** The report calendar of a running grant. */
@Path("/applications/{application}/reports")
@Tag(name = "Reports")
@RolesAllowed({"applicant", "secretariat", "auditor"})
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {

    private final ReportQueries queries;
    private final CurrentActor actor;

    ReportResource(ReportQueries queries, CurrentActor actor) {
        this.queries = queries;
        this.actor = actor;
    }

    @GET
    @Operation(
            summary = "The report calendar of a grant",
            description =
                    "The calendar is made when the offer is accepted. A report is filed as a claim of its kind. Payments of the grant are on hold while a report is overdue.")
    public List<ReportView> list(@PathParam("application") GrantId application) {
        return queries.of(application, actor.get());
    }
}
