package hk.itf.assessment.settings;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Says nothing about who may call it: exists in tests alone, to see that nobody may. */
@Path("/unannotated")
public class UnannotatedResource {

    @GET
    public String get() {
        return "open";
    }
}
