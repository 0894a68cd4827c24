package hk.itf.disbursement.payment;

import static hk.itf.model.NamedValue.value;

import hk.itf.disbursement.bank.PaymentGateway;
import hk.itf.infra.eventing.Failures;
import hk.itf.model.Wording;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Asks the bank for answers and has each taken in a transaction of its own, in the bank's order. One that cannot be taken
 * is parked: the answers after it are about other grants.
 */
@ApplicationScoped
class BankAnswerSweeper {

    private static final Logger LOG = Logger.getLogger(BankAnswerSweeper.class);

    private final ApplyBankAnswer takeBankAnswer;
    private final PaymentGateway bank;

    BankAnswerSweeper(ApplyBankAnswer takeBankAnswer, PaymentGateway bank) {
        this.takeBankAnswer = takeBankAnswer;
        this.bank = bank;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        for (var answer : bank.answersAfter(takeBankAnswer.position())) {
            try {
                takeBankAnswer.handle(answer);
            } catch (RuntimeException e) {
                if (Failures.passing(e)) {
                    LOG.warnf(e, "answer %d of the bank could not be taken; it is tried again", answer.position());
                    return;
                }
                LOG.errorf(e, "answer %d of the bank could not be taken", answer.position());
                takeBankAnswer.parkUnprocessable(
                        answer,
                        Wording.of(
                                "parked.unprocessable",
                                value("cause", String.valueOf(Failures.root(e).getMessage()))));
            }
        }
    }
}
