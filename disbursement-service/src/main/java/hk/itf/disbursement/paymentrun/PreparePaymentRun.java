package hk.itf.disbursement.paymentrun;

import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Prepares every tranche the run has listed, as the preparer would one by one; asked again, those that are left. */
@ApplicationScoped
class PreparePaymentRun {

    record Command(UUID run, PersonId actor) {}

    private final PaymentRunQueries queries;
    private final ProcessPaymentLines eachLine;
    private final PrepareLine prepareLine;

    PreparePaymentRun(PaymentRunQueries queries, ProcessPaymentLines eachLine, PrepareLine prepareLine) {
        this.queries = queries;
        this.eachLine = eachLine;
        this.prepareLine = prepareLine;
    }

    PaymentRunView handle(Command command) {
        queries.get(command.run());
        eachLine.of(
                command.run(),
                queries.lines(command.run(), PaymentLineStatus.LISTED),
                line -> prepareLine.handle(new PrepareLine.Command(line, command.actor())));
        return queries.get(command.run());
    }
}
