package hk.itf.infra.clock;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of business time. */
@ConfigMapping(prefix = "itf.clock")
public interface ClockSettings {

    /**
     * A file with an ISO 8601 duration by which business time runs ahead of real time, so that a demo can reach later
     * quarters and deadlines. Local and test profiles only: a service in another profile does not start with it.
     */
    Optional<Path> offsetFile();
}
