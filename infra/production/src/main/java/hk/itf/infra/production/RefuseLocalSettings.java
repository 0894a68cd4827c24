package hk.itf.infra.production;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.config.Config;

/** Ends a start in production with settings for a local stack, before the service touches the database or the broker. */
@ApplicationScoped
class RefuseLocalSettings {

    /** Before the migrations of the tables. */
    private static final int BEFORE_ALL = Interceptor.Priority.PLATFORM_BEFORE - 2_000;

    private final Config config;

    RefuseLocalSettings(Config config) {
        this.config = config;
    }

    void check(@Observes @Priority(BEFORE_ALL) StartupEvent starting) {
        if (!Production.isActive()) {
            return;
        }
        var faults = ProductionCheck.faultsOf(
                name -> config.getOptionalValue(name, String.class).filter(value -> !value.isBlank()));
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "The service does not start in production:\n- " + String.join("\n- ", faults));
        }
    }
}
