package hk.itf.infra.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    private final int port = Ports.freePort();

    @TempDir
    Path folder;

    @Test
    void keepsDataAcrossStopAndKill() throws SQLException {
        try (var postgres = LocalPostgres.start(data(), port)) {
            postgres.createDatabase("applications");
            postgres.createDatabase("applications"); // as every start of the stack does
            execute(postgres, "CREATE TABLE kept (how text)");
            execute(postgres, "INSERT INTO kept VALUES ('stopped')");
        }
        try (var postgres = LocalPostgres.start(data(), port)) {
            execute(postgres, "INSERT INTO kept VALUES ('killed')");
            kill(postgres);
        }
        try (var postgres = LocalPostgres.start(data(), port)) {
            assertThat(answer(postgres, "SELECT string_agg(how, ' then ') FROM kept"))
                    .isEqualTo("stopped then killed");
        }
    }

    @Test
    void startsAlthoughPidFileNamesOtherProgram() throws IOException, SQLException {
        try (var postgres = LocalPostgres.start(data(), port)) {
            postgres.createDatabase("applications");
            kill(postgres);
        }
        var pidFile = data().resolve("postmaster.pid");
        var lines = Files.readAllLines(pidFile);
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(pidFile, lines);

        try (var postgres = LocalPostgres.start(data(), port)) {
            assertThat(answer(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void writesAsDurablyAsProduction() throws SQLException {
        try (var postgres = LocalPostgres.start(data(), port)) {
            postgres.createDatabase("applications");

            assertThat(answer(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(answer(postgres, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(answer(postgres, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(answer(postgres, "SHOW max_connections")).isEqualTo("120");
            assertThat(answer(postgres, "SHOW server_version_num")).startsWith("18");
        }
    }

    @Test
    void confinesRoleToItsOwnDatabase() {
        try (var postgres = LocalPostgres.start(data(), port)) {
            postgres.createDatabase("applications");
            postgres.createDatabase("assessment");

            assertThatThrownBy(() -> connect(postgres, "assessment", "applications", LocalPostgres.LOCAL_ONLY_PASSWORD))
                    .hasMessageContaining("permission denied for database");
            assertThatThrownBy(() -> connect(postgres, "postgres", "applications", LocalPostgres.LOCAL_ONLY_PASSWORD))
                    .hasMessageContaining("permission denied for database");
            assertThatThrownBy(() -> connect(postgres, "applications", "applications", "guessed"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void dropsDatabaseInUse() throws SQLException {
        try (var postgres = LocalPostgres.start(data(), port)) {
            postgres.createDatabase("bench");
            try (var connection = LocalPostgres.connect(port, "bench")) {
                LocalPostgres.dropDatabase(port, "bench");
                LocalPostgres.dropDatabase(port, "bench"); // which no longer exists

                assertThat(connection.isValid(1)).isFalse();
            }
            assertThatThrownBy(() -> LocalPostgres.connect(port, "bench")).hasMessageContaining("does not exist");
        }
    }

    @Test
    void refusesFolderOfOtherProgram() throws IOException {
        Files.createDirectories(data());
        Files.writeString(data().resolve("postgresql.conf"), "# another program's");

        assertThatThrownBy(() -> LocalPostgres.start(data(), port))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("another program created it");
    }

    private static void kill(LocalPostgres postgres) {
        var server = ProcessHandle.of(postgres.pid()).orElseThrow();
        assertThat(server.destroyForcibly()).isTrue();
        server.onExit().join();
    }

    private Path data() {
        return folder.resolve("postgres");
    }

    private static void execute(LocalPostgres postgres, String command) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String answer(LocalPostgres postgres, String question) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection connect(LocalPostgres postgres) throws SQLException {
        return connect(postgres, "applications", "applications", LocalPostgres.LOCAL_ONLY_PASSWORD);
    }

    private static Connection connect(LocalPostgres postgres, String database, String role, String password)
            throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), role, password);
    }
}
