package hk.itf.applications.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.infra.http.CallerLanguage;
import hk.itf.infra.text.Texts;
import hk.itf.model.DomainException;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.allowance.RemainingAllowances;
import hk.itf.model.scheme.funding.EntitlementStatement;
import hk.itf.model.scheme.question.Facts;
import hk.itf.model.scheme.question.Question;
import hk.itf.model.scheme.tranche.ClaimRule;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.SchemeId;
import hk.itf.model.scheme.value.SchemeRef;
import hk.itf.model.scheme.value.Source;
import hk.itf.model.scheme.vetting.EligibilityOutcome;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The schemes, for everybody: questions, rules, and estimates of the entitlement. */
@Path("/schemes")
@Tag(name = "Schemes")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class SchemeResource {

    /** A scheme in a list. */
    public record SchemeSummary(
            SchemeRef scheme,
            String name,
            String category,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /** A scheme with its questions and rules, in the language of the caller. */
    public record SchemeView(
            SchemeRef scheme,
            String name,
            List<QuestionView> questions,
            List<DocumentView> documents,
            List<RuleView> eligibility,
            List<RuleView> allowances,
            Source windowSource,
            Scheme.Pledge pledge,
            Scheme.OfferRule offer,
            ClaimRule claims,
            Source tranchesSource) {}

    public record QuestionView(String id, String label, String group, Object answer, boolean optional, Source source) {}

    /** @param conditional whether only some answers make it required; a draft lists it when it is missing */
    public record DocumentView(String id, String label, boolean optional, boolean conditional, Source source) {}

    public record RuleView(String id, String sentence, Source source) {}

    /** Answers for an estimate; nothing is stored. */
    public record EstimateRequest(
            @NotNull String organisationKind, @NotNull Map<String, JsonNode> answers) {}

    /** The estimated eligibility and entitlement. */
    public record EstimateView(
            SchemeRef scheme,
            EligibilityOutcome eligibility,
            EntitlementStatement entitlement,
            List<PlannedTranche> proposed) {}

    private final Schemes schemes;
    private final AnswersReader answers;
    private final Clock clock;

    SchemeResource(Schemes schemes, AnswersReader answers, Clock clock) {
        this.schemes = schemes;
        this.answers = answers;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Every version of every scheme")
    public List<SchemeSummary> list() {
        return schemes.files().stream()
                .map(file -> file.scheme())
                .map(scheme -> new SchemeSummary(
                        scheme.ref(),
                        scheme.name().in(language()),
                        scheme.category(),
                        scheme.effective().from(),
                        scheme.effective().until()))
                .toList();
    }

    @GET
    @Path("/{scheme}")
    @Operation(summary = "The newest version of a scheme, with its questions and rules")
    public SchemeView newest(@PathParam("scheme") String scheme) {
        return view(schemes.newest(id(scheme)), language());
    }

    @GET
    @Path("/{scheme}/versions/{version}")
    @Operation(summary = "One version of a scheme")
    public SchemeView version(@PathParam("scheme") String scheme, @PathParam("version") int version) {
        return view(schemes.get(new SchemeRef(id(scheme), version)), language());
    }

    @POST
    @Path("/{scheme}/estimates")
    @Operation(
            summary = "Estimate the entitlement for some answers",
            description =
                    "Stores nothing, so it takes no Idempotency-Key. Every line of the explanation says where its numbers come from.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a doctoral post", value = """
                                                    {"organisationKind":"company","answers":{"stream":"tc","degree":"doctoral","engagement-start":"2026-09-01","engagement-months":12,"monthly-salary":{"amount":"60000.00","currency":"HKD"}}}""")))
    public EstimateView estimate(@PathParam("scheme") String scheme, @NotNull EstimateRequest request) {
        var read = answers.read(id(scheme), request.answers(), clock.instant());
        var facts = new Facts(read.answers(), request.organisationKind());
        read.scheme().questionnaire().requireConsistent(read.answers());
        var entitlement = read.scheme().funding().evaluate(read.answers(), RemainingAllowances.NONE);
        return new EstimateView(
                read.scheme().ref(),
                EligibilityOutcome.of(read.scheme().eligibility(), facts),
                entitlement.explain(Texts.loaded()::labelInAllLanguages),
                read.scheme()
                        .tranches()
                        .plan(entitlement.amount(), read.answers())
                        .tranches());
    }

    private static SchemeId id(String scheme) {
        try {
            return SchemeId.of(scheme);
        } catch (IllegalArgumentException e) {
            throw DomainException.notFound("scheme");
        }
    }

    private static String language() {
        return CallerLanguage.current().tag();
    }

    private static SchemeView view(Scheme scheme, String language) {
        return new SchemeView(
                scheme.ref(),
                scheme.name().in(language),
                scheme.questions().stream()
                        .map(question -> view(question, language))
                        .toList(),
                scheme.documents().stream()
                        .map(each -> new DocumentView(
                                each.id().value(),
                                each.label().in(language),
                                each.optional(),
                                each.when() != null,
                                each.source()))
                        .toList(),
                scheme.eligibility().stream()
                        .map(each -> rule(each.id().value(), each.sentence(), each.source(), language))
                        .toList(),
                scheme.allowances().stream()
                        .map(each -> rule(each.id().value(), each.sentence(), each.source(), language))
                        .toList(),
                scheme.window().source(),
                scheme.pledge(),
                scheme.offer(),
                scheme.claims(),
                scheme.tranches().source());
    }

    private static QuestionView view(Question question, String language) {
        return new QuestionView(
                question.id().value(),
                question.label().in(language),
                question.group(),
                question.answer(),
                question.optional(),
                question.source());
    }

    private static RuleView rule(String id, LocalisedText sentence, Source source, String language) {
        return new RuleView(id, sentence.in(language), source);
    }
}
