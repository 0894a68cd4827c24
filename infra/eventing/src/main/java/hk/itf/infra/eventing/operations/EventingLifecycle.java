package hk.itf.infra.eventing.operations;

import hk.itf.infra.eventing.EventingSettings;
import hk.itf.infra.eventing.OutboxRelay;
import hk.itf.infra.eventing.heads.HeadsPublisher;
import hk.itf.infra.eventing.inbox.EventLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Starts the relay, the event loop and a publication of the heads after all other beans, and stops them before. */
@ApplicationScoped
class EventingLifecycle {

    private final OutboxRelay relay;
    private final EventLoop loop;
    private final HeadsPublisher heads;
    private final EventingSettings settings;

    EventingLifecycle(OutboxRelay relay, EventLoop loop, HeadsPublisher heads, EventingSettings settings) {
        this.relay = relay;
        this.loop = loop;
        this.heads = heads;
        this.settings = settings;
    }

    void start(@Observes @Priority(10_000) StartupEvent starting) {
        if (settings.enabled()) {
            relay.start();
            loop.start();
            heads.publishSoon();
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent stopping) throws InterruptedException {
        loop.stop();
        relay.stop();
    }
}
