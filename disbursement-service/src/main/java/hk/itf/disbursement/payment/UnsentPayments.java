package hk.itf.disbursement.payment;

import hk.itf.disbursement.bank.PaymentInstruction;
import hk.itf.disbursement.payee.Payees;
import hk.itf.model.id.AttemptId;
import hk.itf.model.id.Uuids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The two ends of telling the bank: what it has not been told yet, and that it has been told. */
@ApplicationScoped
class UnsentPayments {

    private static final int BATCH = 50;

    private final SenderLeases leases;
    private final Attempts attempts;
    private final Payees payees;
    private final Clock clock;
    private final UUID replica = Uuids.next();

    UnsentPayments(SenderLeases leases, Attempts attempts, Payees payees, Clock clock) {
        this.leases = leases;
        this.attempts = attempts;
        this.payees = payees;
        this.clock = clock;
    }

    /** Nothing while another replica holds the lease; which is not asked for, nor written, when there is nothing to tell. */
    @Transactional
    List<PaymentInstruction> next() {
        if (!attempts.areUnsent() || !leases.hold(replica)) {
            return List.of();
        }
        return attempts.unsent(BATCH).stream()
                .map(attempt -> new PaymentInstruction(
                        attempt.id(),
                        payees.detailsOf(attempt.organisation(), attempt.payeeVersion()),
                        attempt.amount()))
                .toList();
    }

    @Transactional
    void sent(AttemptId id) {
        attempts.lock(id).sent(clock.instant());
    }
}
