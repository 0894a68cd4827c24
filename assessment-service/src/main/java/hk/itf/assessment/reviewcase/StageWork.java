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
 * What a stage puts on the queue, and what it lets people see.
 *
 * @param role who may take it
 * @param authorities the roles of which one is needed as well: for a decision, and for claims that name some
 * @param people how many different people take a task of it; none of a panel, which meets
 * @param blind no organisation, and only what is flagged blind-safe
 * @param groups the question groups whose papers are served
 */
public record StageWork(String role, List<String> authorities, int people, boolean blind, List<String> groups) {

    public StageWork {
        authorities = List.copyOf(authorities);
        groups = List.copyOf(groups);
    }

    /** The work of the stage that a case is in. */
    public static StageWork of(ReviewCase reviewCase, Scheme scheme) {
        return of(reviewCase.stage(), reviewCase, scheme);
    }

    /** The work of a stage that a case is in, or has been in. */
    public static StageWork of(Stage named, ReviewCase reviewCase, Scheme scheme) {
        if (named == Stage.CLAIM_VETTING) {
            var vetting = scheme.claims().vetting(reviewCase.claimFiling().kind());
            return new StageWork(
                    vetting.role(),
                    roles(vetting.role(), vetting.authorities().stream()),
                    1,
                    false,
                    groups(scheme, question -> true));
        }
        var stage = scheme.stage(named.name())
                .orElseThrow(() -> new IllegalStateException(scheme.ref() + " has no stage " + named));
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

    /** The roles of which one is needed to decide on so much. */
    public static List<String> authorities(ReviewStage.Decision decision, Money amount) {
        return roles(
                decision.role(),
                decision.mayDecide(amount).stream()
                        .map(authority -> authority.id().value()));
    }

    private static List<String> roles(String role, Stream<String> authorities) {
        return authorities.map(authority -> role + "/" + authority).toList();
    }

    /** What a holder is shown of the answers; nothing personal is here to begin with. */
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
