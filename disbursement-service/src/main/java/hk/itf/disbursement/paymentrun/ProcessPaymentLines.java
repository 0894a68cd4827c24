package hk.itf.disbursement.paymentrun;

import hk.itf.model.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Goes through a run line by line, each in a transaction of its own: one that is refused does not stop the rest, and
 * whoever asks again after a crash goes on with those that are left.
 */
@ApplicationScoped
class ProcessPaymentLines {

    private static final Logger LOG = Logger.getLogger(ProcessPaymentLines.class);

    private final RecordLineRefusal leaveLine;

    ProcessPaymentLines(RecordLineRefusal leaveLine) {
        this.leaveLine = leaveLine;
    }

    void of(UUID run, List<UUID> lines, Consumer<UUID> work) {
        for (var line : lines) {
            try {
                work.accept(line);
            } catch (DomainException refusal) {
                leaveLine.handle(new RecordLineRefusal.Command(line, refusal));
            } catch (RuntimeException e) {
                LOG.warnf(e, "line %s of payment run %s is left as it was", line, run);
            }
        }
    }
}
