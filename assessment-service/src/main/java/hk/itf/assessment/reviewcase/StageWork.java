package hk.itf.assessment.reviewcase;

import hk.itf.model.money.Money;
import hk.itf.model.scheme.Scheme;
import hk.itf.model.scheme.question.Answers;
import hk.itf.model.scheme.question.Question;
import hk.itf.model.scheme.vetting.ReviewStage;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The work of one stage: the people it needs and the content they may see.
 *
 * @param role the role required to take a task
 * @param authorities the holder needs one of these roles in addition; empty if none is needed
 * @param people the number of different people who each finish a task; 0 for a panel
 * @param blind whether organisations and answers without the flag blind-safe are hidden
 * @param groups the question groups with papers that the holder may read
 */
public record StageWork(String role, List<String> authorities, int people, boolean blind, List<String> groups) {

    public StageWork {
        authorities = List.copyOf(authorities);
        groups = List.copyOf(groups);
    }

    /** The work of the current stage of a case. */
    public static StageWork of(ReviewCase reviewCase, Scheme scheme) {
        return of(reviewCase.stage(), reviewCase, scheme);
    }

    /** The work of the current or an earlier stage of a case. */
    public static StageWork of(Stage wanted, ReviewCase reviewCase, Scheme scheme) {
        if (wanted == Stage.CLAIM_VETTING) {
            var vetting = scheme.claims().vetting(reviewCase.claimFiling().kind());
            return new StageWork(
                    vetting.role(),
                    roles(vetting.role(), vetting.authorities().stream()),
                    1,
                    false,
                    groups(scheme, question -> true));
        }
        var stage = scheme.stage(wanted.name())
                .orElseThrow(() -> new IllegalStateException(scheme.ref() + " has no stage " + wanted));
        return switch (stage) {
            case ReviewStage.Completeness completeness -> everything(completeness.role(), scheme);
            case ReviewStage.Eligibility eligibility -> everything(eligibility.role(), scheme);
            case ReviewStage.ScoredReview review ->
                new StageWork(
                        review.role(),
                        List.of(),
                        review.assessors(),
                        review.blind(),
                        groups(scheme, review.blind() ? StageWork::blindSafe : question -> !question.personal()));
            case ReviewStage.Panel panel ->
                new StageWork(panel.role(), List.of(), 0, false, groups(scheme, question -> !question.personal()));
            case ReviewStage.Decision decision ->
                new StageWork(
                        decision.role(),
                        authorities(decision, amountToDecide(reviewCase)),
                        1,
                        false,
                        groups(scheme, question -> true));
        };
    }

    /** The roles that may decide on the amount. A decision needs one of them. */
    public static List<String> authorities(ReviewStage.Decision decision, Money amount) {
        return roles(
                decision.role(),
                decision.mayDecide(amount).stream()
                        .map(authority -> authority.id().value()));
    }

    private static List<String> roles(String role, Stream<String> authorities) {
        return authorities.map(authority -> role + "/" + authority).toList();
    }

    /** The answers that a holder may see. The assessed answers already exclude personal data. */
    public Answers visible(Answers assessed, Scheme scheme) {
        var inGroups = scheme.inGroups(assessed, groups);
        return blind
                ? inGroups.only(
                        id -> scheme.question(id).map(StageWork::blindSafe).orElse(false))
                : inGroups;
    }

    private static Money amountToDecide(ReviewCase reviewCase) {
        return switch (reviewCase.subjectOf().kind()) {
            case APPLICATION -> reviewCase.filing().entitlement().amount();
            case AMENDMENT -> reviewCase.amendmentFiling().awarded();
            case CLAIM -> throw new IllegalStateException("a claim is vetted, not decided");
        };
    }

    private static StageWork everything(String role, Scheme scheme) {
        return new StageWork(role, List.of(), 1, false, groups(scheme, question -> true));
    }

    private static boolean blindSafe(Question question) {
        return question.flags().contains(Question.Flag.BLIND_SAFE);
    }

    private static List<String> groups(Scheme scheme, Predicate<Question> visible) {
        return scheme.questions().stream()
                .filter(visible)
                .map(Question::group)
                .distinct()
                .toList();
    }
}
