package hk.itf.disbursement.payment;

import hk.itf.disbursement.bank.PaymentGateway;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Tells the bank what was released, outside any transaction. It may die anywhere: what is not marked as sent is told
 * again, and the bank knows an instruction by its id. One replica sends at a time, by a lease, which spares the bank
 * and is not what keeps a payment from being made twice. It sends as soon as something was released, and once a second what
 * was left.
 */
@ApplicationScoped
class PaymentSweeper {

    private static final Logger LOG = Logger.getLogger(PaymentSweeper.class);

    private final UnsentPayments payments;
    private final PaymentGateway bank;
    private final BankAnswerSweeper answers;
    private final ExecutorService executor;
    private final Lock sending = new ReentrantLock();

    PaymentSweeper(
            UnsentPayments payments, PaymentGateway bank, BankAnswerSweeper answers, ExecutorService executor) {
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
            return; // what was released meanwhile is sent by the next
        }
        try {
            sendAll();
        } finally {
            sending.unlock();
        }
    }

    private void sendAll() {
        for (var instruction : payments.next()) {
            try {
                bank.instruct(instruction);
            } catch (RuntimeException e) {
                LOG.warnf(e, "the bank did not take attempt %s; it is told again", instruction.endToEndId());
                return;
            }
            payments.sent(instruction.endToEndId());
        }
    }
}
