package hk.itf.infra.benchmark.measure;

import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.local.Service;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The events that the services have not yet sent or applied. The floor must not share the CPUs with their processing. */
public final class EventBacklog {

    private static final Duration AT_MOST = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int UNCHANGED_POLLS = 4;

    private static final String PROGRESS = """
        select (select count(*) from to_send),
               (select coalesce(max(position), 0) from event_log) + (select coalesce(sum(sequence), 0) from applied_sequence)
        """;

    private EventBacklog() {}

    /**
     * Waits until no service has an event to send, and none has written or applied an event for one second.
     *
     * @throws BenchmarkException after five minutes
     */
    public static void awaitEmpty(LocalPlatform platform) {
        var deadline = System.nanoTime() + AT_MOST.toNanos();
        var last = -1L;
        for (var unchanged = 0; unchanged < UNCHANGED_POLLS; ) {
            if (System.nanoTime() > deadline) {
                throw new BenchmarkException(
                        "The services were still processing events after %d s.".formatted(AT_MOST.toSeconds()));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            var progress = progress(platform);
            unchanged = progress >= 0 && progress == last ? unchanged + 1 : 0;
            last = progress;
        }
    }

    /** Number of events written and applied so far; -1 while an event is still to be sent. */
    private static long progress(LocalPlatform platform) {
        var sum = 0L;
        for (var service : Service.values()) {
            try (var connection = platform.database(service.database());
                    var statement = connection.createStatement();
                    var row = statement.executeQuery(PROGRESS)) {
                row.next();
                if (row.getLong(1) > 0) {
                    return -1;
                }
                sum += row.getLong(2);
            } catch (SQLException e) {
                throw new BenchmarkException("The services' outboxes could not be read: " + e.getMessage(), e);
            }
        }
        return sum;
    }
}
