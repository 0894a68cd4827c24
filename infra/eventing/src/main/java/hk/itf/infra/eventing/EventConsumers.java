package hk.itf.infra.eventing;

import hk.itf.model.event.DomainEvent;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Hands a received event to each consumer whose family it belongs to, in the order of the consumers' priority. */
@ApplicationScoped
public class EventConsumers {

    private final List<EventsConsumer<?>> consumers;

    EventConsumers(@All List<EventsConsumer<?>> consumers) {
        this.consumers = consumers;
    }

    /** @return the first late or early answer of a consumer; applied when there is none, also without a consumer */
    public Reception receive(DomainEvent event) {
        var result = Reception.APPLIED;
        for (var consumer : consumers) {
            if (consumer.family().isInstance(event)) {
                var reception = deliver(consumer, event);
                result = result instanceof Reception.Applied ? reception : result;
            }
        }
        return result;
    }

    private static <F extends DomainEvent> Reception deliver(EventsConsumer<F> consumer, DomainEvent event) {
        return consumer.on(consumer.family().cast(event));
    }
}
