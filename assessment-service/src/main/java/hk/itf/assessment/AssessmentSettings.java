package hk.itf.assessment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the review queue. Leases live in real time, whatever the business clock says. */
@ConfigMapping(prefix = "itf.assessment")
public interface AssessmentSettings {

    /** How long a taken task is held without a heartbeat. */
    @WithDefault("PT2H")
    Duration lease();

    /** How long heartbeats may hold a task at most; papers are served no longer than this. */
    @WithDefault("P5D")
    Duration longestLease();

    /** How long work that was reassigned to one person waits for that person alone. */
    @WithDefault("P1D")
    Duration reservation();

    /** How many tasks one person may hold at once. */
    @WithDefault("5")
    int loadCap();
}
