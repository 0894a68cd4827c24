package hk.itf.disbursement.payment;

import hk.itf.disbursement.bank.PaymentInstruction;
import hk.itf.disbursement.payee.Payees;
import hk.itf.model.id.AttemptId;
import hk.itf.model.id.Uuids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists the instructions that the bank does not have yet, and marks them as sent. */
@ApplicationScoped
class UnsentPayments {

    static final int BATCH = 50;

    /** An instruction with its place in the order of sending. */
    record Unsent(Instant instructedAt, PaymentInstruction instruction) {}

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
     * The next instructions to send, longest instructed first. Empty while another replica holds the lease; the lease is
     * acquired only when an instruction waits.
     *
     * @param after the last instruction of the batch before; null for the first batch
     */
    @Transactional
    List<Unsent> nextBatch(@Nullable Unsent after) {
        var next = after == null
                ? attempts.unsent(Instant.EPOCH, Uuids.LOWEST, BATCH)
                : attempts.unsent(
                        after.instructedAt(), after.instruction().endToEndId().value(), BATCH);
        if (next.isEmpty() || !leases.acquire(replica)) {
            return List.of();
        }
        return next.stream()
                .map(attempt -> new Unsent(
                        attempt.instructedAt(),
                        new PaymentInstruction(
                                attempt.id(),
                                payees.detailsOf(attempt.organisation(), attempt.payeeVersion()),
                                attempt.amount())))
                .toList();
    }

    @Transactional
    void markSent(AttemptId id) {
        attempts.lock(id).markSent(clock.instant());
    }
}
