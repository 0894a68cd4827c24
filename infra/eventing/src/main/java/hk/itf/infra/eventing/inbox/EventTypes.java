package hk.itf.infra.eventing.inbox;

import hk.itf.model.event.DomainEvent;
import hk.itf.model.event.EventCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * The event types that this build knows. A newer build of another service may send types that this one has not learned yet. Tests
 * replace this bean to run as an older build.
 */
@ApplicationScoped
class EventTypes {

    /**
     * Reads the body of an event; empty for an unknown type.
     *
     * @throws EventCodec.UnreadableEventException when the body does not match the type
     */
    Optional<DomainEvent> decode(String type, String body) {
        return EventCodec.decode(type, body);
    }

    /** The wire names of the known types. */
    Set<String> known() {
        return EventCodec.types().keySet();
    }
}
