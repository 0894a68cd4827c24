package hk.itf.disbursement.paymentrun;

import static hk.itf.model.NamedValue.value;

import hk.itf.disbursement.DisbursementSettings;
import hk.itf.disbursement.tranche.Tranches;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens a payment run over the tranches that can be paid now, longest due first. No tranche is prepared yet. */
@ApplicationScoped
class OpenPaymentRun {

    private static final Logger LOG = Logger.getLogger(OpenPaymentRun.class);

    /** @param upTo largest number of tranches; the configured limit when null */
    record Command(@Nullable Integer upTo, PersonId actor) {}

    private final Tranches tranches;
    private final PaymentRuns runs;
    private final PaymentLines lines;
    private final PaymentRunQueries queries;
    private final DisbursementSettings settings;
    private final Clock clock;

    OpenPaymentRun(
            Tranches tranches,
            PaymentRuns runs,
            PaymentLines lines,
            PaymentRunQueries queries,
            DisbursementSettings settings,
            Clock clock) {
        this.tranches = tranches;
        this.runs = runs;
        this.lines = lines;
        this.queries = queries;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    PaymentRunView handle(Command command) {
        var now = clock.instant();
        var due = tranches.payable(now, limitOf(command.upTo()));
        if (due.isEmpty()) {
            throw DomainException.conflict("nothing-due");
        }
        var run = new PaymentRun(command.actor(), now);
        runs.add(run);
        for (var position = 0; position < due.size(); position++) {
            lines.add(new PaymentLine(run, position + 1, due.get(position)));
        }
        LOG.infof("payment run %s with %d tranches opened by %s", run.id(), due.size(), command.actor());
        return queries.get(run.id());
    }

    private int limitOf(@Nullable Integer upTo) {
        var largest = settings.largestPaymentRun();
        if (upTo != null && (upTo < 1 || upTo > largest)) {
            throw DomainException.invalid(
                    "invalid-parameter.upTo",
                    List.of(Violation.of("", "invalid-upTo", value("largest", largest))),
                    value("largest", largest));
        }
        return upTo == null ? largest : upTo;
    }
}
