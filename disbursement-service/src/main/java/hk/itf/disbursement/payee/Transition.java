package hk.itf.disbursement.payee;

import static hk.itf.disbursement.payee.PayeeStatus.PENDING;
import static hk.itf.disbursement.payee.PayeeStatus.SUPERSEDED;
import static hk.itf.disbursement.payee.PayeeStatus.VERIFIED;

import hk.itf.model.DomainException;
import java.util.Set;

/** The whole lifecycle of a payee version, one row an edge. */
enum Transition {
    VERIFY(Set.of(PENDING), VERIFIED),
    SUPERSEDE(Set.of(PENDING, VERIFIED), SUPERSEDED);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<PayeeStatus> from;

    private final PayeeStatus to;

    Transition(Set<PayeeStatus> from, PayeeStatus to) {
        this.from = from;
        this.to = to;
    }

    boolean permits(PayeeStatus current) {
        return from.contains(current);
    }

    PayeeStatus apply(PayeeStatus current) {
        if (!permits(current)) {
            throw DomainException.conflict(
                    "illegal-transition", "Bank details that are %s do not take %s.".formatted(current, this));
        }
        return to;
    }
}
