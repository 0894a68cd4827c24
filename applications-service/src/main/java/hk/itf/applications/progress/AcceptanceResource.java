package hk.itf.applications.progress;

import hk.itf.applications.application.ApplicationView;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.model.id.GrantId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The acceptance of an offer by the applicant. */
@Path("/applications/{id}/acceptance")
@Tag(name = "Applications")
@RolesAllowed("applicant")
@Produces(MediaType.APPLICATION_JSON)
public class AcceptanceResource {

    private final AcceptOffer accept;
    private final CurrentActor actor;

    AcceptanceResource(AcceptOffer accept, CurrentActor actor) {
        this.accept = accept;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @Operation(summary = "Accept the offer, which signs the agreement")
    public RestResponse<ApplicationView> accept(
            @PathParam("id") GrantId id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var view = accept.handle(new AcceptOffer.Command(id, EntityVersion.ifMatch(ifMatch), actor.person()));
        return VersionedResponse.ok(view, view.version());
    }
}
