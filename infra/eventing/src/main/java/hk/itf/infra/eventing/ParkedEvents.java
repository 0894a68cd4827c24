package hk.itf.infra.eventing;

import hk.itf.model.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What an operator sees and does about events that could not be applied. */
@ApplicationScoped
public class ParkedEvents {

    /** One event that waits; the grant it is about is its {@code id}. */
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

    /** Tries a parked event again, and whatever waits behind it. If it fails again, it stays parked. */
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
