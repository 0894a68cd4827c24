package hk.itf.infra.benchmark.measure;

import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.benchmark.load.Latencies;
import hk.itf.infra.local.Service;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * The time from the commit of a submission to the commit of its first review task, both by the clock of the database server.
 * From then on the task can be taken.
 */
public final class Visibility {

    private static final Duration AT_MOST = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final String SUBMITTED = """
            select aggregate_id, extract(epoch from pg_xact_commit_timestamp(xmin)) from event_log
            where event_type = 'itf.application.submitted.v1' and aggregate_id = any(?)
            """;

    private static final String TAKEABLE = """
            select cast(grant_id as text), extract(epoch from pg_xact_commit_timestamp(xmin)) from review_task
            where stage = 'COMPLETENESS' and status = 'WAITING' and cast(grant_id as text) = any(?)
            """;

    private static final String CASES = "select count(*) from review_case where grant_id = any(?)";

    private Visibility() {}

    /** Waits until every grant has its task, and returns the times. Nobody may take the tasks meanwhile. */
    public static Latencies await(LocalPlatform platform, List<String> grants) {
        awaitCases(platform, grants);
        try (var applications = platform.database(Service.APPLICATIONS.database());
                var assessment = platform.database(Service.ASSESSMENT.database())) {
            var submitted = seconds(applications, SUBMITTED, grants);
            var takeable = seconds(assessment, TAKEABLE, grants);
            var latencies = new Latencies();
            takeable.forEach((grant, at) -> {
                var from = submitted.get(grant);
                if (from != null) {
                    latencies.record((long) ((at - from) * 1e9));
                }
            });
            if (latencies.count() != grants.size()) {
                throw new BenchmarkException("%d of %d submissions have a review task that waits."
                        .formatted(latencies.count(), grants.size()));
            }
            return latencies;
        } catch (SQLException e) {
            throw new BenchmarkException("The times of submissions cannot be read: " + e.getMessage(), e);
        }
    }

    /** Number of these grants that have a review case. */
    public static int cases(LocalPlatform platform, List<String> grants) {
        try (var assessment = platform.database(Service.ASSESSMENT.database());
                var query = assessment.prepareStatement(CASES)) {
            query.setArray(
                    1,
                    assessment.createArrayOf(
                            "uuid", grants.stream().map(UUID::fromString).toArray()));
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new BenchmarkException("The review cases cannot be counted: " + e.getMessage(), e);
        }
    }

    /** Waits until every grant has a review case. */
    public static void awaitCases(LocalPlatform platform, List<String> grants) {
        var end = System.nanoTime() + AT_MOST.toNanos();
        while (cases(platform, grants) < grants.size()) {
            if (System.nanoTime() > end) {
                throw new BenchmarkException("%d of %d submissions have no review case after five minutes."
                        .formatted(grants.size() - cases(platform, grants), grants.size()));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static Map<String, Double> seconds(Connection connection, String sql, List<String> grants)
            throws SQLException {
        var times = new HashMap<String, Double>();
        try (var query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("text", grants.toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    times.put(rows.getString(1), rows.getDouble(2));
                }
            }
        }
        return times;
    }
}
