package hk.itf.infra.clock;

import java.util.Collection;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Works through candidates that time made due. Each candidate gets a transaction of its own, which checks again under locks,
 * because replicas sweep at the same time. A candidate that fails is logged and left for the next sweep.
 */
public final class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);

    private Sweep() {}

    /** @param what the kind of candidate, for the log, such as {@code lapsed lease} */
    public static <T> void each(String what, Collection<T> candidates, Consumer<T> work) {
        for (var candidate : candidates) {
            try {
                work.accept(candidate);
            } catch (RuntimeException e) {
                LOG.warnf(e, "%s %s is left for the next sweep", what, candidate);
            }
        }
    }
}
