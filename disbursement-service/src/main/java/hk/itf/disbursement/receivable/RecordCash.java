package hk.itf.disbursement.receivable;

import static hk.itf.model.NamedValue.value;

import hk.itf.disbursement.award.Awards;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReceivableId;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;

/** Records cash of a debtor as a proposed recovery. No money moves before another person confirms. */
@ApplicationScoped
class RecordCash {

    record Command(
            ReceivableId receivable,
            EntityVersion expected,
            Money amount,
            LocalDate valueDate,
            String bankReference,
            PersonId actor) {}

    private final Awards awards;
    private final Receivables receivables;
    private final Recoveries recoveries;
    private final Timeline timeline;
    private final ReceivableQueries queries;
    private final Clock clock;

    RecordCash(
            Awards awards,
            Receivables receivables,
            Recoveries recoveries,
            Timeline timeline,
            ReceivableQueries queries,
            Clock clock) {
        this.awards = awards;
        this.receivables = receivables;
        this.recoveries = recoveries;
        this.timeline = timeline;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    ReceivableView handle(Command command) {
        var now = clock.instant();
        requireValid(command, now);
        awards.lock(receivables.grantOf(command.receivable()));
        var receivable = receivables.lock(command.receivable());
        command.expected().require(receivable.version());
        var cash =
                new Recovery.Cash(command.valueDate(), command.bankReference().strip());
        var recovery = Recovery.cash(receivable, command.amount(), cash, command.actor(), now);
        requireNewBankReference(recoveries, recovery);
        recoveries.add(recovery);
        timeline.record(
                receivable,
                ReceivableTransition.PROPOSE,
                command.actor(),
                "%s of cash, %s".formatted(recovery.amount(), recovery.id()),
                now);
        return queries.get(receivable.id());
    }

    /**
     * Refuses cash whose bank reference was already confirmed for the receivable.
     *
     * @throws DomainException {@code already-counted}
     */
    static void requireNewBankReference(Recoveries recoveries, Recovery cash) {
        if (recoveries.isConfirmedBefore(cash)) {
            throw DomainException.conflict("already-counted", value("reference", cash.bankReference()));
        }
    }

    private static void requireValid(Command command, Instant now) {
        var faults = new ArrayList<Violation>();
        if (!command.amount().isPositive()) {
            faults.add(Violation.of("/amount", "not-positive.amount"));
        }
        if (command.valueDate().isAfter(HongKong.dayOf(now))) {
            faults.add(Violation.of("/valueDate", "in-the-future"));
        }
        if (!faults.isEmpty()) {
            throw DomainException.invalidFields(faults);
        }
    }
}
