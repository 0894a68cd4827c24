package hk.itf.model.scheme.tranche;

import hk.itf.model.DomainException;
import hk.itf.model.scheme.question.AnswerKind;
import hk.itf.model.scheme.question.ConsistencyRule;
import hk.itf.model.scheme.question.QuestionId;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.RuleId;
import hk.itf.model.scheme.value.Source;
import hk.itf.model.scheme.vetting.EligibilityRule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a running grant claims, and who vets it.
 *
 * @param role who vets a claim of money, line by line
 * @param workingDays the target for vetting one
 * @param meets the gates an accepted claim of money meets
 * @param lines what a claim of money has a line for; null when it is a month of the tranche's period
 * @param documents what has to be, or can be, attached to a claim
 * @param others the kinds of claims without money that the scheme has
 */
public record ClaimRule(
        String role,
        int workingDays,
        List<Gate> meets,
        @Nullable Lines lines,
        List<Document> documents,
        List<NonMoneyClaim> others,
        Source source) {

    public ClaimRule {
        meets = List.copyOf(meets);
        documents = orEmpty(documents);
        others = orEmpty(others);
        if (others.stream().map(NonMoneyClaim::kind).distinct().count() != others.size()) {
            throw new IllegalArgumentException("a kind of claim has one rule");
        }
    }

    /**
     * Who vets claims of one kind, and whether the panel of the scheme advises before.
     *
     * @param authorities of which one is needed as well; none when the role is enough
     */
    public record Vetting(String role, List<String> authorities, int workingDays, boolean panel) {}

    /**
     * A claim has a line for each row of a list that was applied for.
     *
     * @param rows the rows question
     * @param evidence what each line tells besides what was paid
     * @param consistency what the evidence of a line has to agree in with itself
     * @param rules what has to hold for the evidence of a line; a line that fails one is never accepted
     */
    public record Lines(
            QuestionId rows,
            List<AnswerKind.Column> evidence,
            List<ConsistencyRule> consistency,
            List<EligibilityRule> rules) {
        public Lines {
            evidence = List.copyOf(evidence);
            consistency = orEmpty(consistency);
            rules = List.copyOf(rules);
            if (evidence.stream().anyMatch(AnswerKind.Column::personal)) {
                throw new IllegalArgumentException("evidence goes to assessors and tells nothing personal");
            }
        }
    }

    /**
     * A kind of claim that asks for no money.
     *
     * @param authorities of which whoever vets one needs one besides the role; none when the role is enough
     * @param panel whether the panel of the scheme advises first
     */
    public record NonMoneyClaim(
            ClaimKind kind,
            String role,
            List<String> authorities,
            int workingDays,
            List<Gate> meets,
            boolean panel,
            Source source) {
        public NonMoneyClaim {
            authorities = orEmpty(authorities);
            meets = List.copyOf(meets);
            if (kind == ClaimKind.PAYMENT || kind == ClaimKind.ADVANCE) {
                throw new IllegalArgumentException("payments and advances are claims of money");
            }
        }
    }

    /**
     * A document that goes with claims of some kinds: it proves what they say.
     *
     * @param kinds of the claims that it goes with
     * @param optional may be left out
     * @param once whether a file serves one claim only, as an invoice does
     */
    public record Document(
            RuleId id,
            LocalisedText label,
            List<ClaimKind> kinds,
            boolean optional,
            boolean once,
            boolean personal,
            Source source) {
        public Document {
            kinds = List.copyOf(kinds);
        }
    }

    /** What can be attached to a claim of this kind. */
    public List<Document> documentsOf(ClaimKind kind) {
        return documents.stream()
                .filter(document -> document.kinds().contains(kind))
                .toList();
    }

    /** Empty for a kind that has no rule of its own: payments and advances, and what the scheme does not have. */
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
     * What accepting a claim of this kind meets; an advance has shown nothing yet.
     *
     * @throws DomainException {@code no-such-claim} when the scheme has none of this kind
     */
    public List<Gate> gatesMetBy(ClaimKind kind) {
        return switch (kind) {
            case PAYMENT -> meets;
            case ADVANCE -> List.of();
            case REPORT, MILESTONE, MATCHING, STAGE_GATE, ACCOUNTS ->
                nonMoneyClaim(kind)
                        .map(NonMoneyClaim::meets)
                        .orElseThrow(
                                () -> DomainException.broken("no-such-claim", "The scheme has no claim of this kind."));
        };
    }

    private static <T> List<T> orEmpty(@Nullable List<T> some) {
        return some == null ? List.of() : List.copyOf(some);
    }
}
