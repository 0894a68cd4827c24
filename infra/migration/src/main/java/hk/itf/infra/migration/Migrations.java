package hk.itf.infra.migration;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jboss.logging.Logger;

/** Brings a database to the newest version of every module. Needs no CDI container. */
public final class Migrations {

    private static final Logger LOG = Logger.getLogger(Migrations.class);

    /** PostgreSQL's code for a lock that was not granted within {@code lock_timeout}. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Precedes the hash in the comment on a history table. */
    private static final String FILES = "SHA-256 of their files: ";

    private Migrations() {}

    /**
     * Runs the new migrations of each folder, folder by folder in the given order. One advisory lock is held throughout,
     * so replicas that start together wait for the first of them, for at most two minutes. Flyway does not run for a folder
     * whose files are those of its last successful run.
     *
     * @param username a role that owns the schema {@code public}
     * @throws MigrationFailedException if a migration fails, an applied file was changed or a file name is malformed; the
     *     folders after the failing one are not touched
     */
    public static void migrate(String jdbcUrl, String username, String password, List<MigrationFolder> folders) {
        try (var connection = DriverManager.getConnection(jdbcUrl, username, password)) {
            lock(connection);
            for (var folder : folders) {
                var files = MigrationFiles.read(folder).map(MigrationFiles::sha256);
                if (files.isEmpty() || !files.equals(filesOfLastRun(connection, folder))) {
                    migrate(flyway(folder).dataSource(jdbcUrl, username, password), folder);
                    if (files.isPresent()) {
                        recordRun(connection, folder, files.get());
                    }
                }
            }
        } catch (SQLException e) { // closing the connection releases the lock
            throw new MigrationFailedException(
                    LOCK_NOT_AVAILABLE.equals(e.getSQLState())
                            ? "Another process has been migrating the database for two minutes. Start the service again when that process has ended."
                            : "The database cannot be reached for its migrations: " + e.getMessage(),
                    e);
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '2min'");
            statement.execute("select pg_advisory_lock(hashtextextended('migrations', 79))");
        }
    }

    /** The hash of the files that Flyway ran or checked last, from the comment on the history table. */
    private static Optional<String> filesOfLastRun(Connection connection, MigrationFolder folder) throws SQLException {
        try (var statement =
                connection.prepareStatement("select substring(obj_description(to_regclass(?), 'pg_class') from ?)")) {
            statement.setString(1, folder.historyTable());
            statement.setString(2, FILES + "(\\w+)");
            try (var rows = statement.executeQuery()) {
                rows.next();
                return Optional.ofNullable(rows.getString(1));
            }
        }
    }

    private static void recordRun(Connection connection, MigrationFolder folder, String files) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("comment on table %s is 'Migrations of %s that ran. %s%s'"
                    .formatted(folder.historyTable(), folder.module(), FILES, files));
        }
    }

    private static void migrate(FluentConfiguration flyway, MigrationFolder folder) {
        try {
            var result = flyway.load().migrate();
            if (result.migrationsExecuted > 0) {
                LOG.infof(
                        "Migrated the tables of %s to version %s; files run: %d.",
                        folder.module(), result.targetSchemaVersion, result.migrationsExecuted);
            }
        } catch (FlywayException e) {
            throw new MigrationFailedException(
                    "The database migration of %s (%s) failed. Correct the cause and start again. %s"
                            .formatted(
                                    folder.module(),
                                    folder.location(),
                                    String.valueOf(e.getMessage()).strip()),
                    e);
        }
    }

    static FluentConfiguration flyway(MigrationFolder folder) {
        return Flyway.configure()
                .locations(folder.location())
                .failOnMissingLocations(true)
                .table(folder.historyTable())
                // The tables of other modules are there already; a new history starts below the first version.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .validateMigrationNaming(true)
                .placeholderReplacement(false)
                .cleanDisabled(true);
    }
}
