package hk.itf.infra.http.sample;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Fails on request, in the ways that a service can fail. */
@Path("/failures")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class FailingResource {

    private final Books books;

    FailingResource(Books books) {
        this.books = books;
    }

    @GET
    @Path("/unexpected")
    public String unexpected() {
        throw new IllegalStateException("hk.itf.infra.http.sample knows a secret");
    }

    @GET
    @Path("/sql/{state}")
    public String database(@PathParam("state") String state) {
        books.fail(state);
        return "no failure";
    }
}
