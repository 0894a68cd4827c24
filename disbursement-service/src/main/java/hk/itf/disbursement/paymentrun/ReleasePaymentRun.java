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
 * Releases every tranche the run has prepared, as the releaser would one by one; asked again, those that are left. The
 * releaser repeats the total that was shown. Once it is checked a run never pays more than that: a line is released as it
 * was prepared, or not at all.
 */
@ApplicationScoped
class ReleasePaymentRun {

    /** @param expectedTotal of everything the run has prepared and released */
    record Command(UUID run, Money expectedTotal, PersonId actor) {}

    private final PaymentRunQueries queries;
    private final ProcessPaymentLines eachLine;
    private final ReleaseLine releaseLine;

    ReleasePaymentRun(PaymentRunQueries queries, ProcessPaymentLines eachLine, ReleaseLine releaseLine) {
        this.queries = queries;
        this.eachLine = eachLine;
        this.releaseLine = releaseLine;
    }

    PaymentRunView handle(Command command) {
        if (!command.expectedTotal().isPositive()) {
            throw DomainException.invalidFields(
                    List.of(Violation.of("/expectedTotal", "not-positive.amount")));
        }
        // One look: a line that is prepared after it is in neither the total nor the lines.
        var run = queries.get(command.run());
        var total = run.summary().total();
        if (!total.equals(command.expectedTotal())) {
            throw DomainException.conflict(
                    "total-changed", value("total", total), value("expected", command.expectedTotal()));
        }
        eachLine.of(
                command.run(),
                run.prepared(),
                line -> releaseLine.handle(new ReleaseLine.Command(line, command.actor())));
        return queries.get(command.run());
    }
}
