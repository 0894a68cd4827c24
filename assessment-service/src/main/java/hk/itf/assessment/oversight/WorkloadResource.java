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

/** The workload of the people who vet. */
@Path("/workload")
@Tag(name = "Oversight", description = "Overdue work and workload, for the secretariat")
@Produces(MediaType.APPLICATION_JSON)
public class WorkloadResource {

    private final WorkloadQueries workload;

    WorkloadResource(WorkloadQueries workload) {
        this.workload = workload;
    }

    @GET
    @RolesAllowed({SECRETARIAT, AUDITOR})
    @Operation(summary = "Tasks held, done and lapsed by person over thirty days, and waiting tasks by stage")
    public WorkloadView workload() {
        return workload.workload();
    }
}
