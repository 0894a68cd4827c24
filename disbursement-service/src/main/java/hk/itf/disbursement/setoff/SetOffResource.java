package hk.itf.disbursement.setoff;

import hk.itf.disbursement.proposal.Withdrawal;
import hk.itf.disbursement.receivable.ReceivableView;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** Proposes, confirms and withdraws set-offs. */
@Path("/receivables/{id}/set-off")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class SetOffResource {

    /** A request to set an amount off against a tranche. */
    @Schema(
            examples =
                    "{\"tranche\":\"019aa8c6-95a4-7c3e-8f8d-2f1b7e0c4d77\",\"amount\":{\"amount\":\"9000.00\",\"currency\":\"HKD\"}}")
    public record NewSetOff(TrancheId tranche, Money amount) {}

    private final ProposeSetOff proposeSetOff;
    private final ConfirmSetOff confirmSetOff;
    private final WithdrawSetOff withdrawSetOff;
    private final CurrentActor actor;

    SetOffResource(
            ProposeSetOff proposeSetOff,
            ConfirmSetOff confirmSetOff,
            WithdrawSetOff withdrawSetOff,
            CurrentActor actor) {
        this.proposeSetOff = proposeSetOff;
        this.confirmSetOff = confirmSetOff;
        this.withdrawSetOff = withdrawSetOff;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @RolesAllowed("finance-preparer")
    @Operation(summary = "Propose a set-off against a due tranche of the same organisation")
    public RestResponse<ReceivableView> propose(
            @PathParam("id") ReceivableId id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewSetOff request) {
        var view = proposeSetOff.handle(new ProposeSetOff.Command(
                id, EntityVersion.ifMatch(ifMatch), request.tranche(), request.amount(), actor.person()));
        return VersionedResponse.created(view, view.version(), "/receivables/" + view.id());
    }

    @POST
    @Idempotent
    @Path("/{setOff}/confirmation")
    @RolesAllowed("finance-releaser")
    @Operation(
            summary = "Confirm a set-off that another person proposed",
            description =
                    "The amount is deducted from the payable amount of the tranche. The tranche is paid when no payable amount is left.")
    public RestResponse<ReceivableView> confirm(
            @PathParam("id") ReceivableId id,
            @PathParam("setOff") UUID setOff,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var view = confirmSetOff.handle(
                new ConfirmSetOff.Command(id, setOff, EntityVersion.ifMatch(ifMatch), actor.person()));
        return VersionedResponse.ok(view, view.version());
    }

    @POST
    @Idempotent
    @Path("/{setOff}/withdrawal")
    @RolesAllowed({"finance-preparer", "fund-controller"})
    @Operation(
            summary = "Withdraw a set-off before its confirmation",
            description = "Allowed for the proposer and for a fund controller.")
    public RestResponse<ReceivableView> withdraw(
            @PathParam("id") ReceivableId id,
            @PathParam("setOff") UUID setOff,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Withdrawal request) {
        var view = withdrawSetOff.handle(
                new WithdrawSetOff.Command(id, setOff, EntityVersion.ifMatch(ifMatch), request.reason(), actor.get()));
        return VersionedResponse.ok(view, view.version());
    }
}
