package hk.itf.model.scheme.vetting;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.RuleId;
import hk.itf.model.scheme.value.Source;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stage of the vetting route. Each kind has its own task on the queue and its own outcome. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ReviewStage.Completeness.class, name = "completeness"),
    @JsonSubTypes.Type(value = ReviewStage.Eligibility.class, name = "eligibility"),
    @JsonSubTypes.Type(value = ReviewStage.TechnicalReview.class, name = "technical-review"),
    @JsonSubTypes.Type(value = ReviewStage.BusinessReview.class, name = "business-review"),
    @JsonSubTypes.Type(value = ReviewStage.Panel.class, name = "panel"),
    @JsonSubTypes.Type(value = ReviewStage.Decision.class, name = "decision")
})
public sealed interface ReviewStage {

    /** Is everything there? From here the pledge clock runs. */
    record Completeness(String role, Source source) implements ReviewStage {}

    /** The computed outcome is confirmed or overridden with a reason. */
    record Eligibility(String role, Source source) implements ReviewStage {}

    /** Independent score sheets against weighted criteria. */
    sealed interface ScoredReview extends ReviewStage {

        /** How many different people score. */
        int assessors();

        /** Whether they see nothing that tells who applied. */
        boolean blind();

        List<Criterion> criteria();

        /** The least weighted mean, out of 100, that may be recommended. */
        int passMark();
    }

    /** Peers judge what is to be done and who does it. */
    record TechnicalReview(
            String role, int assessors, boolean blind, List<Criterion> criteria, int passMark, Source source)
            implements ScoredReview {
        public TechnicalReview {
            criteria = List.copyOf(criteria);
            requireScorable(assessors, criteria, passMark);
        }
    }

    /** People of the trade judge what it is worth. */
    record BusinessReview(
            String role, int assessors, boolean blind, List<Criterion> criteria, int passMark, Source source)
            implements ScoredReview {
        public BusinessReview {
            criteria = List.copyOf(criteria);
            requireScorable(assessors, criteria, passMark);
        }
    }

    private static void requireScorable(int assessors, List<Criterion> criteria, int passMark) {
        if (assessors < 1
                || criteria.stream().mapToInt(Criterion::weight).sum() != 100
                || passMark < 0
                || passMark > 100) {
            throw new IllegalArgumentException(
                    "at least one assessor, weights that sum to 100, a pass mark out of 100");
        }
    }

    /**
     * A committee meets and recommends: a majority of the votes cast, with the chair's casting vote.
     *
     * @param role of its members
     * @param quorum how many members without an interest have to be present for a case
     */
    record Panel(String role, int quorum, Source source) implements ReviewStage {
        public Panel {
            if (quorum < 1) {
                throw new IllegalArgumentException("a quorum is at least one");
            }
        }
    }

    /** The authority that the amount asks for decides; the list runs from the lowest authority to the highest. */
    record Decision(String role, List<Authority> authorities, Source source) implements ReviewStage {
        public Decision {
            authorities = List.copyOf(authorities);
            if (authorities.isEmpty() || authorities.getLast().upTo() != null) {
                throw new IllegalArgumentException("the highest authority has no limit");
            }
        }

        /** Everybody who may decide on so much, lowest first. */
        public List<Authority> mayDecide(Money amount) {
            return authorities.stream()
                    .filter(authority -> authority.upTo() == null || !amount.exceeds(Money.parse(authority.upTo())))
                    .toList();
        }
    }

    /** @param weight percent of the whole; marks run from 0 to 10 */
    record Criterion(RuleId id, LocalisedText label, int weight) {}

    /** @param upTo the most it may decide, such as {@code "1000000.00 HKD"}; null is without limit */
    record Authority(RuleId id, @Nullable String upTo) {}

    String role();

    Source source();

    /** The name of the stage in events, tasks and problems. */
    default String name() {
        return switch (this) {
            case Completeness stage -> "COMPLETENESS";
            case Eligibility stage -> "ELIGIBILITY";
            case TechnicalReview stage -> "TECHNICAL_REVIEW";
            case BusinessReview stage -> "BUSINESS_REVIEW";
            case Panel stage -> "PANEL";
            case Decision stage -> "DECISION";
        };
    }

    static Optional<ReviewStage> named(List<ReviewStage> route, String name) {
        return route.stream().filter(stage -> stage.name().equals(name)).findFirst();
    }
}
