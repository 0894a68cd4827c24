package hk.itf.applications.amendment;

import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.http.Idempotent;
import hk.itf.infra.http.PlainText;
import hk.itf.infra.http.Replies;
import hk.itf.infra.http.Stated;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.GrantId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Changes to a running grant. The one kind so far is an earlier end. */
@Path("/applications/{application}/amendments")
@Tag(name = "Amendments")
@RolesAllowed("applicant")
@Produces(MediaType.APPLICATION_JSON)
public class AmendmentsResource {

    /** The kinds of change that can be asked for. */
    public enum Kind {
        EARLY_END
    }

    @Schema(examples = "{\"kind\":\"EARLY_END\",\"lastDay\":\"2026-10-31\",\"reason\":\"The researcher leaves.\"}")
    public record NewAmendment(
            @NotNull Kind kind,
            @NotNull LocalDate lastDay,

            @Stated @Size(max = 2000) @PlainText(lines = true)
            String reason) {}

    private final EndEarly endEarly;
    private final AmendmentQueries queries;
    private final CurrentActor actor;

    AmendmentsResource(EndEarly endEarly, AmendmentQueries queries, CurrentActor actor) {
        this.endEarly = endEarly;
        this.queries = queries;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @Operation(summary = "Draft a change; the new plan is shown before anything is submitted")
    public RestResponse<AmendmentView> draft(
            @PathParam("application") GrantId application, @NotNull @Valid NewAmendment body) {
        var view = switch (body.kind()) {
            case EARLY_END ->
                endEarly.draft(new EndEarly.Command(application, body.lastDay(), body.reason(), actor.person()));
        };
        return Replies.created(view, view.version(), "/applications/" + application + "/amendments/" + view.id());
    }

    @GET
    @Operation(summary = "The amendments of a grant")
    public List<AmendmentView> list(@PathParam("application") GrantId application) {
        return queries.list(application, actor.person());
    }

    @GET
    @Path("/{amendment}")
    @Operation(summary = "One amendment")
    public RestResponse<AmendmentView> get(
            @PathParam("application") GrantId application, @PathParam("amendment") AmendmentId amendment) {
        var view = queries.get(application, amendment, actor.person());
        return Replies.ok(view, view.version());
    }

    @POST
    @Idempotent
    @Path("/{amendment}/submission")
    @Operation(summary = "Submit an amendment, or submit it again after a clarification")
    public RestResponse<AmendmentView> submit(
            @PathParam("application") GrantId application,
            @PathParam("amendment") AmendmentId amendment,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var view = endEarly.submit(command(application, amendment, ifMatch));
        return Replies.ok(view, view.version());
    }

    @POST
    @Idempotent
    @Path("/{amendment}/withdrawal")
    @Operation(summary = "Take an amendment back before it is decided")
    public RestResponse<AmendmentView> withdraw(
            @PathParam("application") GrantId application,
            @PathParam("amendment") AmendmentId amendment,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var view = endEarly.withdraw(command(application, amendment, ifMatch));
        return Replies.ok(view, view.version());
    }

    private EndEarly.OnAmendment command(GrantId application, AmendmentId amendment, @Nullable String ifMatch) {
        return new EndEarly.OnAmendment(application, amendment, EntityVersion.ifMatch(ifMatch), actor.person());
    }
}
