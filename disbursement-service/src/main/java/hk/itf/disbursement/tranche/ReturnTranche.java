package hk.itf.disbursement.tranche;

import static hk.itf.model.NamedValue.value;

import hk.itf.disbursement.award.Awards;
import hk.itf.disbursement.payee.PayeeChanged;
import hk.itf.infra.eventing.Outbox;
import hk.itf.infra.http.EntityVersion;
import hk.itf.infra.timeline.Timeline;
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
 * Returns a prepared tranche to DUE, on a person's request or because the organisation filed new bank details. A
 * tranche in DUE stays there when bank details change. Its gate PAYEE_VERIFIED, checked at every act, then refuses
 * preparation until the new details are verified and have cooled off.
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
                    List.of(Violation.of("/reason", "wrong-length.characters", value("max", LONGEST_REASON))));
        }
        awards.lock(tranches.lockKeysOf(command.tranche()).grant());
        var tranche = tranches.lock(command.tranche());
        command.expected().require(tranche.version());
        returnToDue(tranche, command.actor(), command.reason().strip(), clock.instant());
        return queries.get(tranche.id());
    }

    void onPayeeChanged(@Observes PayeeChanged changed) {
        var prepared = tranches.preparedFor(changed.organisation());
        awards.lockAll(prepared.stream()
                .map(id -> tranches.lockKeysOf(id).grant())
                .distinct()
                .toList());
        for (var id : prepared) {
            var tranche = tranches.lock(id);
            if (tranche.permits(TrancheTransition.RETURN)) {
                returnToDue(tranche, changed.actor(), "the bank details have changed", changed.at());
            }
        }
    }

    private void returnToDue(Tranche tranche, PersonId actor, String reason, Instant now) {
        var due = tranche.returnToDue(actor, now);
        timeline.record(tranche, TrancheTransition.RETURN, actor, reason, now);
        outbox.append(due);
    }
}
