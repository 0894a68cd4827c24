package hk.itf.applications.amendment;

import hk.itf.model.DomainException;
import java.util.Locale;
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
    enum Transition {
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

        boolean permits(AmendmentStatus current) {
            return from.contains(current);
        }

        AmendmentStatus apply(AmendmentStatus current) {
            if (!permits(current)) {
                throw DomainException.conflict(
                        "illegal-transition",
                        "An amendment that is %s cannot be asked to %s."
                                .formatted(
                                        current.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                        name().toLowerCase(Locale.ROOT).replace('_', ' ')));
            }
            return to;
        }
    }
}
