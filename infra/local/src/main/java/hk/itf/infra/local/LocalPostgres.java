package hk.itf.infra.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A real PostgreSQL 18 on the loopback address. It is as durable as production: the embedding library turns fsync and
 * synchronous commit off for speed, and they are turned on again here, because what survives a crash is what we test.
 */
public final class LocalPostgres implements AutoCloseable {

    /** Every role's password. Local only: the server listens on the loopback address and holds invented data. */
    public static final String LOCAL_ONLY_PASSWORD = "local-only";

    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Duration START_UP = Duration.ofMinutes(1); // recovery after a crash included

    /** Written once the first start has succeeded; without it a directory is half made or somebody else's. */
    private static final String COMPLETE = "itf-complete";

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_connections", "120"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("jit", "off"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""), // a socket in /tmp would clash with any other server's
            Map.entry("log_checkpoints", "off"),
            Map.entry("timezone", "UTC"));

    private final EmbeddedPostgres server;
    private final Path dataDirectory;
    private final int port;

    private LocalPostgres(EmbeddedPostgres server, Path dataDirectory, int port) {
        this.server = server;
        this.dataDirectory = dataDirectory;
        this.port = port;
    }

    /** As below, with the server's log beside the data directory. */
    public static LocalPostgres start(Path dataDirectory, int port) {
        return start(dataDirectory, port, dataDirectory.resolveSibling(dataDirectory.getFileName() + ".log"));
    }

    /**
     * Starts the server over this directory, making the database cluster on first use and recovering it after a crash.
     * A server that was left behind over the same directory is stopped first.
     *
     * @throws LocalStackException if it cannot start; the end of its log is in the message
     */
    public static LocalPostgres start(Path dataDirectory, int port, Path log) {
        var directory = dataDirectory.toAbsolutePath().normalize();
        requireOurs(directory);
        new AbandonedPostgres(directory).clearAway();
        try {
            Files.createDirectories(directory);
            Files.createDirectories(log.toAbsolutePath().getParent());
            var builder = EmbeddedPostgres.builder()
                    .setDataDirectory(directory)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(START_UP)
                    .setLocaleConfig("locale-provider", "builtin") // the same order of letters on every machine
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .setDataDirectoryCustomizer(LocalPostgres::askForPasswords)
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
            SETTINGS.forEach(builder::setServerConfig);
            var started = new LocalPostgres(builder.start(), directory, port);
            started.administer("REVOKE CONNECT ON DATABASE postgres FROM PUBLIC");
            Files.writeString(directory.resolve(COMPLETE), "");
            return started;
        } catch (IOException | IllegalStateException e) {
            throw new LocalStackException(
                    "PostgreSQL did not start over %s on port %d; its log ends:%n%s"
                            .formatted(directory, port, String.join("\n", LogFile.lastLines(log, 15))),
                    e);
        }
    }

    /** Stops the server over this directory if one was left behind by a stack that was killed; true if there was one. */
    public static boolean stopAbandoned(Path dataDirectory) {
        return new AbandonedPostgres(dataDirectory.toAbsolutePath().normalize()).clearAway();
    }

    /** Makes the database if it is not there, owned by a role of the same name which may enter no other database. */
    public void createDatabase(String name) {
        if (!DATABASE_NAME.matcher(name).matches()) {
            throw new LocalStackException("\"%s\" is not a plain database name.".formatted(name));
        }
        if (!exists("SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            administer("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(name, LOCAL_ONLY_PASSWORD));
        }
        if (!exists("SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            administer("CREATE DATABASE %s OWNER %s".formatted(name, name));
        }
        administer("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name));
    }

    /** Where a database is; the role is the database's name, the password {@link #LOCAL_ONLY_PASSWORD}. */
    public String jdbcUrl(String database) {
        return jdbcUrl(port, database);
    }

    static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    public int port() {
        return port;
    }

    /** The process id of the server itself, for tests that kill it. */
    public long pid() {
        return new AbandonedPostgres(dataDirectory)
                .listedServer()
                .orElseThrow(() -> new LocalStackException("PostgreSQL is not running."))
                .pid();
    }

    /** Stops the server, disconnecting whoever is connected. What was committed is there at the next start. */
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
                    "The database folder %s was left half made, or is not ours: delete it and start again."
                            .formatted(directory));
        }
    }

    /** The library lets everybody in; here only the administrator needs no password. */
    private static void askForPasswords(File dataDirectory) {
        try {
            Files.writeString(dataDirectory.toPath().resolve("pg_hba.conf"), """
                            host all postgres 127.0.0.1/32 trust
                            host all all 127.0.0.1/32 scram-sha-256
                            """);
        } catch (IOException e) {
            throw new LocalStackException("The database folder %s cannot be written.".formatted(dataDirectory), e);
        }
    }

    private boolean exists(String query, String name) {
        try (var connection = administrator();
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private void administer(String command) {
        try (var connection = administrator();
                var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private Connection administrator() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    private static LocalStackException refused(SQLException e) {
        return new LocalStackException("PostgreSQL refused an administrator's command: " + e.getMessage(), e);
    }
}
