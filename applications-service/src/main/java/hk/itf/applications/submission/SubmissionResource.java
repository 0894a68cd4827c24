package hk.itf.applications.submission;

import hk.itf.applications.application.ApplicationQueries;
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

/** The submission of a draft, and of an application that was sent back for clarification. */
@Path("/applications/{id}/submission")
@Tag(name = "Applications")
@RolesAllowed("applicant")
@Produces(MediaType.APPLICATION_JSON)
public class SubmissionResource {

    private final SubmitApplication submit;
    private final ResubmitApplication resubmit;
    private final ApplicationQueries applications;
    private final CurrentActor actor;

    SubmissionResource(
            SubmitApplication submit,
            ResubmitApplication resubmit,
            ApplicationQueries applications,
            CurrentActor actor) {
        this.submit = submit;
        this.resubmit = resubmit;
        this.applications = applications;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @Operation(summary = "Submit a draft, or submit again after a clarification")
    public RestResponse<ApplicationView> submit(
            @PathParam("id") GrantId id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var command = new SubmitApplication.Command(id, EntityVersion.ifMatch(ifMatch), actor.person());
        var view = applications.isSentBack(id) ? resubmit.handle(command) : submit.handle(command);
        return VersionedResponse.created(view, view.version(), "/applications/" + id + "/receipt");
    }
}
