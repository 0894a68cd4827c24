package hk.itf.infra.benchmark;

import hk.itf.infra.benchmark.replay.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Replays the whole fund, or a share of it, on a stack of its own. */
@Command(
        name = "replay",
        description = {
            "Replays the whole fund on a stack of its own: 106,775 applications, 64,065 approved projects,",
            "HK$39,000,000,000.00, and checks the books. An interrupted replay goes on where it stopped."
        })
final class ReplayCommand implements Callable<Integer> {

    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?)%");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    private boolean help;

    @Option(
            names = "--sample",
            paramLabel = "PERCENT",
            defaultValue = "100%",
            description = "Share of the fund, such as 2%%. Default: the whole fund.")
    private String sample = "";

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "8",
            description = "Number of clients that send requests at the same time. Default: ${DEFAULT-VALUE}.")
    private int clients;

    @Option(names = "--fresh", description = "Begin again, without the data of an interrupted replay.")
    private boolean fresh;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var share = share();
        var project = Path.of(System.getProperty("itf.project", "."));
        var state = project.resolve(".itf/replay-" + sample.replace("%", ""));
        System.err.println("Starting a stack for the replay ...");
        var journal = state.resolve("replay-journal");
        if (fresh) {
            Files.deleteIfExists(journal);
        }
        try (var stack = Files.exists(journal) ? BenchStack.resume(project, state) : BenchStack.start(project, state)) {
            stack.keepAtEnd();
            var start = System.nanoTime();
            new Replay(stack.platform(), journal, share, clients, System.err::println)
                    .run()
                    .forEach(System.out::println);
            System.out.printf("replayed in %.0f s%n", (System.nanoTime() - start) / 1e9);
            stack.deleteAtEnd();
            Files.delete(journal);
        }
        return 0;
    }

    double share() {
        var percent = PERCENT.matcher(sample);
        var share = percent.matches() ? Double.parseDouble(percent.group(1)) / 100 : 0;
        if (share <= 0 || share > 1) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--sample must be a share of the fund such as 2%, at most 100%, not " + sample + ".");
        }
        return share;
    }
}
