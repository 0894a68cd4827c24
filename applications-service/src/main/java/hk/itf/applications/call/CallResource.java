package hk.itf.applications.call;

import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.model.DomainException;
import hk.itf.model.scheme.value.Call;
import hk.itf.model.scheme.value.SchemeId;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The calls of a scheme. */
@Path("/schemes/{scheme}/calls")
@Tag(name = "Schemes")
@Produces(MediaType.APPLICATION_JSON)
public class CallResource {

    /** First and last Hong Kong day of the call; both are included. */
    @Schema(examples = "{\"id\": \"2027-1\", \"opens\": \"2027-09-01\", \"closes\": \"2027-10-31\"}")
    public record NewCall(
            @NotNull
            @Pattern(
                    regexp = "[0-9A-Za-z][0-9A-Za-z-]{0,31}",
                    message = "must have letters, digits and hyphens, 32 at most")
            String id,

            @NotNull LocalDate opens,
            @NotNull LocalDate closes) {}

    private final OpenCall openCall;
    private final Calls calls;
    private final CurrentActor actor;

    CallResource(OpenCall openCall, Calls calls, CurrentActor actor) {
        this.openCall = openCall;
        this.calls = calls;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Operation(summary = "The calls of a scheme, the latest first")
    public List<Call> list(@PathParam("scheme") String scheme) {
        return calls.of(id(scheme));
    }

    @POST
    @Idempotent
    @RolesAllowed("scheme-admin")
    @Operation(summary = "Open a call of a scheme; a call never changes")
    public RestResponse<Call> open(@PathParam("scheme") String scheme, @NotNull @Valid NewCall body) {
        var call = openCall.handle(
                new OpenCall.Command(id(scheme), body.id(), body.opens(), body.closes(), actor.person()));
        return ResponseBuilder.create(RestResponse.Status.CREATED, call).build();
    }

    private static SchemeId id(String scheme) {
        try {
            return SchemeId.of(scheme);
        } catch (IllegalArgumentException e) {
            throw DomainException.notFound("scheme");
        }
    }
}
