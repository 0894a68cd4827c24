package hk.itf.model;

/**
 * An aggregate with a status that only its transitions change. Other packages ask the aggregate which transitions are
 * possible and never compare statuses with a list of their own.
 *
 * @param <S> the statuses of the aggregate
 */
public interface HasLifecycle<S extends Enum<S>> {

    S status();

    default boolean permits(Transition<S> transition) {
        return transition.permits(status());
    }

    /**
     * Refuses early, before the aggregate changes.
     *
     * @throws DomainException {@code illegal-transition} when the transition cannot leave the present status
     */
    default void require(Transition<S> transition) {
        transition.apply(status());
    }
}
