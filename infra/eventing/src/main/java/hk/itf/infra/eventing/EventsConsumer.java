package hk.itf.infra.eventing;

import hk.itf.model.event.DomainEvent;

/**
 * Takes the events of one family. One bean a family and service: its {@code on} is an exhaustive switch to use cases,
 * called by the event loop inside its transaction, in order, exactly once in effect.
 */
public interface EventsConsumer<F extends DomainEvent> {

    Class<F> family();

    Reception on(F event);
}
