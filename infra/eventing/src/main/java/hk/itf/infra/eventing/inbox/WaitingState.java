package hk.itf.infra.eventing.inbox;

/** Why a received event waits. */
public enum WaitingState {
    /** An earlier event of its stream is missing, or waits. */
    GAP,
    /** It builds on something that has not happened in this service yet. */
    EARLY,
    /** This build does not know its type. A newer build applies it. */
    UNKNOWN,
    /** It cannot be applied. An operator replays it. */
    PARKED
}
