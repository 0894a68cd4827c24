package hk.itf.infra.local.command;

import hk.itf.infra.local.LocalPostgres;
import hk.itf.infra.local.Patience;
import hk.itf.infra.local.PidFile;
import hk.itf.infra.local.Service;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/** {@code down}: stops the services, then what they stand on. Nothing is lost. */
record Down(Desk desk) implements Command {

    private static final Duration SERVICE = Duration.ofSeconds(20);
    private static final Duration BACKING = Duration.ofSeconds(40);

    @Override
    public int run(Words words) {
        return desk.alone(() -> {
            stopEverything();
            return 0;
        });
    }

    void stopEverything() {
        var services = Arrays.stream(Service.values()).map(desk::pidFile).toList();
        var stopped = stop(services, SERVICE) + stop(List.of(desk.stack()), BACKING);
        if (LocalPostgres.stopAbandoned(desk.state().postgres())) { // left behind when the stack's JVM is killed
            desk.out().printf("%-13s stopped%n", "postgres");
        } else if (stopped == 0) {
            desk.out().println("Nothing was running.");
        }
    }

    /** Asks all of them first, then waits for each; one that does not listen is killed. */
    private int stop(List<PidFile> pidFiles, Duration patience) {
        var count = 0;
        var asked = new LinkedHashMap<PidFile, ProcessHandle>();
        for (var pidFile : pidFiles) {
            pidFile.running().ifPresent(process -> {
                process.destroy();
                asked.put(pidFile, process);
            });
        }
        for (var pidFile : pidFiles) {
            var process = asked.get(pidFile);
            if (process != null) {
                if (!Patience.until(patience, () -> !process.isAlive())) {
                    process.destroyForcibly();
                }
                desk.out().printf("%-13s stopped%n", pidFile.word());
                count++;
            }
            pidFile.delete();
        }
        return count;
    }
}
