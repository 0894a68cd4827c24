package hk.itf.disbursement.tranche;

import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.payee.PayeeChanged;
import hk.itf.infra.duty.Timeline;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.http.EntityVersion;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.TrancheId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Sends a prepared tranche back to DUE: because a person says so, or because its payee has changed. A tranche that is
 * DUE stays DUE when the payee changes: it says that it once came due, and the gate, looked at again at every act, keeps
 * it from being prepared until the new details are verified and have cooled off.
 */
@ApplicationScoped
class ReturnTranche {

    private static final int LONGEST_REASON = 500;

    record Command(TrancheId tranche, EntityVersion expected, String reason, PersonId actor) {}

    private final Awards awards;
    private final Tranches tranches;
    private final Timeline timeline;
    private final Outbox outbox;
    private final TrancheQueries queries;
    private final Clock clock;

    ReturnTranche(
            Awards awards, Tranches tranches, Timeline timeline, Outbox outbox, TrancheQueries queries, Clock clock) {
        this.awards = awards;
        this.tranches = tranches;
        this.timeline = timeline;
        this.outbox = outbox;
        this.queries = queries;
        this.clock = clock;
    }

    @Transactional
    TrancheView handle(Command command) {
        if (command.reason().isBlank() || command.reason().length() > LONGEST_REASON) {
            throw DomainException.invalidFields(
                    List.of(new Violation("/reason", "wrong-length", "A reason has 1 to 500 characters.")));
        }
        awards.lock(tranches.addressOf(command.tranche()).grant());
        var tranche = tranches.lock(command.tranche());
        command.expected().require(tranche.version());
        giveBack(tranche, command.actor(), command.reason().strip(), clock.instant());
        return queries.get(tranche.id());
    }

    void onPayeeChanged(@Observes PayeeChanged changed) {
        var prepared = tranches.preparedFor(changed.organisation());
        awards.lockAll(prepared.stream()
                .map(id -> tranches.addressOf(id).grant())
                .distinct()
                .toList());
        for (var id : prepared) {
            var tranche = tranches.lock(id);
            if (tranche.permits(TrancheTransition.RETURN)) {
                giveBack(tranche, changed.actor(), "the payee has changed", changed.at());
            }
        }
    }

    private void giveBack(Tranche tranche, PersonId actor, String reason, Instant now) {
        var due = tranche.giveBack(actor, now);
        timeline.record(tranche, TrancheTransition.RETURN, actor, reason, now);
        outbox.append(due);
    }
}
