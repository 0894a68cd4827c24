package hk.itf.disbursement.payment;

import hk.itf.disbursement.tranche.TrancheView;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.model.id.TrancheId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Releases tranches and lists their attempts. */
@Path("/tranches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class ReleaseResource {

    private final ReleaseTranche releaseTranche;
    private final PaymentQueries queries;
    private final CurrentActor actor;

    ReleaseResource(ReleaseTranche releaseTranche, PaymentQueries queries, CurrentActor actor) {
        this.releaseTranche = releaseTranche;
        this.queries = queries;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @Path("/{id}/release")
    @RolesAllowed("finance-releaser")
    @Operation(summary = "Release a prepared tranche; the bank is instructed afterwards")
    public RestResponse<TrancheView> release(
            @PathParam("id") TrancheId id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var view =
                releaseTranche.handle(new ReleaseTranche.Command(id, EntityVersion.ifMatch(ifMatch), actor.person()));
        return VersionedResponse.ok(view, view.version());
    }

    @GET
    @Path("/{id}/attempts")
    @RolesAllowed({"finance-preparer", "finance-releaser", "fund-controller", "auditor"})
    @Operation(summary = "The payment attempts of a tranche, first to last")
    public List<AttemptView> attempts(@PathParam("id") TrancheId id) {
        return queries.attemptsOf(id);
    }
}
