package hk.itf.infra.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.infra.benchmark.lifecycle.LifecycleScenario;
import hk.itf.infra.local.LocalStackException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The program behind {@code ./itf bench}. Standard output is the report alone; progress goes to standard error. */
@Command(
        name = "./itf bench",
        description = "Measures submissions on the running platform, beside the same SQL on the database alone.",
        footer = {"", "Exit status: 0 done, 1 failed, 2 wrong command line."})
public final class Bench implements Callable<Integer> {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    private boolean help;

    @Option(
            names = "--submissions",
            paramLabel = "N",
            defaultValue = "400",
            description = "Number of timed submissions, 1 to 100000. Default: ${DEFAULT-VALUE}.")
    private int submissions;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "8",
            description = "Number of clients that submit at the same time, 1 to 64. Default: ${DEFAULT-VALUE}.")
    private int connections;

    @Option(
            names = "--paced",
            paramLabel = "N",
            defaultValue = "30",
            description =
                    "Number of submissions at 5 a second, whose tasks are waited for, 1 to 1000. Default: ${DEFAULT-VALUE}.")
    private int paced;

    @Option(
            names = "--only",
            paramLabel = "SCENARIO",
            description =
                    "Run one scenario alone: ${COMPLETION-CANDIDATES} (whole lives of grants, from draft to completed award).")
    private @Nullable Scenario only;

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "8",
            description = "Number of clients of the scenario, 1 to 64. Default: ${DEFAULT-VALUE}.")
    private int clients;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = "Intended duration of the scenario, 1 to 3600. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Bench())
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Bench::explain);
    }

    BenchmarkOptions options() {
        try {
            BenchmarkOptions.requireBetween1And(64, "--clients", clients);
            BenchmarkOptions.requireBetween1And(3_600, "--seconds", seconds);
            return new BenchmarkOptions(submissions, connections, paced, json);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), e.getMessage(), e);
        }
    }

    @Override
    public Integer call() throws JsonProcessingException {
        var options = options();
        var platform = LocalPlatform.running(Path.of(System.getProperty("itf.project", ".")), System.getenv());
        if (only == Scenario.LIFECYCLE) {
            return lifecycle(platform);
        }
        var report = new Benchmark(platform, options, System.err::println).run();
        if (json) {
            System.out.println(new ObjectMapper().writeValueAsString(report));
        } else {
            report.print(System.out);
        }
        return 0;
    }

    private int lifecycle(LocalPlatform platform) throws JsonProcessingException {
        var result = new LifecycleScenario(platform, clients, System.err::println).run(seconds);
        if (json) {
            System.out.println(new ObjectMapper().writeValueAsString(result));
        } else {
            result.print(System.out);
        }
        return 0;
    }

    /** Prints the sentence of an expected failure. Any other exception is a defect and keeps its stack trace. */
    private static int explain(Exception failure, CommandLine commandLine, ParseResult parsed) throws Exception {
        if (failure instanceof BenchmarkException || failure instanceof LocalStackException) {
            commandLine.getErr().println(failure.getMessage());
            return commandLine.getCommandSpec().exitCodeOnExecutionException();
        }
        throw failure;
    }
}
