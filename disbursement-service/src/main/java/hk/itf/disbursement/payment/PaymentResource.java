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

/** Payments under way and done. */
@Path("/payments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class PaymentResource {

    private final PaymentQueries queries;
    private final ApplyBankAnswer takeBankAnswer;
    private final CurrentActor actor;

    PaymentResource(PaymentQueries queries, ApplyBankAnswer takeBankAnswer, CurrentActor actor) {
        this.queries = queries;
        this.takeBankAnswer = takeBankAnswer;
        this.actor = actor;
    }

    @GET
    @Path("/attempts")
    @RolesAllowed({"finance-preparer", "finance-releaser", "fund-controller", "auditor"})
    @Operation(summary = "Attempts by status")
    public Page<AttemptView> attempts(
            @QueryParam("status") @Nullable AttemptStatus status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("size") @Nullable Integer size) {
        return queries.attempts(status, cursor, size);
    }

    @GET
    @Path("/parked")
    @RolesAllowed({"finance-preparer", "finance-releaser", "fund-controller", "auditor"})
    @Operation(summary = "What the bank said that fits nothing here, newest first")
    public List<ParkedAnswerView> parked() {
        return queries.parked();
    }

    @POST
    @Idempotent
    @Path("/parked/{position}/retrial")
    @RolesAllowed("fund-controller")
    @Operation(
            summary = "Take what the bank said and was parked, if it fits by now",
            description =
                    "As it would have been taken when it came. It moves no money otherwise: still-parked says why.")
    public RestResponse<Void> retry(@PathParam("position") long position) {
        takeBankAnswer.retry(position, actor.person());
        return RestResponse.noContent();
    }
}
