package hk.itf.disbursement.payment;

import hk.itf.disbursement.payment.PaymentQueries.ParkedAnswerView;
import hk.itf.infra.http.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Payments under way and done. */
@Path("/payments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
public class PaymentResource {

    private final PaymentQueries queries;

    PaymentResource(PaymentQueries queries) {
        this.queries = queries;
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
}
