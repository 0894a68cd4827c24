package hk.itf.assessment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the review queue. Leases use real time, not the business clock. */
@ConfigMapping(prefix = "itf.assessment")
public interface AssessmentSettings {

    /** Duration of a lease without a heartbeat. */
    @WithDefault("PT2H")
    Duration lease();

    /** Longest duration of a lease with heartbeats. Papers are served until its end. */
    @WithDefault("P5D")
    Duration longestLease();

    /** Duration of a reservation after a reassignment to one person. */
    @WithDefault("P1D")
    Duration reservation();

    /** Most tasks that one person may hold at once. */
    @WithDefault("5")
    int loadCap();
}
