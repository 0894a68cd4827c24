package hk.itf.infra.benchmark;

import hk.itf.infra.local.LocalPostgres;
import hk.itf.infra.migration.MigrationFailedException;
import hk.itf.infra.migration.MigrationFolder;
import hk.itf.infra.migration.Migrations;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

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
        } catch (MigrationFailedException e) {
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
        Migrations.migrate(
                jdbcUrl,
                NAME,
                LocalPostgres.LOCAL_ONLY_PASSWORD,
                List.of(
                        folder("duty", project.resolve("infra/duty/src/main/resources/db/duty")),
                        folder("eventing", project.resolve("infra/eventing/src/main/resources/db/eventing")),
                        folder("http", project.resolve("infra/http/src/main/resources/db/http")),
                        folder("service", project.resolve("applications-service/src/main/resources/db/migration"))));
    }

    private static MigrationFolder folder(String module, Path location) {
        return new MigrationFolder(
                module, "filesystem:" + location.toAbsolutePath().normalize());
    }
}
