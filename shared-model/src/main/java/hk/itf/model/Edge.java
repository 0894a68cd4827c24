package hk.itf.model;

import java.util.EnumSet;
import java.util.Set;

/**
 * The two ends of a transition: the statuses that it may leave and the status to which it leads.
 *
 * @param <S> the statuses of the aggregate
 */
public record Edge<S extends Enum<S>>(Set<S> from, S to) {

    /** The statuses that a transition may leave. */
    public record Start<S extends Enum<S>>(Set<S> statuses) {

        public Start {
            statuses = Set.copyOf(statuses);
        }

        public Edge<S> to(S status) {
            return new Edge<>(statuses, status);
        }
    }

    public Edge {
        from = Set.copyOf(from);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static <S extends Enum<S>> Start<S> from(S first, S... others) {
        return new Start<>(EnumSet.of(first, others));
    }
}
