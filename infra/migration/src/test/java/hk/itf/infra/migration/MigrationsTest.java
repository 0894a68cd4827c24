package hk.itf.infra.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hk.itf.infra.local.LocalPostgres;
import hk.itf.infra.local.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations against a real PostgreSQL; each test has a database of its own. */
class MigrationsTest {

    @TempDir
    private static Path state;

    private static LocalPostgres postgres;
    private static int databases;

    @TempDir
    private Path files;

    private String database;

    @BeforeAll
    static void startPostgres() {
        postgres = LocalPostgres.start(state.resolve("postgres"), Ports.freePort());
    }

    @AfterAll
    static void stopPostgres() {
        postgres.close();
    }

    @BeforeEach
    void createDatabase() {
        databases++;
        database = "migrations_" + databases;
        postgres.createDatabase(database);
    }

    @Test
    void keepsOneHistoryPerModule() throws Exception {
        var duty = folder("duty", "V1__duty.sql", "create table grant_duty (id int)");
        var service = folder("service", "V1__claims.sql", "create table claim (id int)");

        migrate(duty, service);
        migrate(duty, service);

        assertThat(tables()).contains("grant_duty", "claim", "flyway_history_duty", "flyway_history_service");
        assertThat(query("select script from flyway_history_duty where type = 'SQL'"))
                .containsExactly("V1__duty.sql");
        assertThat(query("select script from flyway_history_service where type = 'SQL'"))
                .containsExactly("V1__claims.sql");
    }

    @Test
    void addsNewFilesOfOneModule() throws Exception {
        var duty = folder("duty", "V1__duty.sql", "create table grant_duty (id int)");
        var service = folder("service", "V1__claims.sql", "create table claim (id int)");
        migrate(duty, service);

        write("duty", "V2__taken_at.sql", "alter table grant_duty add column taken_at timestamptz");
        migrate(duty, service);

        assertThat(query("select max(version) from flyway_history_duty")).containsExactly("2");
        assertThat(query("select max(version) from flyway_history_service")).containsExactly("1");
    }

    /** Flyway would wait for the locked history tables, and fail. */
    @Test
    void leavesHistoryAloneWhileFilesAreUnchanged() throws Exception {
        var duty = folder("duty", "V1__duty.sql", "create table grant_duty (id int)");
        var books = new MigrationFolder("books", "db/books");
        migrate(duty, books);

        try (var other = connect();
                var statement = other.createStatement()) {
            statement.execute("alter database %s set lock_timeout = '1s'".formatted(database));
            other.setAutoCommit(false);
            statement.execute("lock table flyway_history_duty, flyway_history_books in access exclusive mode");

            assertThatCode(() -> migrate(duty, books)).doesNotThrowAnyException();
        }
    }

    @Test
    void refusesRemovedFile() throws Exception {
        var duty = folder("duty", "V1__duty.sql", "create table grant_duty (id int)");
        write("duty", "V2__taken_at.sql", "alter table grant_duty add column taken_at timestamptz");
        migrate(duty);

        Files.delete(files.resolve("duty/V1__duty.sql"));

        assertThatThrownBy(() -> migrate(duty))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("applied migration not resolved locally: 1");
    }

    @Test
    void readsFoldersOnClassPath() throws Exception {
        migrate(new MigrationFolder("books", "db/books"));

        assertThat(tables()).contains("book");
    }

    @Test
    void migratesOnceWhenReplicasStartTogether() throws Exception {
        var duty = folder("duty", "V1__duty.sql", "create table grant_duty (id int)");
        var service = folder("service", "V1__claims.sql", "create table claim (id int)");

        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = Stream.generate(() -> replicas.submit(start(duty, service)))
                    .limit(4)
                    .toList();
            for (var start : starts) {
                start.get();
            }
        }

        assertThat(query("select count(*) from flyway_history_duty where version = '1'"))
                .containsExactly("1");
        assertThat(query("select count(*) from flyway_history_service where version = '1'"))
                .containsExactly("1");
    }

    @Test
    void waitsWhileOtherReplicaMigrates() throws Exception {
        var duty = folder("duty", "V1__duty.sql", "create table grant_duty (id int)");

        try (var replicas = Executors.newVirtualThreadPerTaskExecutor();
                var other = connect();
                var lock = other.createStatement()) {
            lock.execute("select pg_advisory_lock(hashtextextended('migrations', 79))");
            var start = replicas.submit(start(duty));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> query("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                            .equals(List.of("1")));
            assertThat(tables()).isEmpty();

            lock.execute("select pg_advisory_unlock(hashtextextended('migrations', 79))");
            start.get();
            assertThat(tables()).contains("grant_duty");
        }
    }

    @Test
    void namesModuleFileAndReasonOfFailure() throws Exception {
        var duty = folder("duty", "V1__duty.sql", "create table grant_duty (id no_such_type)");
        var service = folder("service", "V1__claims.sql", "create table claim (id int)");

        assertThatThrownBy(() -> migrate(duty, service))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageStartingWith("The database migration of duty (filesystem:")
                .hasMessageContaining("V1__duty.sql")
                .hasMessageContaining("type \"no_such_type\" does not exist");
        assertThat(tables()).doesNotContain("grant_duty", "claim");
    }

    @Test
    void refusesChangedFile() throws Exception {
        var duty = folder("duty", "V1__duty.sql", "create table grant_duty (id int)");
        migrate(duty);

        write("duty", "V1__duty.sql", "create table grant_duty (id bigint)");

        assertThatThrownBy(() -> migrate(duty))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("checksum mismatch for migration version 1");
    }

    @Test
    void refusesMalformedFileName() throws Exception {
        var duty = folder("duty", "V1_duty.sql", "create table grant_duty (id int)");

        assertThatThrownBy(() -> migrate(duty))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("V1_duty.sql");
    }

    @Test
    void refusesMissingFolder() {
        assertThatThrownBy(() -> migrate(new MigrationFolder("duty", "db/nowhere")))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("db/nowhere");
    }

    @Test
    void refusesModuleNameThatNamesNoTable() {
        assertThatThrownBy(() -> new MigrationFolder("Duty; drop", "db/duty"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lower-case letters");
    }

    @Test
    void neverEmptiesDatabase() {
        assertThat(Migrations.flyway(new MigrationFolder("duty", "db/duty")).isCleanDisabled())
                .isTrue();
    }

    @Test
    void migratesModulesByNameAndServiceLast() {
        var settings = new Settings(
                Map.of("http", "db/http", "duty", "db/duty", "eventing", "db/eventing"), Optional.of("db/migration"));

        assertThat(new StartupMigration(settings).folders())
                .extracting(MigrationFolder::module)
                .containsExactly("duty", "eventing", "http", "service");
    }

    @Test
    void migratesModulesAloneWithoutServiceFolder() {
        var settings = new Settings(Map.of("duty", "db/duty"), Optional.empty());

        assertThat(new StartupMigration(settings).folders())
                .extracting(MigrationFolder::location)
                .containsExactly("db/duty");
    }

    private record Settings(Map<String, String> modules, Optional<String> service) implements MigrationSettings {

        @Override
        public String jdbcUrl() {
            return "";
        }

        @Override
        public String username() {
            return "";
        }

        @Override
        public String password() {
            return "";
        }
    }

    private Callable<Void> start(MigrationFolder... folders) {
        return () -> {
            migrate(folders);
            return null;
        };
    }

    private void migrate(MigrationFolder... folders) {
        Migrations.migrate(postgres.jdbcUrl(database), database, LocalPostgres.LOCAL_ONLY_PASSWORD, List.of(folders));
    }

    private MigrationFolder folder(String module, String file, String sql) throws IOException {
        write(module, file, sql);
        return new MigrationFolder(module, "filesystem:" + files.resolve(module));
    }

    private void write(String module, String file, String sql) throws IOException {
        Files.createDirectories(files.resolve(module));
        Files.writeString(files.resolve(module).resolve(file), sql);
    }

    private List<String> tables() throws SQLException {
        return query("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'");
    }

    private List<String> query(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), database, LocalPostgres.LOCAL_ONLY_PASSWORD);
    }
}
