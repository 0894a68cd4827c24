package hk.itf.disbursement.paymentrun;

import hk.itf.model.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Processes the lines of a run, each in a transaction of its own. A refused line does not stop the others. After a
 * crash, a repeated request continues with the remaining lines.
 */
@ApplicationScoped
class ProcessPaymentLines {

    private static final Logger LOG = Logger.getLogger(ProcessPaymentLines.class);

    private final RecordLineRefusal recordLineRefusal;

    ProcessPaymentLines(RecordLineRefusal recordLineRefusal) {
        this.recordLineRefusal = recordLineRefusal;
    }

    void handle(UUID run, List<UUID> lines, Consumer<UUID> work) {
        for (var line : lines) {
            try {
                work.accept(line);
            } catch (DomainException refusal) {
                recordLineRefusal.handle(new RecordLineRefusal.Command(line, refusal));
            } catch (RuntimeException e) {
                LOG.warnf(e, "line %s of payment run %s failed and stays unchanged", line, run);
            }
        }
    }
}
