package hk.itf.model;

import java.util.Locale;
import java.util.Set;

/**
 * One row of the table that a lifecycle is: implemented by an enum of its transitions, which are the only way a status
 * changes.
 *
 * @param <S> where the thing stands
 */
public interface LifecycleEdge<S extends Enum<S>> {

    /** What the enum calls the edge. */
    String name();

    Set<S> from();

    S to();

    /** Whose life it is, for people, such as {@code A claim}. */
    String thing();

    default boolean permits(S current) {
        return from().contains(current);
    }

    /**
     * Where it leads.
     *
     * @throws DomainException {@code illegal-transition} where it does not begin
     */
    default S apply(S current) {
        if (!permits(current)) {
            throw DomainException.conflict(
                    "illegal-transition",
                    "%s that is %s cannot be asked to %s.".formatted(thing(), words(current.name()), words(name())));
        }
        return to();
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
