package hk.itf.infra.eventing;

import hk.itf.model.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Lists waiting and parked events, and replays parked events, on behalf of operators. */
@ApplicationScoped
public class ParkedEvents {

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
            String state,
            String reason,
            Instant since) {}

    private final EventStore store;
    private final EventInbox inbox;

    ParkedEvents(EventStore store, EventInbox inbox) {
        this.store = store;
        this.inbox = inbox;
    }

    @Transactional
    public List<WaitingEventView> list(String state) throws SQLException {
        return store.inState(state, 200).stream()
                .map(waiting -> new WaitingEventView(
                        waiting.event().source(),
                        waiting.event().aggregate().type(),
                        waiting.event().aggregate().id(),
                        waiting.event().sequence(),
                        waiting.event().type(),
                        waiting.state(),
                        waiting.reason(),
                        waiting.since()))
                .toList();
    }

    /** Applies a parked event and the events that wait behind it. An event that fails again stays parked. */
    @Transactional
    public void replay(String source, String type, String id) throws SQLException {
        var parked = store.parkedHead(source, type, id).orElseThrow(() -> DomainException.notFound("parked-event"));
        store.unpark(parked.event());
        try {
            inbox.drain(id);
        } catch (EventInbox.NotAppliedException e) {
            throw DomainException.conflict("still-not-applicable");
        }
    }
}
