package hk.itf.disbursement.payment;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Tells the bank what was released, outside any transaction. It may die anywhere: what is not marked as sent is told
 * again, and the bank knows an instruction by its id. One replica sends at a time, by a lease, which spares the bank
 * and is not what keeps a payment from being made twice.
 */
@ApplicationScoped
class PaymentSender {

    private static final Logger LOG = Logger.getLogger(PaymentSender.class);

    private final HandOverPayments payments;
    private final PaymentGateway bank;

    PaymentSender(HandOverPayments payments, PaymentGateway bank) {
        this.payments = payments;
        this.bank = bank;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void send() {
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
