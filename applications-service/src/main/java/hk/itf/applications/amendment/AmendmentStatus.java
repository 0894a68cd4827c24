package hk.itf.applications.amendment;

import hk.itf.model.LifecycleEdge;
import java.util.Set;

/** Where an amendment stands. */
public enum AmendmentStatus {
    DRAFT,
    SUBMITTED,
    CLARIFYING,
    APPROVED,
    IN_FORCE,
    DECLINED,
    WITHDRAWN;

    /** The whole lifecycle of an amendment, one row an edge. */
    enum Transition implements LifecycleEdge<AmendmentStatus> {
        SUBMIT(Set.of(DRAFT), SUBMITTED),
        RESUBMIT(Set.of(CLARIFYING), SUBMITTED),
        SEND_BACK(Set.of(SUBMITTED), CLARIFYING),
        /** Also when it was decided before those who decide heard that it was withdrawn: the money is told, so it stands. */
        APPROVE(Set.of(SUBMITTED, WITHDRAWN), APPROVED),
        DECLINE(Set.of(SUBMITTED), DECLINED),
        ENTER_FORCE(Set.of(APPROVED), IN_FORCE),
        WITHDRAW(Set.of(DRAFT, SUBMITTED, CLARIFYING), WITHDRAWN),
        GIVE_UP(Set.of(APPROVED), WITHDRAWN);

        private final Set<AmendmentStatus> from;
        private final AmendmentStatus to;

        Transition(Set<AmendmentStatus> from, AmendmentStatus to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public Set<AmendmentStatus> from() {
            return from;
        }

        @Override
        public AmendmentStatus to() {
            return to;
        }

        @Override
        public String thing() {
            return "An amendment";
        }
    }
}
