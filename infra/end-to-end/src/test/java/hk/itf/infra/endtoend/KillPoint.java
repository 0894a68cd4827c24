package hk.itf.infra.endtoend;

import hk.itf.infra.local.ServiceProcess;
import java.nio.file.Path;

/** A point in the code at which a service dies as if it were killed with -9: no shutdown hook runs. */
enum KillPoint {
    /** The effect and the stored answer are committed, and the caller has got no answer. */
    COMMITTED_BUT_NOT_ANSWERED("IdempotencyInterceptor", "once", "AT EXIT"),
    /** The broker has acknowledged the events, and their rows are still in {@code to_send}. */
    SENT_BUT_NOT_DELETED("OutboxRelay", "delete", "AT ENTRY"),
    /** The events are applied, and their offset is not committed. */
    COMMITTED_BUT_OFFSET_NOT("EventLoop", "process", "AT EXIT");

    private final String type;
    private final String method;
    private final String at;

    KillPoint(String type, String method, String at) {
        this.type = type;
        this.method = method;
        this.at = at;
    }

    /**
     * A method that has to return once before the service dies.
     *
     * @param type class name without its package
     */
    record Step(String type, String method) {

        @Override
        public String toString() {
            return type + "." + method;
        }
    }

    /** Makes a running service die the first time it reaches this point after the step. */
    void arm(ServiceProcess process, Path folder, Step step) {
        var onlyWithRows = this == SENT_BUT_NOT_DELETED ? " AND NOT $positions.isEmpty()" : "";
        var script = """
                RULE %1$s has been done
                CLASS %2$s
                METHOD %3$s
                AT EXIT
                IF TRUE
                DO flag("done")
                ENDRULE
                RULE %4$s
                CLASS %5$s
                METHOD %6$s
                %7$s
                IF flagged("done")%8$s
                DO killJVM(137)
                ENDRULE
                """.formatted(step, step.type(), step.method(), name(), type, method, at, onlyWithRows);
        FaultInjection.inject(process, folder, name() + "-" + step, script);
    }
}
