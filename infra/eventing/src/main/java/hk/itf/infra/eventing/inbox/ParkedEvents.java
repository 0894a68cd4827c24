package hk.itf.infra.eventing.inbox;

import static hk.itf.model.NamedValue.value;

import hk.itf.infra.eventing.inbox.WaitingEvents.Kept;
import hk.itf.infra.eventing.inbox.WaitingEvents.Waiting;
import hk.itf.model.DomainException;
import hk.itf.model.event.AggregateKey;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Lists waiting and parked events, and replays or drops parked events, on behalf of operators. */
@ApplicationScoped
public class ParkedEvents {

    private static final Logger LOG = Logger.getLogger(ParkedEvents.class);

    /**
     * A waiting or parked event.
     *
     * @param type the type of the aggregate
     * @param id the id of the aggregate
     */
    public record WaitingEventView(
            String source,
            String type,
            String id,
            long sequence,
            String eventType,
            WaitingState state,
            String reason,
            Instant since) {}

    private final WaitingEvents waiting;
    private final EventStore streams;
    private final EventInbox inbox;

    ParkedEvents(WaitingEvents waiting, EventStore streams, EventInbox inbox) {
        this.waiting = waiting;
        this.streams = streams;
        this.inbox = inbox;
    }

    @Transactional
    public List<WaitingEventView> list(WaitingState state) throws SQLException {
        return waiting.longest(state, 200).stream()
                .map(each -> new WaitingEventView(
                        each.event().source(),
                        each.event().aggregate().type(),
                        each.event().aggregate().id(),
                        each.event().sequence(),
                        each.event().type(),
                        each.state(),
                        each.reason(),
                        each.since()))
                .toList();
    }

    /**
     * Takes a parked event out of its stream without applying it; it is kept, with the reason. The loop goes on with later events of the
     * stream if they can be applied.
     *
     * @throws DomainException NOT_FOUND without such a parked event
     */
    @Transactional
    public void drop(String source, String type, String id, PersonId by, String because) throws SQLException {
        var parked = lockParked(source, new AggregateKey(type, id));
        if (!waiting.drop(parked.event(), by, because)) {
            throw DomainException.notFound("parked-event");
        }
        inbox.wakeHeads(id);
        LOG.infof("parked event %s of %s/%s dropped by %s", parked.event().id(), type, id, by);
    }

    /**
     * Applies a parked event. The loop goes on with the events that wait behind it. An event that fails again stays parked.
     *
     * @param anyPredecessor whether the event may follow another event than the one that it names, which an operator has compared
     * @throws DomainException NOT_FOUND without such a parked event; CONFLICT when it fails again, when another event with its
     *     number is already applied, or when it follows another event than the one that is applied last
     */
    @Transactional
    public void replay(String source, String type, String id, boolean anyPredecessor) throws SQLException {
        var aggregate = new AggregateKey(type, id);
        var parked = lockParked(source, aggregate);
        if (parked.event().sequence() <= streams.applied(source, aggregate).sequence()) {
            throw DomainException.conflict(
                    "history-rewritten", value("sequence", parked.event().sequence()));
        }
        waiting.unpark(parked.event(), anyPredecessor);
        try {
            for (var head : waiting.heads(id)) {
                if (head.event().id().equals(parked.event().id())) {
                    requireNotParked(inbox.drainHead(head));
                }
            }
        } catch (EventDelivery.NotAppliedException e) {
            throw DomainException.conflict("still-not-applicable");
        }
        if (anyPredecessor) {
            LOG.warnf(
                    "parked event %s of %s/%s may follow any event, as an operator decided",
                    parked.event().id(), type, id);
        }
    }

    private static void requireNotParked(Optional<Kept> kept) {
        if (kept.isPresent() && kept.get().state() == WaitingState.PARKED) {
            throw DomainException.conflict("other-predecessor");
        }
    }

    private Waiting lockParked(String source, AggregateKey aggregate) throws SQLException {
        var parked = waiting.parkedHead(source, aggregate).orElseThrow(() -> DomainException.notFound("parked-event"));
        inbox.lock(parked.event());
        return waiting.parkedHead(source, aggregate).orElseThrow(() -> DomainException.notFound("parked-event"));
    }
}
