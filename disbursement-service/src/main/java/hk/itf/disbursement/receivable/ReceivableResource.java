package hk.itf.disbursement.receivable;

import hk.itf.disbursement.proposal.Withdrawal;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.http.Page;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.infra.http.input.PlainText;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.money.Money;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Reads receivables and handles the cash that settles them. */
@Path("/receivables")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class ReceivableResource {

    /**
     * A request to record cash.
     *
     * @param bankReference reference of the bank for the incoming payment
     */
    @Schema(
            examples =
                    "{\"amount\":{\"amount\":\"4000.00\",\"currency\":\"HKD\"},\"valueDate\":\"2026-11-20\",\"bankReference\":\"FT26324ABC\"}")
    public record NewCash(
            Money amount,
            LocalDate valueDate,
            @NotBlank @Size(max = 35) @PlainText String bankReference) {}

    private final RecordCash recordCash;
    private final ConfirmCash confirmCash;
    private final WithdrawRecovery withdrawRecovery;
    private final ReceivableQueries queries;
    private final CurrentActor actor;

    ReceivableResource(
            RecordCash recordCash,
            ConfirmCash confirmCash,
            WithdrawRecovery withdrawRecovery,
            ReceivableQueries queries,
            CurrentActor actor) {
        this.recordCash = recordCash;
        this.confirmCash = confirmCash;
        this.withdrawRecovery = withdrawRecovery;
        this.queries = queries;
        this.actor = actor;
    }

    @GET
    @RolesAllowed({"finance-preparer", "finance-releaser", "fund-controller", "auditor"})
    @Operation(summary = "Receivables with owner, due date and age, earliest due date first")
    public Page<ReceivableView> list(
            @QueryParam("status") @Nullable ReceivableStatus status,
            @QueryParam("organisation") @Nullable OrganisationId organisation,
            @QueryParam("overdue") @DefaultValue("false") boolean overdue,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("size") @Nullable Integer size) {
        return queries.list(new ReceivableQueries.Filter(status, organisation, overdue), cursor, size);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"finance-preparer", "finance-releaser", "fund-controller", "auditor"})
    @Operation(summary = "One receivable with its recoveries and reminders")
    public RestResponse<ReceivableView> get(@PathParam("id") ReceivableId id) {
        var view = queries.get(id);
        return VersionedResponse.ok(view, view.version());
    }

    @POST
    @Idempotent
    @Path("/{id}/cash")
    @RolesAllowed("finance-preparer")
    @Operation(summary = "Record cash of a debtor; no money moves before another person confirms")
    public RestResponse<ReceivableView> cash(
            @PathParam("id") ReceivableId id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid NewCash request) {
        var view = recordCash.handle(new RecordCash.Command(
                id,
                EntityVersion.ifMatch(ifMatch),
                request.amount(),
                request.valueDate(),
                request.bankReference(),
                actor.person()));
        return VersionedResponse.created(view, view.version(), "/receivables/" + view.id());
    }

    @POST
    @Idempotent
    @Path("/{id}/cash/{cash}/confirmation")
    @RolesAllowed("finance-releaser")
    @Operation(summary = "Confirm cash that another person recorded; it reaches the envelope of the open year")
    public RestResponse<ReceivableView> confirm(
            @PathParam("id") ReceivableId id,
            @PathParam("cash") UUID cash,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var view =
                confirmCash.handle(new ConfirmCash.Command(id, cash, EntityVersion.ifMatch(ifMatch), actor.person()));
        return VersionedResponse.ok(view, view.version());
    }

    @POST
    @Idempotent
    @Path("/{id}/cash/{cash}/withdrawal")
    @RolesAllowed({"finance-preparer", "fund-controller"})
    @Operation(
            summary = "Withdraw recorded cash before its confirmation",
            description = "Allowed for the person who recorded the cash and for a fund controller.")
    public RestResponse<ReceivableView> withdraw(
            @PathParam("id") ReceivableId id,
            @PathParam("cash") UUID cash,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Withdrawal request) {
        var view = withdrawRecovery.handle(new WithdrawRecovery.Command(
                id, Recovery.Method.CASH, cash, EntityVersion.ifMatch(ifMatch), request.reason(), actor.get()));
        return VersionedResponse.ok(view, view.version());
    }
}
