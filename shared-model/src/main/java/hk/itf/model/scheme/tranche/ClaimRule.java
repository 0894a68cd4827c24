package hk.itf.model.scheme.tranche;

import static hk.itf.model.NamedValue.value;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import hk.itf.model.DomainException;
import hk.itf.model.scheme.question.AnswerKind;
import hk.itf.model.scheme.question.ConsistencyRule;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.value.Bounds;
import hk.itf.model.scheme.value.Except;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.RuleId;
import hk.itf.model.scheme.value.Source;
import hk.itf.model.scheme.value.Written;
import hk.itf.model.scheme.vetting.EligibilityRule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which claims a running grant may file, who vets each kind, and which gates acceptance meets.
 *
 * @param role the role that vets payment and advance claims
 * @param workingDays the target for vetting a payment or advance claim, in Hong Kong working days
 * @param meets the gates that an accepted payment claim meets
 * @param lines what one claim line stands for; left out: one month of the period of the tranche
 * @param documents the documents that a claim must or may have
 * @param others the claims without money of this scheme, one entry for each kind
 * @param source where the rules come from
 */
public record ClaimRule(
        @Written(Written.ID) String role,
        @Bounds(min = 1, max = 400) int workingDays,
        @Bounds(distinct = true) List<Gate> meets,
        @Nullable Lines lines,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Document> documents,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<NonMoneyClaim> others,
        Source source) {

    public ClaimRule {
        meets = List.copyOf(meets);
        documents = List.copyOf(documents);
        others = List.copyOf(others);
        if (others.stream().map(NonMoneyClaim::kind).distinct().count() != others.size()) {
            throw new IllegalArgumentException("others must not have two entries for one kind of claim");
        }
    }

    /**
     * Who vets claims of one kind.
     *
     * @param authorities the vetter needs one of these authorities besides the role; empty for none
     * @param workingDays the target for vetting, in Hong Kong working days
     * @param panel whether the panel of the scheme advises first
     */
    public record Vetting(String role, List<String> authorities, int workingDays, boolean panel) {}

    /**
     * One claim line for each row of a list in the application, such as each trainee.
     *
     * @param rows the question of kind {@code rows}
     * @param evidence the answers that each line gives in addition to the paid amount
     * @param consistency the rules that the evidence of one line must not break together
     * @param rules the rules that the evidence of a line must pass; a line that fails one is refused
     */
    public record Lines(
            QuestionId rows,
            List<AnswerKind.Column> evidence,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<ConsistencyRule> consistency,
            List<EligibilityRule> rules) {
        public Lines {
            evidence = List.copyOf(evidence);
            consistency = List.copyOf(consistency);
            rules = List.copyOf(rules);
            if (evidence.stream().anyMatch(AnswerKind.Column::personal)) {
                throw new IllegalArgumentException("evidence goes to assessors, so no column of it may be personal");
            }
        }
    }

    /**
     * The rule of one kind of claim without money.
     *
     * @param kind the kind of claim
     * @param role the role that vets the claim
     * @param authorities the vetter needs one of these authorities besides the role; left out: none
     * @param workingDays the target for vetting, in Hong Kong working days
     * @param meets the gates that an accepted claim meets
     * @param panel whether the panel of the scheme advises first
     * @param source where the rule comes from
     */
    public record NonMoneyClaim(
            @Except({"payment", "advance"}) ClaimKind kind,
            @Written(Written.ID) String role,

            @JsonSetter(nulls = Nulls.AS_EMPTY) @Bounds(min = 1, distinct = true)
            List<@Written(Written.ID) String> authorities,

            @Bounds(min = 1, max = 400) int workingDays,
            @Bounds(distinct = true) List<Gate> meets,
            boolean panel,
            Source source) {
        public NonMoneyClaim {
            authorities = List.copyOf(authorities);
            meets = List.copyOf(meets);
            if (kind == ClaimKind.PAYMENT || kind == ClaimKind.ADVANCE) {
                throw new IllegalArgumentException(
                        "others lists claims without money; payment and advance claims have the rules above");
            }
        }
    }

    /**
     * A document that proves a claim.
     *
     * @param id unique within the list, such as {@code invoice}
     * @param label the document as grantees read it
     * @param kinds the kinds of claims that the document belongs to
     * @param optional whether a claim may be filed without the document
     * @param once whether one file may prove only one claim, as an invoice does
     * @param personal whether the document holds personal data
     * @param source where the requirement comes from
     */
    public record Document(
            RuleId id,
            LocalisedText label,
            @Bounds(min = 1, distinct = true) List<ClaimKind> kinds,
            boolean optional,
            boolean once,
            boolean personal,
            Source source) {
        public Document {
            kinds = List.copyOf(kinds);
        }
    }

    /** The documents that a claim of this kind must or may have. */
    public List<Document> documentsOf(ClaimKind kind) {
        return documents.stream()
                .filter(document -> document.kinds().contains(kind))
                .toList();
    }

    /** The rule of a claim without money; empty for payments and advances, and for kinds that the scheme does not have. */
    public Optional<NonMoneyClaim> nonMoneyClaim(ClaimKind kind) {
        return others.stream().filter(each -> each.kind() == kind).findFirst();
    }

    /** Who vets claims of this kind. */
    public Vetting vetting(ClaimKind kind) {
        return nonMoneyClaim(kind)
                .map(other -> new Vetting(other.role(), other.authorities(), other.workingDays(), other.panel()))
                .orElse(new Vetting(role, List.of(), workingDays, false));
    }

    /**
     * The gates that an accepted claim of this kind meets. An advance meets none: nothing is proved yet.
     *
     * @throws DomainException {@code no-such-claim} when the scheme has no claim of this kind
     */
    public List<Gate> gatesMetBy(ClaimKind kind) {
        return switch (kind) {
            case PAYMENT -> meets;
            case ADVANCE -> List.of();
            case REPORT, MILESTONE, MATCHING, STAGE_GATE, ACCOUNTS ->
                nonMoneyClaim(kind)
                        .map(NonMoneyClaim::meets)
                        .orElseThrow(() -> DomainException.broken("no-such-claim", value("kind", kind)));
        };
    }
}
