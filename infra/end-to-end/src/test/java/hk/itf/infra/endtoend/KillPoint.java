package hk.itf.infra.endtoend;

import java.nio.file.Path;

/** Where a process dies as if it were killed with -9: an agent ends the JVM at a line of our code, without shutdown. */
enum KillPoint {
    /** The effect and the stored answer are committed; the caller hears nothing. */
    COMMITTED_BUT_NOT_ANSWERED("hk.itf.infra.http.IdempotencyInterceptor", "once", "AT EXIT"),
    /** The broker has acknowledged; the rows are still in to_send. */
    SENT_BUT_NOT_DELETED("hk.itf.infra.eventing.OutboxRelay", "delete", "AT ENTRY"),
    /** The events are applied; the broker does not know. */
    COMMITTED_BUT_OFFSET_NOT("hk.itf.infra.eventing.EventLoop", "poll", "AT INVOKE KafkaConsumer.commitSync");

    private final String type;
    private final String method;
    private final String at;

    KillPoint(String type, String method, String at) {
        this.type = type;
        this.method = method;
        this.at = at;
    }

    /** The JVM argument that arms it: it fires when the point is reached for the {@code nth} time with something to do. */
    String agent(Path folder, int nth) {
        var work = this == SENT_BUT_NOT_DELETED ? " AND NOT $positions.isEmpty()" : "";
        var script = """
                RULE %s
                CLASS %s
                METHOD %s
                %s
                IF TRUE%s AND incrementCounter("reached") >= %d
                DO killJVM(137)
                ENDRULE
                """.formatted(name(), type, method, at, work, nth);
        return ArmedProcess.agent(folder, name() + "-" + nth, script);
    }
}
