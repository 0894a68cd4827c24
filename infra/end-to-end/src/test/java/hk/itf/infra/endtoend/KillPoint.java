package hk.itf.infra.endtoend;

import hk.itf.infra.local.ServiceProcess;
import java.nio.file.Path;

/** Where a process dies as if it were killed with -9: an agent ends the JVM at a line of our code, without shutdown. */
enum KillPoint {
    /** The effect and the stored answer are committed; the caller hears nothing. */
    COMMITTED_BUT_NOT_ANSWERED("hk.itf.infra.http.idempotency.IdempotencyInterceptor", "once", "AT EXIT"),
    /** The broker has acknowledged; the rows are still in to_send. */
    SENT_BUT_NOT_DELETED("hk.itf.infra.eventing.OutboxRelay", "delete", "AT ENTRY"),
    /** The events are applied; the broker does not know. */
    COMMITTED_BUT_OFFSET_NOT("hk.itf.infra.eventing.EventLoop", "process", "AT EXIT");

    private final String type;
    private final String method;
    private final String at;

    KillPoint(String type, String method, String at) {
        this.type = type;
        this.method = method;
        this.at = at;
    }

    /**
     * What a process does before it dies.
     *
     * @param type a class, fully named
     * @param method of which the first call that returns counts
     */
    record Step(String type, String method) {

        @Override
        public String toString() {
            return type.substring(type.lastIndexOf('.') + 1) + "." + method;
        }
    }

    /** Arms a running service: it dies when the point is reached, with something to do, after the step. */
    void arm(ServiceProcess process, Path folder, Step step) {
        var work = this == SENT_BUT_NOT_DELETED ? " AND NOT $positions.isEmpty()" : "";
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
                """.formatted(step, step.type(), step.method(), name(), type, method, at, work);
        ArmedProcess.arm(process, folder, name() + "-" + step, script);
    }
}
