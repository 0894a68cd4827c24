package hk.itf.model.scheme.vetting;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.value.Bounds;
import hk.itf.model.scheme.value.LocalisedText;
import hk.itf.model.scheme.value.RuleId;
import hk.itf.model.scheme.value.Source;
import hk.itf.model.scheme.value.Written;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One stage of the vetting route of a scheme. Each kind has its own review tasks and its own outcome. */
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

    /**
     * Checks that all information is there. The pledge clock starts when the stage is confirmed.
     *
     * @param role the role that takes the tasks of this stage
     * @param source where the stage comes from
     */
    record Completeness(@Written(Written.ID) String role, Source source) implements ReviewStage {}

    /**
     * Confirms the eligibility outcome, or overrides it with a reason.
     *
     * @param role the role that takes the tasks of this stage
     * @param source where the stage comes from
     */
    record Eligibility(@Written(Written.ID) String role, Source source) implements ReviewStage {}

    /** A stage in which assessors score independently of each other against weighted criteria. */
    sealed interface ScoredReview extends ReviewStage {

        /** How many different assessors score one application. */
        int assessors();

        /** Whether assessors see only answers and papers that do not reveal the applicant. */
        boolean blind();

        List<Criterion> criteria();

        /** The least weighted mean, out of 100, that lets an application go on. */
        int passMark();
    }

    /**
     * Assessors of the same field of research score the project and its team.
     *
     * @param role the role that takes the tasks of this stage
     * @param assessors how many different assessors score one application
     * @param blind whether assessors see only answers and papers that do not reveal the applicant
     * @param criteria the criteria; their weights add up to 100
     * @param passMark the least weighted mean, out of 100, that lets an application go on
     * @param source where the stage comes from
     */
    record TechnicalReview(
            @Written(Written.ID) String role,
            @Bounds(min = 1, max = 20) int assessors,
            boolean blind,
            @Bounds(min = 1) List<Criterion> criteria,
            @Bounds(min = 0, max = 100) int passMark,
            Source source)
            implements ScoredReview {
        public TechnicalReview {
            criteria = List.copyOf(criteria);
            requireScorable(assessors, criteria, passMark);
        }
    }

    /**
     * Assessors from industry score the commercial value of the project.
     *
     * @param role the role that takes the tasks of this stage
     * @param assessors how many different assessors score one application
     * @param blind whether assessors see only answers and papers that do not reveal the applicant
     * @param criteria the criteria; their weights add up to 100
     * @param passMark the least weighted mean, out of 100, that lets an application go on
     * @param source where the stage comes from
     */
    record BusinessReview(
            @Written(Written.ID) String role,
            @Bounds(min = 1, max = 20) int assessors,
            boolean blind,
            @Bounds(min = 1) List<Criterion> criteria,
            @Bounds(min = 0, max = 100) int passMark,
            Source source)
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
                    "a scored review needs at least one assessor, weights that sum to 100 and a pass mark of 0 to 100");
        }
    }

    /**
     * A panel meets and advises by majority of the votes cast. In a tie, the vote of the chair decides.
     *
     * @param role the role of the panel members
     * @param quorum how many members without an interest must be present when the panel advises on a case
     * @param source where the stage comes from
     */
    record Panel(
            @Written(Written.ID) String role,
            @Bounds(min = 1, max = 100) int quorum,
            Source source) implements ReviewStage {
        public Panel {
            if (quorum < 1) {
                throw new IllegalArgumentException("a quorum must be at least 1");
            }
        }
    }

    /**
     * A decision authority decides. The amount determines which authorities may decide.
     *
     * @param role the role that takes the tasks of this stage
     * @param authorities the authorities, lowest first; the highest has no limit
     * @param source where the stage comes from
     */
    record Decision(
            @Written(Written.ID) String role,
            @Bounds(min = 1) List<Authority> authorities,
            Source source) implements ReviewStage {
        public Decision {
            authorities = List.copyOf(authorities);
            if (authorities.isEmpty() || authorities.getLast().upTo() != null) {
                throw new IllegalArgumentException("the last authority is the highest and must have no up-to");
            }
        }

        /** The authorities that may decide on {@code amount}, lowest first. */
        public List<Authority> mayDecide(Money amount) {
            return authorities.stream()
                    .filter(authority -> authority.upTo() == null || !amount.exceeds(Money.parse(authority.upTo())))
                    .toList();
        }
    }

    /**
     * One criterion that assessors mark from 0 to 10.
     *
     * @param id unique within the stage, such as {@code innovation}
     * @param label the criterion as assessors read it
     * @param weight the weight in percent
     */
    record Criterion(
            RuleId id,
            LocalisedText label,
            @Bounds(min = 1, max = 100) int weight) {}

    /**
     * A level that may decide up to an amount.
     *
     * @param id the name of the level, such as {@code commissioner}; tokens name it after the role, as in
     *     {@code decision-authority/commissioner}
     * @param upTo the highest amount this level may decide, such as {@code 1000000.00 HKD}; left out: no limit
     */
    record Authority(
            RuleId id, @Written(Written.AMOUNT) @Nullable String upTo) {}

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
