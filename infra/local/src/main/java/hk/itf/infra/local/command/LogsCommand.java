package hk.itf.infra.local.command;

import hk.itf.infra.local.LogFile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

@Command(name = "logs", description = "Prints the last 100 lines of every log, or of the logs of one process.")
final class LogsCommand implements Runnable {

    private static final int LINES = 100;

    /** The processes that write logs. PostgreSQL is part of the stack and has a log file of its own. */
    enum LoggedProcess {
        APPLICATIONS(List.of("applications")),
        ASSESSMENT(List.of("assessment")),
        DISBURSEMENT(List.of("disbursement")),
        STACK(List.of("postgres", LauncherContext.STACK));

        private final List<String> logs;

        LoggedProcess(List<String> logs) {
            this.logs = logs;
        }

        /** As written on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final LauncherContext context;

    @Parameters(
            arity = "0..1",
            paramLabel = "PROCESS",
            converter = ProcessConverter.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private @Nullable LoggedProcess process;

    LogsCommand(LauncherContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        var processes = process == null ? Arrays.asList(LoggedProcess.values()) : List.of(process);
        processes.stream().flatMap(each -> each.logs.stream()).forEach(this::print);
    }

    private void print(String name) {
        var log = context.state().log(name);
        context.out().println("== " + log);
        LogFile.lastLines(log, LINES).forEach(context.out()::println);
    }

    private static final class ProcessConverter implements ITypeConverter<LoggedProcess> {

        @Override
        public LoggedProcess convert(String text) {
            var processes = Arrays.asList(LoggedProcess.values());
            return processes.stream()
                    .filter(process -> process.toString().equals(text))
                    .findAny()
                    .orElseThrow(
                            () -> new TypeConversionException("\"%s\" is not one of %s.".formatted(text, processes)));
        }
    }
}
