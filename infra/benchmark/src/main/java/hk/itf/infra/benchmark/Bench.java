package hk.itf.infra.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.infra.local.LocalStackException;
import java.nio.file.Path;
import java.util.List;

/** {@code ./itf bench}. Progress goes to the error stream, so that the output is the result and nothing else. */
public final class Bench {

    private static final int PACED = 30;

    private Bench() {}

    public static void main(String[] arguments) throws JsonProcessingException {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> words) throws JsonProcessingException {
        try {
            var options = Options.parse(words);
            var platform = LocalPlatform.running(Path.of(System.getProperty("itf.project", ".")), System.getenv());
            var result = measure(platform, options);
            if (options.json()) {
                System.out.println(new ObjectMapper().writeValueAsString(result));
            } else {
                result.print(System.out);
            }
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (BenchmarkFailed | LocalStackException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static Result measure(LocalPlatform platform, Options options) {
        var warmUp = options.warmUp();
        var connections = options.connections();

        says("Emptying the queue of waiting completeness checks ...");
        var tasks = new TakeableTasks(platform);
        tasks.emptyQueue();
        says("Submitting %d applications, 5 a second, and taking their tasks ...".formatted(PACED));
        var paced = Draft.prepare(platform, PACED, connections);
        Quiet.await(platform);
        var takeable = tasks.measure(paced);

        says("Preparing %d drafts ...".formatted(warmUp + options.submissions()));
        var drafts = Draft.prepare(platform, warmUp + options.submissions(), connections);
        try (var floor = Floor.open(platform, connections, paced.getFirst().id())) {
            says("Warming up ...");
            floor.run(warmUp);
            Load.run(connections, warmUp, (connection, i) -> drafts.get(i).submit());
            says("Floor, system, floor ...");
            Quiet.await(platform);
            var before = floor.run(options.submissions());
            var system = Load.run(
                    connections,
                    options.submissions(),
                    (connection, i) -> drafts.get(warmUp + i).submit());
            Quiet.await(platform);
            var after = floor.run(options.submissions());
            return new Result(
                    options,
                    warmUp,
                    TakeableTasks.POLL.toMillis(),
                    takeable,
                    before,
                    system,
                    after,
                    Result.ratio(before, system, after),
                    Machine.of(platform));
        }
    }

    private static void says(String line) {
        System.err.println(line);
    }
}
