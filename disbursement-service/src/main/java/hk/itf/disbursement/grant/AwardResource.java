package hk.itf.disbursement.grant;

import hk.itf.disbursement.award.AwardQueries;
import hk.itf.disbursement.award.AwardStatus;
import hk.itf.disbursement.award.AwardView;
import hk.itf.infra.http.Page;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.model.id.GrantId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Shows awards. Awards change by events only. */
@Path("/awards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Awards")
public class AwardResource {

    private final AwardQueries awards;
    private final GrantQueries grants;

    AwardResource(AwardQueries awards, GrantQueries grants) {
        this.awards = awards;
        this.grants = grants;
    }

    @GET
    @RolesAllowed({"finance-preparer", "finance-releaser", "fund-controller", "auditor"})
    @Operation(summary = "Awards by status, newest first")
    public Page<AwardView> list(
            @QueryParam("status") @Nullable AwardStatus status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("size") @Nullable Integer size) {
        return awards.list(status, cursor, size);
    }

    @GET
    @Path("/{grant}")
    @RolesAllowed({"finance-preparer", "finance-releaser", "fund-controller", "auditor"})
    @Operation(summary = "One award with its versions, amounts, and tranches with gates and holds")
    public RestResponse<GrantView> get(@PathParam("grant") GrantId grant) {
        var view = grants.get(grant);
        return VersionedResponse.ok(view, view.award().version());
    }
}
