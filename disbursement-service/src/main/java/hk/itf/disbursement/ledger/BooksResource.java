package hk.itf.disbursement.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The books, for whoever has to answer for them. */
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
    @Operation(summary = "Every account with opening, movements and balance; the total is zero")
    public BooksView books() {
        return queries.books();
    }
}
