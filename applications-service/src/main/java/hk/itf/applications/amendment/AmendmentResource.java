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

/** Changes to a running grant: an earlier end, a variation, the next stage, its termination. */
@Path("/applications/{application}/amendments")
@Tag(name = "Amendments")
@RolesAllowed("applicant")
@Produces(MediaType.APPLICATION_JSON)
public class AmendmentResource {

    /** An instalment that is to end on another day. */
    public record NewMilestone(
            @NotNull TrancheId tranche, @NotNull LocalDate lastDay) {
        AmendmentRequest.Milestone given() {
            return new AmendmentRequest.Milestone(tranche, lastDay);
        }
    }

    /**
     * @param lastDay of an early end or a termination; left out for everything else
     * @param keep of a termination, how much of what was paid is kept; left out for everything else
     * @param answers of a variation, those that change; of the next stage, those to its questions
     * @param milestones of a variation, the instalments that move
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

        AmendmentRequest change() {
            return new AmendmentRequestFields(kind, lastDay, keep, answers, given(milestones)).change();
        }
    }

    /**
     * What is asked for instead, of the same kind.
     *
     * @param answer to the question of a clarification; left out when nothing was asked
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

        AmendmentRequest change(AmendmentKind kind) {
            return new AmendmentRequestFields(kind, lastDay, keep, answers, given(milestones)).change();
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
            summary = "Draft a change; the new plan is shown before anything is submitted",
            description = "The grantee asks for any change; the secretariat for a termination.")
    public RestResponse<AmendmentView> draft(
            @PathParam("application") GrantId application, @NotNull @Valid NewAmendment body) {
        var view = draft.handle(new DraftAmendment.Command(application, body.change(), body.reason(), actor.get()));
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
    @Operation(summary = "Change a draft, or an amendment that was sent back, and answer what was asked")
    public RestResponse<AmendmentView> change(
            @PathParam("application") GrantId application,
            @PathParam("amendment") AmendmentId amendment,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ChangedAmendment body) {
        var kind = queries.get(application, amendment, actor.get()).kind();
        var view = draft.handle(new DraftAmendment.Redraft(
                application,
                amendment,
                EntityVersion.ifMatch(ifMatch),
                body.change(kind),
                body.reason(),
                body.answer(),
                actor.get()));
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
    @Operation(summary = "Take an amendment back before it is decided")
    public RestResponse<AmendmentView> withdraw(
            @PathParam("application") GrantId application,
            @PathParam("amendment") AmendmentId amendment,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        var view = submit.withdraw(command(application, amendment, ifMatch));
        return VersionedResponse.ok(view, view.version());
    }

    private static List<AmendmentRequest.Milestone> given(List<NewMilestone> milestones) {
        return milestones.stream().map(NewMilestone::given).toList();
    }

    private SubmitAmendment.Command command(GrantId application, AmendmentId amendment, @Nullable String ifMatch) {
        return new SubmitAmendment.Command(application, amendment, EntityVersion.ifMatch(ifMatch), actor.get());
    }
}
