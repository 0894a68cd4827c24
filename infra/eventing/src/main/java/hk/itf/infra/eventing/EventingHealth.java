package hk.itf.infra.eventing;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Reports the service as dead when its relay or its event loop has ended. */
@Liveness
@ApplicationScoped
class EventingHealth implements HealthCheck {

    private final OutboxRelay relay;
    private final EventLoop loop;
    private final EventingSettings settings;

    EventingHealth(OutboxRelay relay, EventLoop loop, EventingSettings settings) {
        this.relay = relay;
        this.loop = loop;
        this.settings = settings;
    }

    @Override
    public HealthCheckResponse call() {
        var alive = !settings.enabled() || (relay.alive() && loop.alive());
        return HealthCheckResponse.named("eventing")
                .status(alive)
                .withData("relay", relay.alive())
                .withData("loop", loop.alive())
                .build();
    }
}
