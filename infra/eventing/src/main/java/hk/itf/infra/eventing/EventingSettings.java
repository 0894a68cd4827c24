package hk.itf.infra.eventing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.List;

/** How a service takes part in the exchange of events. */
@ConfigMapping(prefix = "itf.eventing")
public interface EventingSettings {

    /** The name under which this service speaks, and its consumer group: {@code applications}. */
    String source();

    /** The topics it listens to. */
    List<String> listensTo();

    /** Off in tests that have no broker. */
    @WithDefault("true")
    boolean enabled();

    /** How long the relay sleeps when nobody wakes it. */
    @WithDefault("200ms")
    Duration relayPoll();

    /** Events sent, and records polled, at once. */
    @WithDefault("200")
    int batch();

    /** Copies the broker keeps of each topic; three in production, one on one machine. */
    @WithDefault("1")
    @WithName("replication-factor")
    short replicationFactor();

    /** Partitions of each topic. */
    @WithDefault("3")
    int partitions();
}
