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

/** Lists the instructions that the bank does not have yet, and marks them as sent. */
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

    /**
     * The next instructions to send. Empty while another replica holds the lease; the lease is acquired only when an
     * instruction waits.
     */
    @Transactional
    List<PaymentInstruction> nextBatch() {
        if (!attempts.hasUnsent() || !leases.acquire(replica)) {
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
    void markSent(AttemptId id) {
        attempts.lock(id).markSent(clock.instant());
    }
}
