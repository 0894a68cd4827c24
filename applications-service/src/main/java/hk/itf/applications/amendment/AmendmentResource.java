package hk.itf.applications.amendment;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.applications.proposal.AmendmentRequest;
import hk.itf.applications.proposal.AmendmentRequestFields;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.http.VersionedResponse;
import hk.itf.infra.http.idempotency.Idempotent;
import hk.itf.infra.http.input.NotBlankText;
import hk.itf.infra.http.input.PlainText;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Amendments of a running grant: early end, variation, next stage and termination. */
@Path("/applications/{application}/amendments")
@Tag(name = "Amendments")
@RolesAllowed("applicant")
@Produces(MediaType.APPLICATION_JSON)
public class AmendmentResource {

    /** A tranche and its new last day. */
    public record NewMilestone(
            @NotNull TrancheId tranche, @NotNull LocalDate lastDay) {
        AmendmentRequest.Milestone toMilestone() {
            return new AmendmentRequest.Milestone(tranche, lastDay);
        }
    }

    /**
     * The fields of a new amendment. Each kind uses some of them; the others must be left out.
     *
     * @param lastDay the last day of the grant (EARLY_END, TERMINATION)
     * @param keep the part of the paid amount that the grantee keeps (TERMINATION)
     * @param answers the changed answers (VARIATION), or the answers to the questions of the stage (NEXT_STAGE)
     * @param milestones the tranches with a new last day (VARIATION)
     */
    @Schema(
            examples = {
                "{\"kind\":\"EARLY_END\",\"lastDay\":\"2026-10-31\",\"reason\":\"The researcher leaves.\"}",
                "{\"kind\":\"VARIATION\",\"answers\":{\"abstract\":\"A smaller crane.\"},\"milestones\":[{\"tranche\":\"0193f1a2-0000-7000-8000-000000000001\",\"lastDay\":\"2027-12-31\"}],\"reason\":\"A part was late.\"}",
                "{\"kind\":\"NEXT_STAGE\",\"answers\":{\"stage-2-months\":24},\"reason\":\"The prototype runs.\"}",
                "{\"kind\":\"TERMINATION\",\"lastDay\":\"2026-10-31\",\"keep\":{\"amount\":\"250000.00\",\"currency\":\"HKD\"},\"reason\":\"The work has stopped.\"}"
            })
    public record NewAmendment(
            @NotNull AmendmentKind kind,
            Optional<LocalDate> lastDay,
            Optional<Money> keep,

            @JsonSetter(nulls = Nulls.AS_EMPTY) @Size(max = 200)
            Map<String, JsonNode> answers,

            @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL) @Size(max = 60)
            List<@Valid NewMilestone> milestones,

            @NotBlankText @Size(max = 2000) @PlainText(lines = true)
            String reason) {

        AmendmentRequest toRequest() {
            return new AmendmentRequestFields(kind, lastDay, keep, answers, toMilestones(milestones)).toRequest();
        }
    }

    /**
     * The new content of an amendment of the same kind.
     *
     * @param answer the answer to the clarification request; left out when there is none
     */
    @Schema(
            examples =
                    "{\"lastDay\":\"2026-11-30\",\"reason\":\"The researcher leaves.\",\"answer\":\"A month later than we thought.\"}")
    public record ChangedAmendment(
            Optional<LocalDate> lastDay,
            Optional<Money> keep,

            @JsonSetter(nulls = Nulls.AS_EMPTY) @Size(max = 200)
            Map<String, JsonNode> answers,

            @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL) @Size(max = 60)
            List<@Valid NewMilestone> milestones,

            @NotBlankText @Size(max = 2000) @PlainText(lines = true)
            String reason,

            Optional<@Size(min = 1, max = 2000) @PlainText(lines = true) String> answer) {

        AmendmentRequest toRequest(AmendmentKind kind) {
            return new AmendmentRequestFields(kind, lastDay, keep, answers, toMilestones(milestones)).toRequest();
        }
    }

    private final DraftAmendment draft;
    private final SubmitAmendment submit;
    private final AmendmentQueries queries;
    private final CurrentActor actor;

    AmendmentResource(DraftAmendment draft, SubmitAmendment submit, AmendmentQueries queries, CurrentActor actor) {
        this.draft = draft;
        this.submit = submit;
        this.queries = queries;
        this.actor = actor;
    }

    @POST
    @Idempotent
    @RolesAllowed({"applicant", "secretariat"})
    @Operation(
            summary = "Draft an amendment; the answer shows the proposed plan",
            description = "The grantee may file every kind of amendment, the secretariat a termination.")
    public RestResponse<AmendmentView> draft(
            @PathParam("application") GrantId application, @NotNull @Valid NewAmendment body) {
        var view = draft.handle(new DraftAmendment.Command(application, body.toRequest(), body.reason(), actor.get()));
        return VersionedResponse.created(
                view, view.version(), "/applications/" + application + "/amendments/" + view.id());
    }

    @GET
    @RolesAllowed({"applicant", "secretariat"})
    @Operation(summary = "The amendments of a grant")
    public List<AmendmentView> list(@PathParam("application") GrantId application) {
        return queries.list(application, actor.get());
    }

    @GET
    @Path("/{amendment}")
    @RolesAllowed({"applicant", "secretariat"})
    @Operation(summary = "One amendment")
    public RestResponse<AmendmentView> get(
            @PathParam("application") GrantId application, @PathParam("amendment") AmendmentId amendment) {
        var view = queries.get(application, amendment, actor.get());
        return VersionedResponse.ok(view, view.version());
    }

    @PUT
    @Path("/{amendment}")
    @RolesAllowed({"applicant", "secretariat"})
    @Operation(
            summary =
                    "Change an amendment in draft or sent back for clarification, and answer the clarification request")
    public RestResponse<AmendmentView> change(
            @PathParam("application") GrantId application,
            @PathParam("amendment") AmendmentId amendment,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ChangedAmendment body) {
        var expected = EntityVersion.ifMatch(ifMatch); // a request without it tells nothing about the amendment
        var kind = queries.get(application, amendment, actor.get()).kind();
        var view = draft.handle(new DraftAmendment.Redraft(
                application, amendment, expected, body.toRequest(kind), body.reason(), body.answer(), actor.get()));
        return VersionedResponse.ok(view, view.version());
    }

    @POST
    @Idempotent
    @Path("/{amendment}/submission")
    @RolesAllowed({"applicant", "secretariat"})
    @Operation(summary = "Submit an amendment, or submit it again after a clarification")
    public RestResponse<AmendmentView> submit(
            @PathParam("application") GrantId application,
            @PathParam("amendment") AmendmentId amendment,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var view = submit.handle(command(application, amendment, ifMatch));
        return VersionedResponse.ok(view, view.version());
    }

    @POST
    @Idempotent
    @Path("/{amendment}/withdrawal")
    @RolesAllowed({"applicant", "secretariat"})
    @Operation(summary = "Withdraw an amendment before it is decided")
    public RestResponse<AmendmentView> withdraw(
            @PathParam("application") GrantId application,
            @PathParam("amendment") AmendmentId amendment,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var view = submit.withdraw(command(application, amendment, ifMatch));
        return VersionedResponse.ok(view, view.version());
    }

    private static List<AmendmentRequest.Milestone> toMilestones(List<NewMilestone> milestones) {
        return milestones.stream().map(NewMilestone::toMilestone).toList();
    }

    private SubmitAmendment.Command command(GrantId application, AmendmentId amendment, @Nullable String ifMatch) {
        return new SubmitAmendment.Command(application, amendment, EntityVersion.ifMatch(ifMatch), actor.get());
    }
}
