package hk.itf.assessment.oversight;

import static hk.itf.assessment.Roles.AUDITOR;
import static hk.itf.assessment.Roles.SECRETARIAT;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who has how much to do. */
@Path("/workload")
@Tag(name = "Oversight", description = "What the secretariat keeps an eye on")
@Produces(MediaType.APPLICATION_JSON)
public class WorkloadResource {

    private final WorkloadQueries workload;

    WorkloadResource(WorkloadQueries workload) {
        this.workload = workload;
    }

    @GET
    @RolesAllowed({SECRETARIAT, AUDITOR})
    @Operation(summary = "Who holds how much, has done how much in thirty days and let how much lapse; and what waits")
    public WorkloadView workload() {
        return workload.workload();
    }
}
