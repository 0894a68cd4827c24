package hk.itf.assessment.reviewcase;

import static hk.itf.assessment.reviewcase.CaseStatus.CLARIFYING;
import static hk.itf.assessment.reviewcase.CaseStatus.CLOSED;
import static hk.itf.assessment.reviewcase.CaseStatus.OPEN;

import hk.itf.model.LifecycleEdge;
import java.util.Set;

/** The whole life of a review case, one row an edge. */
public enum CaseTransition implements LifecycleEdge<CaseStatus> {
    /** To the next stage of the route. */
    ADVANCE(Set.of(OPEN), OPEN),
    /** Back to scoring, because a score no longer counts. */
    RETURN_TO_SCORING(Set.of(OPEN), OPEN),
    /** The panel has advised. */
    RECOMMEND(Set.of(OPEN), OPEN),
    /** Back to the panel, because a vote no longer counts. */
    RETURN_TO_PANEL(Set.of(OPEN), OPEN),
    /** Full information is there. */
    COMPLETE_INFORMATION(Set.of(OPEN), OPEN),
    /** An eligibility outcome is confirmed or overridden. */
    CONFIRM_ELIGIBILITY(Set.of(OPEN), OPEN),
    ASK(Set.of(OPEN), CLARIFYING),
    RESUME(Set.of(CLARIFYING), OPEN),
    CLOSE(Set.of(OPEN), CLOSED),
    WITHDRAW(Set.of(OPEN, CLARIFYING), CLOSED);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<CaseStatus> from;

    private final CaseStatus to;

    CaseTransition(Set<CaseStatus> from, CaseStatus to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public Set<CaseStatus> from() {
        return from;
    }

    @Override
    public CaseStatus to() {
        return to;
    }

    @Override
    public String thing() {
        return "A review case";
    }
}
