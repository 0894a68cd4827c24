package hk.itf.infra.eventing.operations;

import hk.itf.infra.eventing.heads.StreamsBehind;
import hk.itf.infra.eventing.heads.StreamsBehind.StreamBehindView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows operators the streams of other services whose last events are missing here, or differ. */
@Path("/operations/streams-behind")
@Tag(name = "Operations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
public class StreamsBehindResource {

    private final StreamsBehind streams;

    StreamsBehindResource(StreamsBehind streams) {
        this.streams = streams;
    }

    @GET
    @Operation(summary = "Streams whose last events are missing here, as the last check found them")
    public List<StreamBehindView> list() {
        return streams.list();
    }
}
