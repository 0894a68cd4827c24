package hk.itf.infra.eventing;

/**
 * The outcome of receiving an event. Topics are not ordered among each other, so each event can arrive in each status.
 */
public sealed interface Reception {

    /** The event took effect, or needs no effect here. */
    record Applied() implements Reception {}

    /** The event came too late to take effect. It is recorded as ignored, with the reason. */
    record Late(String because) implements Reception {}

    /** The event came before an event it builds on. It waits until another event of its grant is applied. */
    record Early(String because) implements Reception {}

    Reception APPLIED = new Applied();

    default boolean isApplied() {
        return this instanceof Applied;
    }

    static Reception late(String because) {
        return new Late(because);
    }

    static Reception early(String because) {
        return new Early(because);
    }
}
