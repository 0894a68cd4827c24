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
 * Fetches bank answers and applies each in a transaction of its own, in the order of the bank. An answer that fails is
 * parked, because later answers concern other grants.
 */
@ApplicationScoped
class BankAnswerSweeper {

    private static final Logger LOG = Logger.getLogger(BankAnswerSweeper.class);

    private final ApplyBankAnswer applyBankAnswer;
    private final PaymentGateway bank;

    BankAnswerSweeper(ApplyBankAnswer applyBankAnswer, PaymentGateway bank) {
        this.applyBankAnswer = applyBankAnswer;
        this.bank = bank;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        for (var answer : bank.answersAfter(applyBankAnswer.position())) {
            try {
                applyBankAnswer.handle(answer);
            } catch (RuntimeException e) {
                if (Failures.passing(e)) {
                    LOG.warnf(
                            e,
                            "answer %d of the bank could not be applied now; the next sweep tries again",
                            answer.position());
                    return;
                }
                LOG.errorf(e, "answer %d of the bank could not be applied and is parked", answer.position());
                applyBankAnswer.parkUnprocessable(
                        answer,
                        Wording.of(
                                "parked.unprocessable",
                                value("cause", String.valueOf(Failures.root(e).getMessage()))));
            }
        }
    }
}
