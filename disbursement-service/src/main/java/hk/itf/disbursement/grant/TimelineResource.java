package hk.itf.disbursement.grant;

import hk.itf.infra.timeline.Timeline;
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

/** Shows the timeline of a grant in this service. */
@Path("/grants/{grant}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Timeline")
public class TimelineResource {

    private final GrantQueries grants;

    TimelineResource(GrantQueries grants) {
        this.grants = grants;
    }

    @GET
    @RolesAllowed({"auditor", "fund-controller"})
    @Operation(summary = "All changes of a grant in this service, oldest first, with actor and fingerprints")
    public List<Timeline.Row> timeline(@PathParam("grant") GrantId grant) {
        return grants.timelineOf(grant);
    }
}
