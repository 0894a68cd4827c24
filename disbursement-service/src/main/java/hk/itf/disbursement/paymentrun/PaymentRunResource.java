package hk.itf.disbursement.paymentrun;

import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.Page;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.model.money.Money;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Opens, prepares, releases and reads payment runs. */
@Path("/payment-runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payment runs")
public class PaymentRunResource {

    /**
     * A request to release a run.
     *
     * @param expectedTotal total of the run that the releaser has read
     */
    @Schema(examples = "{\"expectedTotal\":{\"amount\":\"135000.00\",\"currency\":\"HKD\"}}")
    public record PaymentRunRelease(Money expectedTotal) {}

    private final OpenPaymentRun openPaymentRun;
    private final PreparePaymentRun preparePaymentRun;
    private final ReleasePaymentRun releasePaymentRun;
    private final PaymentRunQueries queries;
    private final CurrentActor actor;

    PaymentRunResource(
            OpenPaymentRun openPaymentRun,
            PreparePaymentRun preparePaymentRun,
            ReleasePaymentRun releasePaymentRun,
            PaymentRunQueries queries,
            CurrentActor actor) {
        this.openPaymentRun = openPaymentRun;
        this.preparePaymentRun = preparePaymentRun;
        this.releasePaymentRun = releasePaymentRun;
        this.queries = queries;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @RolesAllowed("finance-preparer")
    @Operation(
            summary = "Open a run over the tranches that can be paid now, longest due first",
            description = "The parameter upTo limits the number of tranches. No tranche is prepared yet.")
    public RestResponse<PaymentRunView> open(@QueryParam("upTo") @Nullable Integer upTo) {
        var view = openPaymentRun.handle(new OpenPaymentRun.Command(upTo, actor.person()));
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .location(URI.create("/payment-runs/" + view.summary().id()))
                .build();
    }

    @PUT
    @Path("/{id}/preparation")
    @RolesAllowed("finance-preparer")
    @Operation(
            summary = "Prepare every tranche of a run; a refused tranche stays listed with the reason",
            description =
                    "Each tranche is prepared on its own, with all checks. Repeat the request after a failure: no tranche is prepared twice.")
    public PaymentRunView prepare(@PathParam("id") UUID id) {
        return preparePaymentRun.handle(new PreparePaymentRun.Command(id, actor.person()));
    }

    @PUT
    @Path("/{id}/release")
    @RolesAllowed("finance-releaser")
    @Operation(
            summary = "Release every prepared tranche of a run; the request repeats the total of the run",
            description =
                    "Each tranche is released on its own, with all checks. Repeat the request after a failure: no tranche is released twice.")
    public PaymentRunView release(@PathParam("id") UUID id, @NotNull @Valid PaymentRunRelease request) {
        return releasePaymentRun.handle(new ReleasePaymentRun.Command(id, request.expectedTotal(), actor.person()));
    }

    @GET
    @RolesAllowed({"finance-preparer", "finance-releaser", "fund-controller", "auditor"})
    @Operation(summary = "Payment runs, newest first")
    public Page<PaymentRunSummary> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("size") @Nullable Integer size) {
        return queries.list(cursor, size);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"finance-preparer", "finance-releaser", "fund-controller", "auditor"})
    @Operation(summary = "One payment run with its total and the status of every tranche")
    public PaymentRunView get(@PathParam("id") UUID id) {
        return queries.get(id);
    }
}
