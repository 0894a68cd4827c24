package hk.itf.infra.benchmark;

import hk.itf.infra.local.PidFile;
import hk.itf.infra.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The machine and the servers of a measurement. Rates of different machines cannot be compared.
 *
 * @param cpus number of CPUs that this JVM may use
 * @param postgres version and durability settings, by name
 */
record Machine(int cpus, String os, String java, Map<String, String> postgres, List<RunningService> services) {

    private static final Pattern STARTED = Pattern.compile(" started in (\\d+(?:\\.\\d+)?)s");

    /**
     * A running service.
     *
     * @param residentMegabytes resident memory after the load; null on operating systems without /proc
     * @param secondsToReady duration of the latest start; null if the log does not contain it
     */
    record RunningService(
            String service,
            @Nullable Long residentMegabytes,
            @Nullable Double secondsToReady) {}

    static Machine read(LocalPlatform platform) {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                Runtime.version().toString(),
                postgres(platform),
                Arrays.stream(Service.values())
                        .map(service -> new RunningService(
                                service.word(), resident(platform, service), secondsToReady(platform, service)))
                        .toList());
    }

    private static Map<String, String> postgres(LocalPlatform platform) {
        var settings = new LinkedHashMap<String, String>();
        try (var connection = platform.database(Service.APPLICATIONS.database());
                var statement = connection.createStatement()) {
            for (var name : List.of("server_version", "fsync", "synchronous_commit", "full_page_writes")) {
                try (var row = statement.executeQuery("show " + name)) {
                    row.next();
                    settings.put(name, row.getString(1));
                }
            }
            return settings;
        } catch (SQLException e) {
            throw new BenchmarkException("The settings of PostgreSQL cannot be read: " + e.getMessage(), e);
        }
    }

    private static @Nullable Long resident(LocalPlatform platform, Service service) {
        var process = new PidFile(service.word(), platform.state()).running();
        if (process.isEmpty()) {
            return null;
        }
        try (var lines =
                Files.lines(Path.of("/proc", Long.toString(process.get().pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(null);
        } catch (IOException noProcFileSystem) {
            return null;
        }
    }

    private static @Nullable Double secondsToReady(LocalPlatform platform, Service service) {
        try (var lines = Files.lines(platform.state().log(service.word()))) {
            return lines.map(STARTED::matcher)
                    .filter(Matcher::find)
                    .map(match -> Double.valueOf(match.group(1)))
                    .reduce((earlier, later) -> later)
                    .orElse(null);
        } catch (IOException noLog) {
            return null;
        }
    }
}
