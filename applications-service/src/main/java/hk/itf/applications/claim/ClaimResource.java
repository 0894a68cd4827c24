package hk.itf.applications.claim;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.applications.claimline.ClaimLineInput;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.infra.http.input.NotBlankText;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.ClaimKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Claims on the tranches of a running grant. */
@Path("/applications/{application}/claims")
@Tag(name = "Claims")
@RolesAllowed("applicant")
@Produces(MediaType.APPLICATION_JSON)
public class ClaimResource {

    /**
     * One line of a claim. The scheme decides whether a line names a month of the tranche or a row of the application, both
     * counted from 1. The line of matching money and of accounts names the amount paid only.
     *
     * @param evidence the values of the columns that the scheme asks for
     */
    public record Line(
            Optional<Integer> month,
            Optional<Integer> row,
            @NotNull Money paid,
            Optional<Map<String, JsonNode>> evidence) {
        ClaimLineInput toInput() {
            return new ClaimLineInput(month, row, paid, evidence.orElse(Map.of()));
        }
    }

    @Schema(
            examples =
                    "{\"tranche\":\"019aa8c6-95a4-7c3e-8f8d-2f1b7e0c4d11\",\"lines\":[{\"month\":1,\"paid\":{\"amount\":\"60000.00\",\"currency\":\"HKD\"}}],\"report\":\"The prototype runs.\"}")
    public record NewClaim(
            @NotNull TrancheId tranche,
            Optional<ClaimKind> kind,
            @NotNull @Size(max = 200) List<@NotNull @Valid Line> lines,
            @NotBlankText @Size(max = 10_000) String report) {}

    public record ChangedClaim(
            @NotNull @Size(max = 200) List<@NotNull @Valid Line> lines,
            @NotBlankText @Size(max = 10_000) String report) {}

    private final DraftClaim draft;
    private final SubmitClaim submit;
    private final ClaimQueries queries;
    private final CurrentActor actor;

    ClaimResource(DraftClaim draft, SubmitClaim submit, ClaimQueries queries, CurrentActor actor) {
        this.draft = draft;
        this.submit = submit;
        this.queries = queries;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Draft a claim on a tranche",
            description =
                    "A payment claim has one line for each month or row. Matching money and accounts have one line with an amount. Other kinds have no lines.")
    public RestResponse<ClaimView> draft(@PathParam("application") GrantId application, @NotNull @Valid NewClaim body) {
        var view = draft.handle(new DraftClaim.Command(
                application,
                body.tranche(),
                body.kind().orElse(ClaimKind.PAYMENT),
                toInputs(body.lines()),
                body.report(),
                actor.person()));
        return VersionedResponse.created(view, view.version(), "/applications/" + application + "/claims/" + view.id());
    }

    @GET
    @Operation(summary = "The claims of a grant")
    public List<ClaimView> list(@PathParam("application") GrantId application) {
        return queries.list(application, actor.person());
    }

    @GET
    @Path("/{claim}")
    @Operation(summary = "One claim, line by line")
    public RestResponse<ClaimView> get(
            @PathParam("application") GrantId application, @PathParam("claim") ClaimId claim) {
        var view = queries.get(application, claim, actor.person());
        return VersionedResponse.ok(view, view.version());
    }

    @PUT
    @Path("/{claim}")
    @Operation(summary = "Change a claim in draft or sent back for clarification")
    public RestResponse<ClaimView> change(
            @PathParam("application") GrantId application,
            @PathParam("claim") ClaimId claim,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ChangedClaim body) {
        var view = draft.handle(new DraftClaim.Redraft(
                application,
                claim,
                EntityVersion.ifMatch(ifMatch),
                toInputs(body.lines()),
                body.report(),
                actor.person()));
        return VersionedResponse.ok(view, view.version());
    }

    @POST
    @Idempotent
    @Path("/{claim}/submission")
    @Operation(summary = "Submit a claim, or submit it again after a clarification")
    public RestResponse<ClaimView> submit(
            @PathParam("application") GrantId application,
            @PathParam("claim") ClaimId claim,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var view = submit.handle(
                new SubmitClaim.Command(application, claim, EntityVersion.ifMatch(ifMatch), actor.person()));
        return VersionedResponse.ok(view, view.version());
    }

    @POST
    @Idempotent
    @Path("/{claim}/withdrawal")
    @Operation(summary = "Withdraw a claim before it is decided")
    public RestResponse<ClaimView> withdraw(
            @PathParam("application") GrantId application,
            @PathParam("claim") ClaimId claim,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var view = submit.withdraw(
                new SubmitClaim.Command(application, claim, EntityVersion.ifMatch(ifMatch), actor.person()));
        return VersionedResponse.ok(view, view.version());
    }

    private static List<ClaimLineInput> toInputs(List<Line> lines) {
        return lines.stream().map(Line::toInput).toList();
    }
}
