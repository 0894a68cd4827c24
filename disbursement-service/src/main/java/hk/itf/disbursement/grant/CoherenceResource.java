package hk.itf.disbursement.grant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Checks all laws of money at every call. */
@Path("/coherence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Books")
public class CoherenceResource {

    private final CoherenceQueries queries;

    CoherenceResource(CoherenceQueries queries) {
        this.queries = queries;
    }

    @GET
    @RolesAllowed({"auditor", "fund-controller", "finance-preparer", "finance-releaser"})
    @Operation(summary = "All laws of money, each with whether it holds and which rows break it")
    public CoherenceView coherence() {
        return queries.check();
    }
}
