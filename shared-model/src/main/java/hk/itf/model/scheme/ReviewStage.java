package hk.itf.model.scheme;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hk.itf.model.money.Money;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stage of the vetting route. Each kind has its own task on the queue and its own outcome. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ReviewStage.Completeness.class, name = "completeness"),
    @JsonSubTypes.Type(value = ReviewStage.Eligibility.class, name = "eligibility"),
    @JsonSubTypes.Type(value = ReviewStage.TechnicalReview.class, name = "technical-review"),
    @JsonSubTypes.Type(value = ReviewStage.Decision.class, name = "decision")
})
public sealed interface ReviewStage {

    /** Is everything there? From here the pledge clock runs. */
    record Completeness(String role, Source source) implements ReviewStage {}

    /** The computed outcome is confirmed or overridden with a reason. */
    record Eligibility(String role, Source source) implements ReviewStage {}

    /**
     * Independent score sheets against weighted criteria.
     *
     * @param assessors how many different people score
     * @param passMark the least weighted mean, out of 100, that may be recommended
     */
    record TechnicalReview(
            String role, int assessors, boolean blind, List<Criterion> criteria, int passMark, Source source)
            implements ReviewStage {
        public TechnicalReview {
            criteria = List.copyOf(criteria);
            if (assessors < 1
                    || criteria.stream().mapToInt(Criterion::weight).sum() != 100
                    || passMark < 0
                    || passMark > 100) {
                throw new IllegalArgumentException(
                        "at least one assessor, weights that sum to 100, a pass mark out of 100");
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
            case Decision stage -> "DECISION";
        };
    }

    static Optional<ReviewStage> named(List<ReviewStage> route, String name) {
        return route.stream().filter(stage -> stage.name().equals(name)).findFirst();
    }
}
