package hk.itf.disbursement.paymentrun;

import static hk.itf.model.NamedValue.value;

import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.id.PersonId;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Releases every prepared tranche of a run, each as a single release. The releaser repeats the total of the run. A run
 * never pays more than that total, because a line is released as it was prepared or not at all.
 */
@ApplicationScoped
class ReleasePaymentRun {

    /** @param expectedTotal amount of all prepared and released lines */
    record Command(UUID run, Money expectedTotal, PersonId actor) {}

    private final PaymentRunQueries queries;
    private final ProcessPaymentLines processLines;
    private final ReleaseLine releaseLine;

    ReleasePaymentRun(PaymentRunQueries queries, ProcessPaymentLines processLines, ReleaseLine releaseLine) {
        this.queries = queries;
        this.processLines = processLines;
        this.releaseLine = releaseLine;
    }

    PaymentRunView handle(Command command) {
        if (!command.expectedTotal().isPositive()) {
            throw DomainException.invalidFields(List.of(Violation.of("/expectedTotal", "not-positive.amount")));
        }
        // One read for both: a line prepared after it is neither in the total nor among the lines.
        var run = queries.get(command.run());
        var total = run.summary().total();
        if (!total.equals(command.expectedTotal())) {
            throw DomainException.conflict(
                    "total-changed", value("total", total), value("expected", command.expectedTotal()));
        }
        processLines.handle(
                command.run(),
                run.prepared(),
                line -> releaseLine.handle(new ReleaseLine.Command(line, command.actor())));
        return queries.get(command.run());
    }
}
