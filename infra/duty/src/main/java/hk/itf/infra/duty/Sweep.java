package hk.itf.infra.duty;

import java.util.Collection;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * What time brings about, one after the other, each in a transaction of its own that looks again under locks: replicas may
 * sweep at the same time, and one that fails does not keep the others of a sweep from their turn. It comes up again in the
 * next.
 */
public final class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);

    private Sweep() {}

    /** @param what the candidates are, for the log, such as {@code lapsed lease} */
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
