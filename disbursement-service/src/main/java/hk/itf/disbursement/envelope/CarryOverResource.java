package hk.itf.disbursement.envelope;

import hk.itf.disbursement.proposal.Withdrawal;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.infra.http.input.NotBlankText;
import hk.itf.infra.http.input.PlainText;
import hk.itf.model.id.EnvelopeId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Proposes, confirms and withdraws carry-overs of envelopes whose year has ended. */
@Path("/envelopes/{id}/carry-overs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Envelopes")
public class CarryOverResource {

    /** A request to carry an envelope over. */
    @Schema(examples = "{\"reason\":\"Year end 2026-27, accounts agreed\"}")
    public record NewCarryOver(
            @NotBlankText @Size(max = 500) @PlainText(lines = true)
            String reason) {}

    private final ProposeCarryOver proposeCarryOver;
    private final ConfirmCarryOver confirmCarryOver;
    private final WithdrawCarryOver withdrawCarryOver;
    private final CurrentActor actor;

    CarryOverResource(
            ProposeCarryOver proposeCarryOver,
            ConfirmCarryOver confirmCarryOver,
            WithdrawCarryOver withdrawCarryOver,
            CurrentActor actor) {
        this.proposeCarryOver = proposeCarryOver;
        this.confirmCarryOver = confirmCarryOver;
        this.withdrawCarryOver = withdrawCarryOver;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @RolesAllowed("fund-controller")
    @Operation(
            summary = "Propose the carry-over of an envelope whose year has ended",
            description =
                    "The free amount and the waiting awards move to the envelope of the open year after the confirmation.")
    public RestResponse<EnvelopeView> propose(@PathParam("id") EnvelopeId id, @NotNull @Valid NewCarryOver request) {
        var view = proposeCarryOver.handle(new ProposeCarryOver.Command(id, request.reason(), actor.person()));
        return VersionedResponse.created(view, view.version(), "/envelopes/" + view.id());
    }

    @POST
    @Idempotent
    @Path("/{carryOver}/confirmation")
    @RolesAllowed("fund-controller")
    @Operation(
            summary = "Confirm a carry-over that another person proposed",
            description =
                    "If-Match names the version of the envelope that was read. The awards waiting in the open year are served in order.")
    public RestResponse<EnvelopeView> confirm(
            @PathParam("id") EnvelopeId id,
            @PathParam("carryOver") UUID carryOver,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var view = confirmCarryOver.handle(
                new ConfirmCarryOver.Command(id, carryOver, EntityVersion.ifMatch(ifMatch), actor.person()));
        return VersionedResponse.ok(view, view.version());
    }

    @POST
    @Idempotent
    @Path("/{carryOver}/withdrawal")
    @RolesAllowed("fund-controller")
    @Operation(summary = "Withdraw a carry-over before its confirmation")
    public RestResponse<EnvelopeView> withdraw(
            @PathParam("id") EnvelopeId id,
            @PathParam("carryOver") UUID carryOver,
            @NotNull @Valid Withdrawal request) {
        var view =
                withdrawCarryOver.handle(new WithdrawCarryOver.Command(id, carryOver, request.reason(), actor.get()));
        return VersionedResponse.ok(view, view.version());
    }
}
