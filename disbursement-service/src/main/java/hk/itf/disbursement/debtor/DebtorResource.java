package hk.itf.disbursement.debtor;

import hk.itf.infra.http.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists debtors by the age of their debt. */
@Path("/debtors")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class DebtorResource {

    private final DebtorQueries queries;

    DebtorResource(DebtorQueries queries) {
        this.queries = queries;
    }

    @GET
    @RolesAllowed({"finance-preparer", "finance-releaser", "fund-controller", "auditor"})
    @Operation(
            summary = "Debtors with their outstanding amounts by days overdue, and their receivables",
            description =
                    "Amounts at the end of the day asOf (Hong Kong), today if absent, by the books of that day. Sorted by organisation.")
    public Page<DebtorView> list(
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date"), example = "2026-11-20")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("size") @Nullable Integer size) {
        return queries.list(asOf, cursor, size);
    }
}
