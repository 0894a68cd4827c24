package hk.itf.infra.eventing.inbox;

import java.util.UUID;

/** Another event has the number of this one in its stream. One of the two is not what its source recorded, and an operator chooses. */
final class ContestedNumberException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ContestedNumberException(IncomingEvent event, UUID other) {
        super("event %s has the number %d of event %s".formatted(event.id(), event.sequence(), other));
    }
}
