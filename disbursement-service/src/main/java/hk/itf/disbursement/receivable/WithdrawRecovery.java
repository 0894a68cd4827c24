package hk.itf.disbursement.receivable;

import hk.itf.disbursement.award.Awards;
import hk.itf.infra.http.Actor;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.timeline.Timeline;
import hk.itf.model.id.ReceivableId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Withdraws a recovery before its confirmation. No money has moved. */
@ApplicationScoped
public class WithdrawRecovery {

    /**
     * @param expected the version of the receivable that was read
     * @param actor the proposer, or a fund controller
     */
    public record Command(
            ReceivableId receivable,
            Recovery.Method how,
            UUID recovery,
            EntityVersion expected,
            String reason,
            Actor actor) {}

    private final Awards awards;
    private final Receivables receivables;
    private final Recoveries recoveries;
    private final Timeline timeline;
    private final ReceivableQueries queries;
    private final Clock clock;

    WithdrawRecovery(
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
    public ReceivableView handle(Command command) {
        var now = clock.instant();
        awards.lock(receivables.grantOf(command.receivable()));
        var receivable = receivables.lock(command.receivable());
        var recovery = recoveries.of(command.receivable(), command.how(), command.recovery());
        command.expected().require(receivable.version());
        recovery.withdraw(command.reason().strip(), command.actor(), now);
        receivables.incrementVersion(receivable);
        timeline.record(
                receivable,
                Receivable.Act.WITHDRAW,
                command.actor().person(),
                "%s %s: %s"
                        .formatted(
                                command.how(), recovery.id(), command.reason().strip()),
                now);
        return queries.get(receivable.id());
    }
}
