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

    /** The consumer group of all replicas of this service. */
    default String group() {
        return "itf." + source();
    }

    /** False in tests without a broker. */
    @WithDefault("true")
    boolean enabled();

    /**
     * Longest pause of the relay between two looks at the outbox. A commit of this replica wakes it at once, so that the pause
     * only delays the events of a replica that has died.
     */
    @WithDefault("1s")
    Duration relayPoll();

    /** Time between two sweeps over early events. A sweep tries a few of those that nothing has woken. */
    @WithDefault("1m")
    Duration sweepEvery();

    /**
     * Whether an event must name the hash of its predecessor when the hash of the last event is known. Set it to false while a build
     * that names none still sends events.
     */
    @WithDefault("true")
    boolean requirePredecessor();

    /** Largest number of events in a batch, when sending and when polling. */
    @WithDefault("200")
    int batch();

    /** Copies of each topic in the broker: three in production, one on a single machine. */
    @WithDefault("1")
    @WithName("replication-factor")
    short replicationFactor();

    /** Copies that must have an event before the broker acknowledges it: two in production. */
    @WithDefault("1")
    @WithName("min-insync-replicas")
    short minInsyncReplicas();

    /** Partitions of each topic, three or more. */
    @WithDefault("3")
    int partitions();
}
