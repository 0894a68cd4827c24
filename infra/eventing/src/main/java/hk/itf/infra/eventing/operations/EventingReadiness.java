package hk.itf.infra.eventing.operations;

import hk.itf.infra.eventing.OutboxRelay;
import hk.itf.infra.eventing.inbox.LoopProgress;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports the service as not ready while its event loop fails again and again without handling a batch. A broker that does not answer
 * shows in the data only: the service goes on to accept requests, and its outbox keeps their events.
 */
@Readiness
@ApplicationScoped
class EventingReadiness implements HealthCheck {

    private final OutboxRelay relay;
    private final LoopProgress progress;

    EventingReadiness(OutboxRelay relay, LoopProgress progress) {
        this.relay = relay;
        this.progress = progress;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("events")
                .status(!progress.isStuck())
                .withData("failures of the relay in a row", relay.failures())
                .withData("restarts of the loop without progress", progress.restarts())
                .build();
    }
}
