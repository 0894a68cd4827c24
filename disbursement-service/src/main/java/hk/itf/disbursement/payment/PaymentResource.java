package hk.itf.disbursement.payment;

import hk.itf.disbursement.payment.PaymentQueries.ParkedAnswerView;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.Page;
import hk.itf.infra.http.idempotency.Idempotent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Reads payment attempts and parked bank answers, and retries a parked answer. */
@Path("/payments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class PaymentResource {

    private final PaymentQueries queries;
    private final ApplyBankAnswer applyBankAnswer;
    private final CurrentActor actor;

    PaymentResource(PaymentQueries queries, ApplyBankAnswer applyBankAnswer, CurrentActor actor) {
        this.queries = queries;
        this.applyBankAnswer = applyBankAnswer;
        this.actor = actor;
    }

    @GET
    @Path("/attempts")
    @RolesAllowed({"finance-preparer", "finance-releaser", "fund-controller", "auditor"})
    @Operation(summary = "Payment attempts, optionally by status, newest first")
    public Page<AttemptView> attempts(
            @QueryParam("status") @Nullable AttemptStatus status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("size") @Nullable Integer size) {
        return queries.attempts(status, cursor, size);
    }

    @GET
    @Path("/parked")
    @RolesAllowed({"finance-preparer", "finance-releaser", "fund-controller", "auditor"})
    @Operation(summary = "Bank answers that could not be applied, newest first")
    public List<ParkedAnswerView> parked() {
        return queries.parked();
    }

    @POST
    @Idempotent
    @Path("/parked/{position}/retrial")
    @RolesAllowed("fund-controller")
    @Operation(
            summary = "Apply a parked bank answer",
            description =
                    "The answer has the effect it would have had on arrival. If it still cannot be applied, no money moves and still-parked names the reason.")
    public RestResponse<Void> retry(@PathParam("position") long position) {
        applyBankAnswer.retry(position, actor.person());
        return RestResponse.noContent();
    }
}
