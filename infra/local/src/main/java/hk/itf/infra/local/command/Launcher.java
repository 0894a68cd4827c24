package hk.itf.infra.local.command;

import hk.itf.infra.local.LocalStackException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * The Java program behind the script {@code ./itf}. Exit status 0 means done, 1 means failed with the reason on standard
 * error, and 2 means that the command line is wrong.
 */
@Command(
        name = "./itf",
        description = "Starts, stops and operates the grant platform on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit status: 0 done, 1 failed, 2 wrong command line."})
public final class Launcher {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Print this help.")
    private boolean help;

    private Launcher() {}

    public static void main(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var project = Path.of(System.getProperty("itf.project", ""));
        System.exit(
                commandLine(new LauncherContext(project, System.getenv(), out)).execute(args));
    }

    static CommandLine commandLine(LauncherContext context) {
        var commandLine = new CommandLine(new Launcher())
                .addSubcommand(new UpCommand(context))
                .addSubcommand(new DownCommand(context))
                .addSubcommand(new RunCommand(context))
                .addSubcommand(new StatusCommand(context))
                .addSubcommand(new LogsCommand(context))
                .addSubcommand(new TokenCommand(context))
                .addSubcommand(clock(context))
                .addSubcommand(new ParkedCommand(context))
                .addSubcommand(new TrainCommand(context))
                .addSubcommand(new ResetCommand(context));
        return commandLine
                .setOut(new PrintWriter(context.out(), true, StandardCharsets.UTF_8))
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Launcher::explain);
    }

    /** A step back such as {@code -1d} must reach the clock, which explains its refusal, and not be an unknown option. */
    private static CommandLine clock(LauncherContext context) {
        return new CommandLine(new ClockCommand(context)).setUnmatchedOptionsArePositionalParams(true);
    }

    /** Prints the sentence of an expected failure. Any other exception is a defect and keeps its stack trace. */
    private static int explain(Exception failure, CommandLine commandLine, ParseResult parsed) throws Exception {
        if (failure instanceof LocalStackException expected) {
            commandLine.getErr().println(expected.getMessage());
            return commandLine.getCommandSpec().exitCodeOnExecutionException();
        }
        throw failure;
    }
}
