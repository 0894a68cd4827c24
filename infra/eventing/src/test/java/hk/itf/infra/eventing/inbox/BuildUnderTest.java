package hk.itf.infra.eventing.inbox;

import hk.itf.model.event.DomainEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The event types of the running build. A test can make it an older build, which does not know some of them. */
@Alternative
@Priority(1)
@ApplicationScoped
class BuildUnderTest extends EventTypes {

    private final Set<String> forgotten = ConcurrentHashMap.newKeySet();

    void forget(String type) {
        forgotten.add(type);
    }

    void learn(String type) {
        forgotten.remove(type);
    }

    @Override
    Optional<DomainEvent> decode(String type, String body) {
        return forgotten.contains(type) ? Optional.empty() : super.decode(type, body);
    }

    @Override
    Set<String> known() {
        var known = new HashSet<>(super.known());
        known.removeAll(forgotten);
        return known;
    }
}
