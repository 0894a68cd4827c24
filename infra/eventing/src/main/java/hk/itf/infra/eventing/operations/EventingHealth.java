package hk.itf.infra.eventing.operations;

import hk.itf.infra.eventing.EventingSettings;
import hk.itf.infra.eventing.OutboxRelay;
import hk.itf.infra.eventing.inbox.EventLoop;
import hk.itf.infra.eventing.inbox.LoopProgress;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Reports the service as dead when its relay or its event loop has ended, or hangs: only a restart helps. */
@Liveness
@ApplicationScoped
class EventingHealth implements HealthCheck {

    private final OutboxRelay relay;
    private final EventLoop loop;
    private final LoopProgress progress;
    private final EventingSettings settings;

    EventingHealth(OutboxRelay relay, EventLoop loop, LoopProgress progress, EventingSettings settings) {
        this.relay = relay;
        this.loop = loop;
        this.progress = progress;
        this.settings = settings;
    }

    @Override
    public HealthCheckResponse call() {
        var relayRuns = relay.alive() && !relay.hangs();
        var loopRuns = loop.alive() && !progress.hangs();
        return HealthCheckResponse.named("eventing")
                .status(!settings.enabled() || (relayRuns && loopRuns))
                .withData("relay", relayRuns)
                .withData("loop", loopRuns)
                .build();
    }
}
