package hk.itf.infra.benchmark;

import hk.itf.infra.local.LocalStackException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
        description = "Measures the platform on a stack of its own, beside floors: the same work without the platform.",
        subcommands = ReplayCommand.class,
        footer = {"", "Exit status: 0 done, 1 failed, 2 wrong command line."})
public final class Bench implements Callable<Integer> {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    private boolean help;

    @Option(
            names = "--quick",
            description = "Fewer repetitions, shorter steps and smaller tables, with less precision.")
    private boolean quick;

    @Option(names = "--smoke", hidden = true, description = "Seconds instead of minutes, for tests. Measures nothing.")
    private boolean smoke;

    @Option(
            names = "--only",
            paramLabel = "SCENARIO",
            split = ",",
            description = "Run these scenarios alone: ${COMPLETION-CANDIDATES}.")
    private List<Scenario> only = new ArrayList<>();

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "8",
            description = "Number of clients of whole lives, 1 to 64. Default: ${DEFAULT-VALUE}.")
    private int clients;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "0",
            description = "Intended duration of one round of whole lives, up to 3600. Default: 30, or 10 with --quick.")
    private int seconds;

    @Option(
            names = "--peers",
            description =
                    "Measure the whole lives in Flowable's process engine, too. The first time, Maven fetches it.")
    private boolean peers;

    @Option(
            names = "--running",
            description = "Measure the running stack instead of a new one, without growth. Its data grow.")
    private boolean running;

    @Option(
            names = "--results",
            paramLabel = "FOLDER",
            defaultValue = ".itf/bench-results",
            description = "Folder for result.json and the pictures. Default: ${DEFAULT-VALUE}.")
    private Path results = Path.of("");

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

    Plan plan() {
        requireBetween(1, 64, "--clients", clients);
        requireBetween(0, 3_600, "--seconds", seconds);
        var plan = smoke ? Plan.smoke() : quick ? Plan.quick() : Plan.full();
        return plan.withLifecycle(clients, seconds == 0 ? plan.lifecycleSeconds() : seconds);
    }

    Set<Scenario> scenarios() {
        var scenarios = only.isEmpty() ? EnumSet.complementOf(EnumSet.of(Scenario.PEERS)) : EnumSet.copyOf(only);
        if (peers) {
            scenarios.add(Scenario.PEERS);
        }
        if (running && scenarios.remove(Scenario.GROWTH) && only.contains(Scenario.GROWTH)) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "growth inserts thousands of applications, which would stay in the running stack. Leave --running out.");
        }
        return scenarios;
    }

    @Override
    public Integer call() throws IOException {
        var plan = plan();
        var scenarios = scenarios();
        var project = Path.of(System.getProperty("itf.project", "."));
        if (running) {
            measure(LocalPlatform.running(project, System.getenv()), plan.cleaningUp(), scenarios);
            return 0;
        }
        System.err.println("Starting a stack for the benchmark ...");
        try (var stack = BenchStack.start(project, project.resolve(".itf/bench"))) {
            measure(stack.platform(), plan, scenarios);
        }
        return 0;
    }

    private void measure(LocalPlatform platform, Plan plan, Set<Scenario> scenarios) throws IOException {
        var progress = System.err;
        try (var suite = new Suite(platform, plan, progress::println, lives -> lives.print(progress))) {
            var report = suite.run(scenarios, commandWords());
            var folder = platform.project().resolve(results);
            report.writeTo(folder);
            if (json) {
                System.out.println(report.json());
            } else {
                report.print(System.out);
                System.out.println("results: " + folder);
            }
        }
    }

    private String commandWords() {
        return "./itf bench "
                + String.join(
                        " ",
                        Objects.requireNonNull(spec)
                                .commandLine()
                                .getParseResult()
                                .originalArgs());
    }

    private void requireBetween(int least, int most, String option, int value) {
        if (value < least || value > most) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "%s must be between %d and %d, not %d.".formatted(option, least, most, value));
        }
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
