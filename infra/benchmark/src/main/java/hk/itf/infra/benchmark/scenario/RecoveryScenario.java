package hk.itf.infra.benchmark.scenario;

import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.benchmark.lifecycle.Drafts;
import hk.itf.infra.benchmark.load.OpenLoop;
import hk.itf.infra.benchmark.load.Schedule;
import hk.itf.infra.benchmark.measure.EventBacklog;
import hk.itf.infra.benchmark.measure.Visibility;
import hk.itf.infra.local.PidFile;
import hk.itf.infra.local.Service;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Submissions while the process of the broker is stopped (SIGSTOP): all must be accepted, and after the broker runs again
 * each must get one review case. PostgreSQL runs on in its own processes.
 */
public record RecoveryScenario(ScenarioContext context) {

    private static final double RATE = 10;

    public void run() {
        var platform = context.platform();
        var plan = context.plan();
        var broker = new PidFile("stack", platform.state())
                .running()
                .orElseThrow(() -> new BenchmarkException("The process of the broker is unknown."));
        var count = Math.max(2, (int) (RATE * plan.brokerStop().toMillis() / 1000));
        var drafts = Drafts.create(platform, plan.clients(), count);
        EventBacklog.awaitEmpty(platform);
        context.progress()
                .accept("Stopping the broker for %d s under load ..."
                        .formatted(plan.brokerStop().toSeconds()));
        signal(broker, "STOP");
        try {
            var load = OpenLoop.run(platform.ports(), Schedule.even(RATE), count, drafts::submit);
            context.metrics().add("recovery.answer.p99", load.latencies().millis(99), "ms");
        } finally {
            signal(broker, "CONT");
        }
        var waiting = count - Visibility.cases(platform, drafts.grants());
        var start = System.nanoTime();
        Visibility.awaitCases(platform, drafts.grants());
        var seconds = (System.nanoTime() - start) / 1e9;
        EventBacklog.awaitEmpty(platform);
        context.metrics()
                .add("recovery.broker-stopped", (double) plan.brokerStop().toSeconds(), "s");
        context.metrics().add("recovery.waiting", waiting, "");
        context.metrics().add("recovery.drain", waiting / seconds, "1/s");
        context.metrics().add("recovery.lost", count - Visibility.cases(platform, drafts.grants()), "");
        context.metrics().add("recovery.doubled", doubled(drafts), "");
        context.leave(drafts);
    }

    /** Submissions whose opening was recorded more than once. */
    private int doubled(Drafts drafts) {
        try (var assessment = context.platform().database(Service.ASSESSMENT.database());
                var query = assessment.prepareStatement("""
                        select count(*) from (
                          select grant_id from review_task where grant_id = any(?) and stage = 'COMPLETENESS'
                          group by grant_id having count(*) > 1) more_than_one
                        """)) {
            query.setArray(
                    1,
                    assessment.createArrayOf(
                            "uuid",
                            drafts.grants().stream().map(UUID::fromString).toArray()));
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new BenchmarkException("The review tasks cannot be counted: " + e.getMessage(), e);
        }
    }

    private static void signal(ProcessHandle process, String name) {
        try {
            var status = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new BenchmarkException("The broker did not take the signal %s.".formatted(name));
            }
        } catch (IOException e) {
            throw new BenchmarkException("The program kill cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("The measurement was interrupted.", e);
        }
    }
}
