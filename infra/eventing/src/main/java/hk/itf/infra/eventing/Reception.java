package hk.itf.infra.eventing;

/** What became of an event. Topics are not ordered among each other, so every (status, event) pair has one of these. */
public sealed interface Reception {

    /** It changed something, or was understood to change nothing here. */
    record Applied() implements Reception {}

    /** It came after something that made it moot; recorded as ignored, with the reason. */
    record Late(String because) implements Reception {}

    /** What it builds on is not here yet; it waits and is retried when another event of its grant is applied. */
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
