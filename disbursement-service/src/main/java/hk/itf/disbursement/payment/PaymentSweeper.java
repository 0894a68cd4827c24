package hk.itf.disbursement.payment;

import hk.itf.disbursement.bank.PaymentGateway;
import hk.itf.disbursement.bank.PaymentInstruction;
import hk.itf.disbursement.payment.UnsentPayments.Unsent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends instructed attempts to the bank, outside any transaction. A crash is harmless: an attempt that is not marked as
 * sent is sent again, and the bank recognises its id. A lease lets one replica send at a time, which spares the bank;
 * double payment is prevented by the id. Sends right after a release, and every second for what is left. An instruction
 * that the bank does not accept is passed over, so that later instructions do not wait for it.
 */
@ApplicationScoped
class PaymentSweeper {

    private static final Logger LOG = Logger.getLogger(PaymentSweeper.class);

    /** After so many failures in a row the bank is taken to be out of reach until the next sweep. */
    private static final int MOST_FAILURES = 3;

    private final UnsentPayments payments;
    private final PaymentGateway bank;
    private final BankAnswerSweeper answers;
    private final ExecutorService executor;
    private final Lock sending = new ReentrantLock();

    /** The last instruction of the sweep before, from which this sweep continues; guarded by {@code sending}. */
    private @Nullable Unsent last;

    PaymentSweeper(UnsentPayments payments, PaymentGateway bank, BankAnswerSweeper answers, ExecutorService executor) {
        this.payments = payments;
        this.bank = bank;
        this.answers = answers;
        this.executor = executor;
    }

    void onRelease(@Observes(during = TransactionPhase.AFTER_SUCCESS) AttemptInstructed instructed) {
        executor.execute(() -> {
            sweep();
            answers.sweep();
        });
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        if (!sending.tryLock()) {
            return; // the next sweep sends what was released meanwhile
        }
        try {
            sendAll();
        } finally {
            sending.unlock();
        }
    }

    private void sendAll() {
        var batch = payments.nextBatch(last);
        var failures = 0;
        for (var unsent : batch) {
            last = unsent;
            if (send(unsent.instruction())) {
                failures = 0;
            } else if (++failures == MOST_FAILURES) {
                return;
            }
        }
        if (batch.size() < UnsentPayments.BATCH) {
            last = null;
        }
    }

    private boolean send(PaymentInstruction instruction) {
        try {
            bank.instruct(instruction);
        } catch (RuntimeException e) {
            LOG.warnf(e, "the bank did not accept attempt %s; a later sweep sends it again", instruction.endToEndId());
            return false;
        }
        payments.markSent(instruction.endToEndId());
        return true;
    }
}
