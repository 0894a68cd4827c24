package hk.itf.model;

import static hk.itf.model.NamedValue.value;

import java.util.Set;

/**
 * One step in the lifecycle of an aggregate. The enum {@code TrancheTransition} declares the steps of a tranche, beside its
 * statuses in {@code TrancheStatus}; every other aggregate has the same two enums.
 *
 * @param <S> the statuses of the aggregate
 */
public interface Transition<S extends Enum<S>> {

    String name();

    Class<?> getDeclaringClass();

    Edge<S> edge();

    default Set<S> from() {
        return edge().from();
    }

    default S to() {
        return edge().to();
    }

    default boolean permits(S current) {
        return from().contains(current);
    }

    /**
     * Returns the status to which the transition leads.
     *
     * @throws DomainException {@code illegal-transition} when the transition cannot leave the current status
     */
    default S apply(S current) {
        if (!permits(current)) {
            throw DomainException.conflict(
                    "illegal-transition",
                    value("aggregate", Wording.of("aggregate." + aggregate())),
                    value("status", current),
                    value("transition", (Enum<?>) this));
        }
        return to();
    }

    /** The name of the aggregate: {@code ReviewCase} for {@code ReviewCaseTransition}. */
    private String aggregate() {
        return getDeclaringClass().getSimpleName().replaceFirst("Transition$", "");
    }
}
