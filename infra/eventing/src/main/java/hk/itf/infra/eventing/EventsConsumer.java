package hk.itf.infra.eventing;

import hk.itf.model.event.DomainEvent;

/**
 * Receives the events of one family. A service has one such bean for each family it listens to; its {@code on} is an
 * exhaustive switch to use cases. A consumer of {@link DomainEvent} receives all events, beside the consumer of their
 * family. The event loop calls {@code on} in its transaction, in order, with the effect of exactly one call.
 */
public interface EventsConsumer<F extends DomainEvent> {

    Class<F> family();

    Reception on(F event);
}
