package hk.itf.infra.benchmark;

import java.util.List;
import java.util.function.Consumer;

/**
 * One benchmark run. It measures the delay from submission to task, then the rate of submissions between two runs of the
 * floor. A failed request ends the run.
 *
 * @param progress receives one line before each phase
 */
record Benchmark(LocalPlatform platform, BenchmarkOptions options, Consumer<String> progress) {

    BenchmarkReport run() {
        progress.accept("Completing the completeness checks that earlier runs left in the review queue ...");
        var probe = new TaskDelayProbe(platform);
        probe.emptyQueue();
        progress.accept(
                "Submitting %d applications, 5 a second, and taking their tasks ...".formatted(options.paced()));
        var paced = DraftApplication.create(platform, options.paced(), options.connections());
        EventBacklog.awaitEmpty(platform);
        var takeable = probe.measure(paced);

        var warmUp = options.warmUp();
        var count = options.submissions();
        progress.accept("Preparing %d applications in draft ...".formatted(warmUp + count));
        var drafts = DraftApplication.create(platform, warmUp + count, options.connections());
        var sample = FloorTransaction.Sample.read(platform, paced.getFirst().id());
        try (var floor = Floor.open(platform, options.connections(), sample)) {
            progress.accept("Warming up with %d submissions ...".formatted(warmUp));
            floor.run(warmUp);
            submit(drafts.subList(0, warmUp));
            progress.accept("Measuring the floor, the system, and the floor again ...");
            EventBacklog.awaitEmpty(platform);
            var before = floor.run(count);
            var system = submit(drafts.subList(warmUp, warmUp + count));
            EventBacklog.awaitEmpty(platform);
            var after = floor.run(count);
            return BenchmarkReport.of(options, takeable, before, system, after, Machine.read(platform));
        }
    }

    private Timing submit(List<DraftApplication> drafts) {
        return ClosedLoop.run(
                options.connections(),
                drafts.size(),
                (connection, index) -> drafts.get(index).submit());
    }
}
