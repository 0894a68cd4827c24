package hk.itf.infra.benchmark.measure;

import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.benchmark.LocalPlatform;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The machine, the servers and PostgreSQL's durability settings of a measurement, by name. */
public final class Environment {

    private static final List<String> SETTINGS = List.of(
            "server_version",
            "fsync",
            "synchronous_commit",
            "full_page_writes",
            "wal_level",
            "shared_buffers",
            "max_wal_size");

    private Environment() {}

    public static Map<String, Object> read(LocalPlatform platform) {
        var environment = new LinkedHashMap<String, Object>();
        environment.put("cpus", Runtime.getRuntime().availableProcessors());
        environment.put(
                "os",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        environment.put("java", Runtime.version().toString());
        environment.put("sharing", "client, three services, broker and PostgreSQL share the CPUs");
        try (var connection = platform.administrator();
                var statement = connection.createStatement()) {
            for (var name : SETTINGS) {
                try (var row = statement.executeQuery("show " + name)) {
                    row.next();
                    environment.put("postgres." + name, row.getString(1));
                }
            }
            return environment;
        } catch (SQLException e) {
            throw new BenchmarkException("The settings of PostgreSQL cannot be read: " + e.getMessage(), e);
        }
    }
}
