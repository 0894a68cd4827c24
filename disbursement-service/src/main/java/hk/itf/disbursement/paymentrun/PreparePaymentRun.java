package hk.itf.disbursement.paymentrun;

import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Prepares every listed tranche of a run, each as a single preparation. A repeated request continues with the lines
 * that are still listed.
 */
@ApplicationScoped
class PreparePaymentRun {

    record Command(UUID run, PersonId actor) {}

    private final PaymentRunQueries queries;
    private final ProcessPaymentLines processLines;
    private final PrepareLine prepareLine;

    PreparePaymentRun(PaymentRunQueries queries, ProcessPaymentLines processLines, PrepareLine prepareLine) {
        this.queries = queries;
        this.processLines = processLines;
        this.prepareLine = prepareLine;
    }

    PaymentRunView handle(Command command) {
        queries.get(command.run());
        processLines.handle(
                command.run(),
                queries.lines(command.run(), PaymentLineStatus.LISTED),
                line -> prepareLine.handle(new PrepareLine.Command(line, command.actor())));
        return queries.get(command.run());
    }
}
