package hk.itf.applications.claim;

import hk.itf.model.LifecycleEdge;
import java.util.Set;

/** Where a claim stands. */
public enum ClaimStatus {
    DRAFT,
    SUBMITTED,
    CLARIFYING,
    ACCEPTED,
    REJECTED,
    WITHDRAWN;

    /** The whole lifecycle of a claim, one row an edge. */
    enum Transition implements LifecycleEdge<ClaimStatus> {
        SUBMIT(Set.of(DRAFT), SUBMITTED),
        RESUBMIT(Set.of(CLARIFYING), SUBMITTED),
        SEND_BACK(Set.of(SUBMITTED), CLARIFYING),
        /** Also when it was accepted before whoever vets heard that it was withdrawn: the money is told, so it stands. */
        ACCEPT(Set.of(SUBMITTED, WITHDRAWN), ACCEPTED),
        REJECT(Set.of(SUBMITTED), REJECTED),
        WITHDRAW(Set.of(DRAFT, SUBMITTED, CLARIFYING), WITHDRAWN);

        private final Set<ClaimStatus> from;
        private final ClaimStatus to;

        Transition(Set<ClaimStatus> from, ClaimStatus to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public Set<ClaimStatus> from() {
            return from;
        }

        @Override
        public ClaimStatus to() {
            return to;
        }

        @Override
        public String thing() {
            return "A claim";
        }
    }
}
