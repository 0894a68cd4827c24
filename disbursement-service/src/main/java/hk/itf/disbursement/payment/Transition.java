package hk.itf.disbursement.payment;

import static hk.itf.disbursement.payment.AttemptStatus.BOOKED;
import static hk.itf.disbursement.payment.AttemptStatus.BOUNCED;
import static hk.itf.disbursement.payment.AttemptStatus.INSTRUCTED;

import hk.itf.model.DomainException;
import java.util.Set;

/** The whole lifecycle of an attempt, one row an edge. */
enum Transition {
    BOOK(Set.of(INSTRUCTED), BOOKED),
    BOUNCE(Set.of(INSTRUCTED, BOOKED), BOUNCED);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<AttemptStatus> from;

    private final AttemptStatus to;

    Transition(Set<AttemptStatus> from, AttemptStatus to) {
        this.from = from;
        this.to = to;
    }

    boolean permits(AttemptStatus current) {
        return from.contains(current);
    }

    AttemptStatus apply(AttemptStatus current) {
        if (!permits(current)) {
            throw DomainException.conflict(
                    "illegal-transition", "An attempt that is %s does not take %s.".formatted(current, this));
        }
        return to;
    }
}
