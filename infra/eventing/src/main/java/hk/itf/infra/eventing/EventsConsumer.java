package hk.itf.infra.eventing;

import hk.itf.model.event.DomainEvent;

/**
 * Takes the events of one family. Each service has one bean for each family it listens to; its {@code on} is an exhaustive
 * switch to use cases. A consumer of {@link DomainEvent} takes every event, beside the consumer of the event's own family.
 * The event loop calls {@code on} inside its transaction, in order, exactly once in effect.
 */
public interface EventsConsumer<F extends DomainEvent> {

    Class<F> family();

    Reception on(F event);
}
