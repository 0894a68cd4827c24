package hk.itf.infra.benchmark;

import hk.itf.infra.local.LocalPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The database of the floor, on the same server as the services' databases. Closing deletes it. */
final class FloorDatabase implements AutoCloseable {

    private static final String NAME = "bench";

    private final int port;

    private FloorDatabase(int port) {
        this.port = port;
    }

    /** Creates the database with the schema of applications-service. Replaces the database of an interrupted run. */
    static FloorDatabase create(LocalPlatform platform) {
        var port = platform.ports().postgres();
        LocalPostgres.dropDatabase(port, NAME);
        LocalPostgres.createDatabase(port, NAME);
        var database = new FloorDatabase(port);
        try {
            migrate(LocalPostgres.jdbcUrl(port, NAME), platform.project());
            return database;
        } catch (FlywayException e) {
            database.close();
            throw new BenchmarkException(
                    "The migrations of applications-service failed in the database %s: %s"
                            .formatted(NAME, e.getMessage()),
                    e);
        }
    }

    Connection connect() throws SQLException {
        return LocalPostgres.connect(port, NAME);
    }

    @Override
    public void close() {
        LocalPostgres.dropDatabase(port, NAME);
    }

    /** Runs the migrations that applications-service runs when it starts, from the sources it is built from. */
    private static void migrate(String jdbcUrl, Path project) {
        var folders = Stream.of(
                        "infra/duty/src/main/resources/db/duty",
                        "infra/eventing/src/main/resources/db/eventing",
                        "infra/http/src/main/resources/db/http",
                        "applications-service/src/main/resources/db/migration")
                .map(folder ->
                        "filesystem:" + project.resolve(folder).toAbsolutePath().normalize())
                .toArray(String[]::new);
        Flyway.configure()
                .dataSource(jdbcUrl, NAME, LocalPostgres.LOCAL_ONLY_PASSWORD)
                .locations(folders)
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }
}
