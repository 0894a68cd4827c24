package hk.itf.disbursement.payee;

import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.infra.http.input.PlainText;
import hk.itf.model.id.OrganisationId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** Files, verifies and lists the bank details of organisations. */
@Path("/organisations/{organisation}/payees")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payees")
public class PayeeResource {

    /** New bank details, with the limits of {@link BankDetails}. */
    @Schema(examples = "{\"holder\":\"Harbour Robotics Limited\",\"bankCode\":\"024\",\"accountNumber\":\"123456789\"}")
    public record NewPayee(@PlainText String holder, String bankCode, String accountNumber) {

        /** Hides the account number. */
        @Override
        public String toString() {
            return "new payee";
        }
    }

    /** The evidence of a verification, 1 to 1,000 characters. */
    @Schema(examples = "{\"evidence\":\"Bank letter of 3 November 2026, called back on the listed number\"}")
    public record Verification(@PlainText(lines = true) String evidence) {}

    private final FilePayee filePayee;
    private final VerifyPayee verifyPayee;
    private final PayeeQueries queries;
    private final CurrentActor actor;

    PayeeResource(FilePayee filePayee, VerifyPayee verifyPayee, PayeeQueries queries, CurrentActor actor) {
        this.filePayee = filePayee;
        this.verifyPayee = verifyPayee;
        this.queries = queries;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @RolesAllowed("applicant")
    @Operation(summary = "File bank details. Unpaid tranches wait until the details are verified and have cooled off.")
    public RestResponse<PayeeView> file(
            @PathParam("organisation") OrganisationId organisation, @NotNull @Valid NewPayee request) {
        var details = new BankDetails(request.holder(), request.bankCode(), request.accountNumber());
        var view = filePayee.handle(new FilePayee.Command(organisation, details, actor.get()));
        return VersionedResponse.created(view, view.version(), "/organisations/" + organisation + "/payees");
    }

    @POST
    @Idempotent
    @Path("/{number}/verification")
    @RolesAllowed("payee-verifier")
    @Operation(summary = "Verify bank details that another person filed")
    public RestResponse<PayeeView> verify(
            @PathParam("organisation") OrganisationId organisation,
            @PathParam("number") int number,
            @NotNull @Valid Verification request) {
        var view =
                verifyPayee.handle(new VerifyPayee.Command(organisation, number, request.evidence(), actor.person()));
        return VersionedResponse.ok(view, view.version());
    }

    @GET
    @RolesAllowed({"applicant", "payee-verifier", "auditor"})
    @Operation(summary = "All versions of an organisation's bank details, newest first, with masked account numbers")
    public List<PayeeView> list(@PathParam("organisation") OrganisationId organisation) {
        return queries.of(organisation, actor.get());
    }
}
