package hk.itf.infra.http.sample;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Declares no roles, so that nobody may call the operation. */
@Path("/unannotated")
public class UnannotatedResource {

    @GET
    @Operation(hidden = true)
    public String get() {
        return "open";
    }
}
