package hk.itf.disbursement.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows the books. */
@Path("/books")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Books")
public class BooksResource {

    private final BooksQueries queries;

    BooksResource(BooksQueries queries) {
        this.queries = queries;
    }

    @GET
    @RolesAllowed({"auditor", "fund-controller", "finance-preparer", "finance-releaser"})
    @Operation(summary = "All ledger accounts with opening, movements and balance. The balances add up to 0.00.")
    public BooksView books() {
        return queries.books();
    }
}
