package hk.itf.infra.eventing.inbox;

import static hk.itf.model.NamedValue.value;

import hk.itf.infra.eventing.EventingSettings;
import hk.itf.infra.eventing.inbox.EventStore.Applied;
import hk.itf.infra.eventing.inbox.WaitingEvents.Waiting;
import hk.itf.model.DomainException;
import hk.itf.model.event.AggregateKey;
import hk.itf.model.id.PersonId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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
    private final EventingSettings settings;

    ParkedEvents(WaitingEvents waiting, EventStore streams, EventInbox inbox, EventingSettings settings) {
        this.settings = settings;
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
     * stream if they can be applied: when the number of the event is applied already, or another event with the number comes.
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
     * @throws DomainException NOT_FOUND without such a parked event; CONFLICT when it fails again, when another event with its
     *     number is already applied, or when it does not follow the event that is applied last
     */
    @Transactional
    public void replay(String source, String type, String id) throws SQLException {
        var parked = lockParked(source, new AggregateKey(type, id)).event();
        var applied = requireNotApplied(parked);
        if (!applied.precedes(parked, settings.requirePredecessor())) {
            throw DomainException.conflict("other-predecessor");
        }
        apply(parked);
    }

    /**
     * Applies a parked event that does not follow the event that is applied last. Who has accepted it, and why, is kept.
     *
     * @throws DomainException like {@link #replay}, except that the event may follow any event
     */
    @Transactional
    public void accept(String source, String type, String id, PersonId by, String because) throws SQLException {
        var parked = lockParked(source, new AggregateKey(type, id)).event();
        requireNotApplied(parked);
        waiting.acceptAnyPredecessor(parked, by, because);
        apply(parked);
        LOG.warnf("parked event %s of %s/%s may follow any event, accepted by %s", parked.id(), type, id, by);
    }

    private Applied requireNotApplied(IncomingEvent parked) throws SQLException {
        var applied = streams.applied(parked.source(), parked.aggregate());
        if (parked.sequence() <= applied.sequence()) {
            throw DomainException.conflict("history-rewritten", value("sequence", parked.sequence()));
        }
        return applied;
    }

    private void apply(IncomingEvent parked) throws SQLException {
        waiting.unpark(parked);
        try {
            for (var head : waiting.heads(parked.aggregate().id())) {
                if (head.event().id().equals(parked.id())) {
                    inbox.drainHead(head);
                }
            }
        } catch (EventDelivery.NotAppliedException e) {
            throw DomainException.conflict("still-not-applicable");
        }
    }

    private Waiting lockParked(String source, AggregateKey aggregate) throws SQLException {
        var parked = waiting.parkedHead(source, aggregate).orElseThrow(() -> DomainException.notFound("parked-event"));
        inbox.lock(parked.event());
        return waiting.parkedHead(source, aggregate).orElseThrow(() -> DomainException.notFound("parked-event"));
    }
}
