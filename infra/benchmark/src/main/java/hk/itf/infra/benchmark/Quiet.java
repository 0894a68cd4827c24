package hk.itf.infra.benchmark;

import hk.itf.infra.local.Service;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits until the services have told one another everything, so that the floor does not share the CPUs with a backlog. */
final class Quiet {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int UNCHANGED = 3;

    private static final String PROGRESS = """
            select (select count(*) from to_send),
                   (select coalesce(max(position), 0) from event_log) + (select coalesce(sum(sequence), 0) from applied_sequence)
            """;

    private Quiet() {}

    /** Quiet is: nothing to send, and nothing said or heard by any service for a while. */
    static void await(LocalPlatform platform) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var last = -1L;
        for (var unchanged = 0; unchanged < UNCHANGED; ) {
            if (System.nanoTime() > deadline) {
                throw new BenchmarkFailed("The services were still busy after %s.".formatted(PATIENCE));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            var progress = progress(platform);
            unchanged = progress >= 0 && progress == last ? unchanged + 1 : 0;
            last = progress;
        }
    }

    /** How much was said and heard so far; negative while something is still to be sent. */
    private static long progress(LocalPlatform platform) {
        var sum = 0L;
        for (var service : Service.values()) {
            try (var connection = platform.database(service, "public");
                    var statement = connection.createStatement();
                    var row = statement.executeQuery(PROGRESS)) {
                row.next();
                if (row.getLong(1) > 0) {
                    return -1;
                }
                sum += row.getLong(2);
            } catch (SQLException e) {
                throw new BenchmarkFailed("The services' outboxes could not be read: " + e.getMessage(), e);
            }
        }
        return sum;
    }
}
