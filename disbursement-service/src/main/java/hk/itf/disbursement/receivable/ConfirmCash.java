package hk.itf.disbursement.receivable;

import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.commitment.AwardEnvelopes;
import hk.itf.infra.http.EntityVersion;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.ReceivableId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * Confirms cash that another person recorded. The amount settles the receivable and reaches the envelope of the open
 * year.
 */
@ApplicationScoped
class ConfirmCash {

    record Command(ReceivableId receivable, UUID cash, EntityVersion expected, PersonId actor) {}

    private final AwardEnvelopes envelopes;
    private final Awards awards;
    private final Receivables receivables;
    private final Recoveries recoveries;
    private final ApplyRecovery applyRecovery;
    private final ReceivableQueries queries;
    private final Clock clock;

    ConfirmCash(
            AwardEnvelopes envelopes,
            Awards awards,
            Receivables receivables,
            Recoveries recoveries,
            ApplyRecovery applyRecovery,
            ReceivableQueries queries,
            Clock clock) {
        this.envelopes = envelopes;
        this.awards = awards;
        this.receivables = receivables;
        this.recoveries = recoveries;
        this.applyRecovery = applyRecovery;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    ReceivableView handle(Command command) {
        var now = clock.instant();
        var grant = receivables.grantOf(command.receivable());
        recoveries.of(command.receivable(), Recovery.Method.CASH, command.cash());
        var envelope = envelopes.lockOpen(grant, now);
        var award = awards.lock(grant);
        var receivable = receivables.lock(command.receivable());
        command.expected().require(receivable.version());
        var recovery = recoveries.of(command.receivable(), Recovery.Method.CASH, command.cash());
        RecordCash.requireNewBankReference(recoveries, recovery);
        recovery.confirm(command.actor(), now);
        applyRecovery.handle(new ApplyRecovery.Command(envelope, award, receivable, recovery, command.actor(), now));
        return queries.get(receivable.id());
    }
}
