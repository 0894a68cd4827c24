package hk.itf.disbursement.envelope;

import hk.itf.disbursement.proposal.Withdrawal;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.Page;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.infra.http.input.PlainText;
import hk.itf.model.id.EnvelopeId;
import hk.itf.model.money.Money;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Reads envelopes and handles their top-ups. */
@Path("/envelopes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Envelopes")
public class EnvelopeResource {

    /** A request for money for a scheme and a financial year. */
    @Schema(
            examples =
                    "{\"scheme\":\"rth\",\"financialYear\":\"2026-27\",\"amount\":{\"amount\":\"50000000.00\",\"currency\":\"HKD\"},\"reason\":\"Appropriation 2026-27\"}")
    public record NewEnvelope(
            String scheme,
            String financialYear,
            Money amount,
            @PlainText(lines = true) String reason) {}

    /** A request for more money for an envelope. */
    @Schema(
            examples =
                    "{\"amount\":{\"amount\":\"1000000.00\",\"currency\":\"HKD\"},\"reason\":\"Supplementary provision\"}")
    public record NewTopUp(
            Money amount, @PlainText(lines = true) String reason) {}

    private final ProposeTopUp proposeTopUp;
    private final ConfirmTopUp confirmTopUp;
    private final WithdrawTopUp withdrawTopUp;
    private final EnvelopeQueries queries;
    private final CurrentActor actor;

    EnvelopeResource(
            ProposeTopUp proposeTopUp,
            ConfirmTopUp confirmTopUp,
            WithdrawTopUp withdrawTopUp,
            EnvelopeQueries queries,
            CurrentActor actor) {
        this.proposeTopUp = proposeTopUp;
        this.confirmTopUp = confirmTopUp;
        this.withdrawTopUp = withdrawTopUp;
        this.queries = queries;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @RolesAllowed("fund-controller")
    @Operation(summary = "Propose a top-up for a scheme and year; creates the envelope if it is absent")
    public RestResponse<EnvelopeView> open(@NotNull @Valid NewEnvelope request) {
        var view = proposeTopUp.handle(new ProposeTopUp.OpenCommand(
                request.scheme(), request.financialYear(), request.amount(), request.reason(), actor.person()));
        return VersionedResponse.created(view, view.version(), "/envelopes/" + view.id());
    }

    @POST
    @Idempotent
    @Path("/{id}/top-ups")
    @RolesAllowed("fund-controller")
    @Operation(summary = "Propose a top-up of an envelope")
    public RestResponse<EnvelopeView> propose(@PathParam("id") EnvelopeId id, @NotNull @Valid NewTopUp request) {
        var view =
                proposeTopUp.handle(new ProposeTopUp.Command(id, request.amount(), request.reason(), actor.person()));
        return VersionedResponse.created(view, view.version(), "/envelopes/" + view.id());
    }

    @POST
    @Idempotent
    @Path("/{id}/top-ups/{topUp}/confirmation")
    @RolesAllowed("fund-controller")
    @Operation(summary = "Confirm a top-up that another person proposed; serves the waiting awards in order")
    public RestResponse<EnvelopeView> confirm(@PathParam("id") EnvelopeId id, @PathParam("topUp") UUID topUp) {
        var view = confirmTopUp.handle(new ConfirmTopUp.Command(id, topUp, actor.person()));
        return VersionedResponse.ok(view, view.version());
    }

    @POST
    @Idempotent
    @Path("/{id}/top-ups/{topUp}/withdrawal")
    @RolesAllowed("fund-controller")
    @Operation(summary = "Withdraw a top-up before its confirmation")
    public RestResponse<EnvelopeView> withdraw(
            @PathParam("id") EnvelopeId id, @PathParam("topUp") UUID topUp, @NotNull @Valid Withdrawal request) {
        var view = withdrawTopUp.handle(new WithdrawTopUp.Command(id, topUp, request.reason(), actor.get()));
        return VersionedResponse.ok(view, view.version());
    }

    @GET
    @RolesAllowed({"fund-controller", "finance-preparer", "finance-releaser", "auditor"})
    @Operation(summary = "Envelopes with their amounts, newest first")
    public Page<EnvelopeView> list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("size") @Nullable Integer size) {
        return queries.list(cursor, size);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"fund-controller", "finance-preparer", "finance-releaser", "auditor"})
    @Operation(summary = "One envelope with its top-ups, carry-overs and waiting awards in order")
    public RestResponse<EnvelopeView> get(@PathParam("id") EnvelopeId id) {
        var view = queries.get(id);
        return VersionedResponse.ok(view, view.version());
    }
}
