package hk.itf.infra.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A PostgreSQL 18 server on the loopback address. It is as durable as in production: the embedding library turns fsync and
 * synchronous commit off, and this class turns both on again, because tests check which data survives a crash.
 */
public final class LocalPostgres implements AutoCloseable {

    /** Password of every role except the administrator, who needs none. The server holds invented data only. */
    public static final String LOCAL_ONLY_PASSWORD = "local-only";

    /** The role of the server's administrator, who needs no password. */
    public static final String ADMINISTRATOR = "postgres";

    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Duration START_UP = Duration.ofMinutes(1); // includes recovery after a crash

    /** File that marks a data directory as complete and as ours. The first successful start creates it. */
    private static final String COMPLETE = "itf-complete";

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "120"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("jit", "off"),
            Map.entry("scram_iterations", "1"), // the default of 4096 protects secrets; this password is public
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""), // a socket in /tmp could clash with another server's
            Map.entry("log_checkpoints", "off"),
            Map.entry("track_commit_timestamp", "on"), // tells the benchmark when a row became visible
            Map.entry("shared_preload_libraries", "pg_stat_statements"), // counts statements, for the benchmark
            Map.entry("timezone", "UTC"));

    private final EmbeddedPostgres server;
    private final Path dataDirectory;
    private final int port;

    private LocalPostgres(EmbeddedPostgres server, Path dataDirectory, int port) {
        this.server = server;
        this.dataDirectory = dataDirectory;
        this.port = port;
    }

    /** Like {@link #start(Path, int, Path)}, with the server's log beside the data directory. */
    public static LocalPostgres start(Path dataDirectory, int port) {
        return start(dataDirectory, port, dataDirectory.resolveSibling(dataDirectory.getFileName() + ".log"));
    }

    /**
     * Starts the server. The first start creates the database cluster, and a start after a crash recovers it. A server
     * that a killed stack left running on the same directory is stopped first.
     *
     * @throws LocalStackException with the end of the server's log, if the server does not start
     */
    public static LocalPostgres start(Path dataDirectory, int port, Path log) {
        var directory = dataDirectory.toAbsolutePath().normalize();
        requireOurs(directory);
        new AbandonedPostgres(directory).stop();
        try {
            Files.createDirectories(directory);
            Files.createDirectories(log.toAbsolutePath().getParent());
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(START_UP)
                    .setLocaleConfig("locale-provider", "builtin") // sorts text the same way on every machine
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .setDataDirectoryCustomizer(LocalPostgres::requirePasswords)
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
            SETTINGS.forEach(builder::setServerConfig);
            var started = new LocalPostgres(builder.start(), directory, port);
            started.confineRoles();
            Files.writeString(directory.resolve(COMPLETE), "");
            return started;
        } catch (IOException | IllegalStateException e) {
            throw new LocalStackException(
                    "PostgreSQL did not start in %s on port %d. The last lines of its log:%n%s"
                            .formatted(directory, port, String.join("\n", LogFile.lastLines(log, 15))),
                    e);
        }
    }

    /** Stops the server that a killed stack left running on this directory. Returns whether there was one. */
    public static boolean stopAbandoned(Path dataDirectory) {
        return new AbandonedPostgres(dataDirectory.toAbsolutePath().normalize()).stop();
    }

    /** Creates the database unless it exists, and its owner: a role of the same name, which may use no other database. */
    public void createDatabase(String name) {
        try (var connection = server.getPostgresDatabase().getConnection()) {
            createDatabase(connection, name);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** Like {@link #createDatabase(String)}, on the server that another process runs on this port. */
    public static void createDatabase(int port, String name) {
        try (var connection = administrator(port)) {
            createDatabase(connection, name);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /**
     * Deletes the database if it exists, and ends all connections to it. Its owner is kept.
     *
     * @param port port of the server, which another process may run
     */
    public static void dropDatabase(int port, String name) {
        requireName(name);
        try (var connection = administrator(port)) {
            execute(connection, "DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** Connects to the database as its owner. The caller closes the connection. */
    public static Connection connect(int port, String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(port, database), database, LOCAL_ONLY_PASSWORD);
    }

    /** JDBC URL of a database. Its owner has the name of the database and {@link #LOCAL_ONLY_PASSWORD}. */
    public String jdbcUrl(String database) {
        return jdbcUrl(port, database);
    }

    /** Like {@link #jdbcUrl(String)}, for the server that another process runs on this port. */
    public static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    public int port() {
        return port;
    }

    /** Process id of the server, for tests that kill it. */
    public long pid() {
        return new AbandonedPostgres(dataDirectory)
                .listedServer()
                .orElseThrow(() -> new LocalStackException("PostgreSQL is not running."))
                .pid();
    }

    /** Ends all connections and stops the server. The next start finds all committed data. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new LocalStackException("PostgreSQL did not stop.", e);
        }
    }

    private static void requireOurs(Path directory) {
        if (Files.exists(directory.resolve("postgresql.conf")) && Files.notExists(directory.resolve(COMPLETE))) {
            throw new LocalStackException(
                    "The database folder %s is incomplete, or another program created it. Delete it and start again."
                            .formatted(directory));
        }
    }

    /** Replaces the library's rules, which trust every role, by rules that trust only the administrator. */
    private static void requirePasswords(File dataDirectory) {
        try {
            Files.writeString(dataDirectory.toPath().resolve("pg_hba.conf"), """
                            host all postgres 127.0.0.1/32 trust
                            host all all 127.0.0.1/32 scram-sha-256
                            """);
        } catch (IOException e) {
            throw new LocalStackException("The database folder %s cannot be written.".formatted(dataDirectory), e);
        }
    }

    private static void requireName(String name) {
        if (!DATABASE_NAME.matcher(name).matches()) {
            throw new LocalStackException(
                    "\"%s\" cannot name a database. Use lower-case letters, digits and underscores.".formatted(name));
        }
    }

    /** Keeps all roles except the administrator out of the database that every server has. */
    private void confineRoles() {
        try (var connection = server.getPostgresDatabase().getConnection()) {
            execute(connection, "REVOKE CONNECT ON DATABASE postgres FROM PUBLIC");
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private static void createDatabase(Connection connection, String name) throws SQLException {
        requireName(name);
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            execute(connection, "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(name, LOCAL_ONLY_PASSWORD));
        }
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            execute(connection, "CREATE DATABASE %s OWNER %s".formatted(name, name));
        }
        execute(connection, "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name));
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static Connection administrator(int port) throws SQLException {
        return administrator(port, ADMINISTRATOR);
    }

    /** Connects to the database as the administrator of the server. The caller closes the connection. */
    public static Connection administrator(int port, String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(port, database), ADMINISTRATOR, "");
    }

    private static LocalStackException refused(SQLException e) {
        return new LocalStackException("PostgreSQL refused an administration command: " + e.getMessage(), e);
    }
}
