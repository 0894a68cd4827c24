package hk.itf.applications.organisation;

import hk.itf.applications.organisation.Organisations.MemberRole;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.infra.http.input.NotBlankText;
import hk.itf.infra.http.input.PlainText;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.PersonId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Organisations, for the people who act for them. */
@Path("/organisations")
@Tag(name = "Organisations")
@RolesAllowed("applicant")
@Produces(MediaType.APPLICATION_JSON)
public class OrganisationResource {

    @Schema(examples = "{\"name\":\"Harbour Robotics Limited\",\"kind\":\"COMPANY\"}")
    public record NewOrganisation(
            @NotBlankText @Size(max = 200) @PlainText String name,
            @NotNull Organisation.Kind kind) {}

    @Schema(examples = "{\"person\":\"0b7e4f5e-3d0f-3a61-9b9e-0f6a3c6f9a11\",\"role\":\"EDITOR\"}")
    public record NewMember(
            @NotNull PersonId person, @NotNull MemberRole role) {}

    private final RegisterOrganisation register;
    private final AddMember addMember;
    private final OrganisationQueries queries;
    private final CurrentActor actor;

    OrganisationResource(
            RegisterOrganisation register, AddMember addMember, OrganisationQueries queries, CurrentActor actor) {
        this.register = register;
        this.addMember = addMember;
        this.queries = queries;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @Operation(summary = "Register an organisation and act for it")
    public RestResponse<OrganisationView> register(@NotNull @Valid NewOrganisation body) {
        var view = register.handle(new RegisterOrganisation.Command(body.name(), body.kind(), actor.person()));
        return VersionedResponse.created(view, view.version(), "/organisations/" + view.id());
    }

    @GET
    @Operation(summary = "The organisations I act for")
    public List<OrganisationView> mine() {
        return queries.mine(actor.person());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One organisation and its people")
    public RestResponse<OrganisationView> get(@PathParam("id") OrganisationId id) {
        var view = queries.get(id, actor.person());
        return VersionedResponse.ok(view, view.version());
    }

    @POST
    @Idempotent
    @Path("/{id}/members")
    @Operation(summary = "Let a colleague edit or submit for the organisation")
    public RestResponse<OrganisationView> addMember(
            @PathParam("id") OrganisationId id, @NotNull @Valid NewMember body) {
        var view = addMember.handle(new AddMember.Command(id, body.person(), body.role(), actor.person()));
        return VersionedResponse.ok(view, view.version());
    }
}
