package hk.itf.applications.settings;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Says nothing about who may call it: exists in tests alone, to see that nobody may. */
@Path("/unannotated")
public class UnannotatedResource {

    @GET
    @Operation(hidden = true)
    public String get() {
        return "open";
    }
}
