package hk.itf.infra.eventing;

/**
 * The outcome of receiving an event. Topics are not ordered among each other, so each event can arrive in each status.
 */
public sealed interface Reception {

    /** The event took effect, or needs no effect here. */
    record Applied() implements Reception {
        @Override
        public boolean isApplied() {
            return true;
        }
    }

    /** The event came too late to take effect. It is recorded as ignored, with the reason. */
    record Late(String because) implements Reception {
        @Override
        public boolean isApplied() {
            return false;
        }
    }

    /** The event came before an event it builds on. It waits until another event of its grant is applied. */
    record Early(String because) implements Reception {
        @Override
        public boolean isApplied() {
            return false;
        }
    }

    Reception APPLIED = new Applied();

    boolean isApplied();

    static Reception late(String because) {
        return new Late(because);
    }

    static Reception early(String because) {
        return new Early(because);
    }
}
