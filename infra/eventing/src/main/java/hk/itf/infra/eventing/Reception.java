package hk.itf.infra.eventing;

import hk.itf.model.event.AggregateKey;
import org.jspecify.annotations.Nullable;

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

    /**
     * The event came before something it builds on. It waits until that moves: an event about it is applied, or this service
     * records one.
     *
     * @param waitsFor the aggregate that has to move; null for the event's own grant
     */
    record Early(String because, @Nullable AggregateKey waitsFor) implements Reception {
        @Override
        public boolean isApplied() {
            return false;
        }
    }

    Reception APPLIED = new Applied();

    boolean isApplied();

    /** A decision came before the filing that it names. It waits for the filing, which is about its own grant. */
    static Reception earlyWithoutFiling() {
        return early("the filing that the event names is not known here yet");
    }

    static Reception late(String because) {
        return new Late(because);
    }

    /** The event waits for its own grant. */
    static Reception early(String because) {
        return new Early(because, null);
    }

    /** The event waits for another aggregate, such as a scheme. */
    static Reception early(String because, AggregateKey waitsFor) {
        return new Early(because, waitsFor);
    }
}
