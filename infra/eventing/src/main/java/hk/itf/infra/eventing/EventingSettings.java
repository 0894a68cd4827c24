package hk.itf.infra.eventing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.List;

/** Settings of the exchange of events. */
@ConfigMapping(prefix = "itf.eventing")
public interface EventingSettings {

    /** Name of this service as the source of events, such as {@code applications}. */
    String source();

    /** Topics that this service reads. */
    List<String> listensTo();

    /** False in tests without a broker. */
    @WithDefault("true")
    boolean enabled();

    /**
     * Longest pause of the relay between two looks at the outbox. A commit of this replica wakes it at once, so that the pause
     * only delays the events of a replica that has died.
     */
    @WithDefault("1s")
    Duration relayPoll();

    /** Time between two attempts to apply all early events. */
    @WithDefault("5s")
    Duration retryEarly();

    /** Largest number of events in a batch, when sending and when polling. */
    @WithDefault("200")
    int batch();

    /** Copies of each topic in the broker: three in production, one on a single machine. */
    @WithDefault("1")
    @WithName("replication-factor")
    short replicationFactor();

    /** Partitions of each topic. */
    @WithDefault("3")
    int partitions();
}
