package hk.itf.infra.local.command;

import hk.itf.infra.local.LocalPostgres;
import hk.itf.infra.local.Patience;
import hk.itf.infra.local.PidFile;
import hk.itf.infra.local.Service;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "down",
        description = "Stops the services, then PostgreSQL, Kafka and the token issuer. Keeps all data.")
final class DownCommand implements Runnable {

    private static final Duration SERVICE_STOP = Duration.ofSeconds(20);
    private static final Duration STACK_STOP = Duration.ofSeconds(40);

    private final LauncherContext context;

    DownCommand(LauncherContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        context.runExclusively(this::stopEverything);
    }

    void stopEverything() {
        var services = Arrays.stream(Service.values()).map(context::pidFile).toList();
        var stopped = stop(services, SERVICE_STOP) + stop(List.of(context.stack()), STACK_STOP);
        // PostgreSQL outlives the stack's JVM if that JVM was killed.
        if (LocalPostgres.stopAbandoned(context.state().postgres())) {
            printStopped("postgres");
        } else if (stopped == 0) {
            context.out().println("Nothing was running.");
        }
    }

    /** Asks all processes to end, then waits for each, and kills those that take too long. Returns their number. */
    private int stop(List<PidFile> pidFiles, Duration atMost) {
        var ending = new LinkedHashMap<PidFile, ProcessHandle>();
        for (var pidFile : pidFiles) {
            pidFile.running().ifPresent(process -> {
                process.destroy();
                ending.put(pidFile, process);
            });
        }
        ending.forEach((pidFile, process) -> {
            if (!Patience.until(atMost, () -> !process.isAlive())) {
                process.destroyForcibly();
            }
            printStopped(pidFile.word());
        });
        pidFiles.forEach(PidFile::delete);
        return ending.size();
    }

    private void printStopped(String process) {
        context.out().printf("%-13s stopped%n", process);
    }
}
