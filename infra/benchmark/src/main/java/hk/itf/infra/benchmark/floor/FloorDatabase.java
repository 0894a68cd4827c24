package hk.itf.infra.benchmark.floor;

import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.benchmark.LocalPlatform;
import hk.itf.infra.local.LocalPostgres;
import hk.itf.infra.local.Service;
import hk.itf.infra.migration.MigrationFailedException;
import hk.itf.infra.migration.MigrationFolder;
import hk.itf.infra.migration.Migrations;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A database with the schema of one service, on the same server as the services' databases. Closing deletes it. */
final class FloorDatabase implements AutoCloseable {

    private static final String COLUMNS = """
            select c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                   case when a.attidentity <> '' then c.relname || '.' || a.attname
                        else (select t.relname || '.' || ta.attname from pg_constraint f
                              join pg_class t on t.oid = f.confrelid
                              join pg_attribute ta on ta.attrelid = t.oid and ta.attnum = f.confkey[1]
                              where f.contype = 'f' and f.conrelid = c.oid and f.conkey = array[a.attnum]
                                and ta.attidentity <> '') end,
                   a.attgenerated <> '',
                   exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any(i.indkey))
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
            """;

    private final int port;
    private final String name;

    private FloorDatabase(int port, String name) {
        this.port = port;
        this.name = name;
    }

    /** Creates the database with the schema of the service. Replaces the database of an interrupted run. */
    static FloorDatabase create(LocalPlatform platform, Service service) {
        var port = platform.ports().postgres();
        var name = "bench_" + service.database();
        LocalPostgres.dropDatabase(port, name);
        LocalPostgres.createDatabase(port, name);
        var database = new FloorDatabase(port, name);
        try {
            database.migrate(platform.project(), service);
            return database;
        } catch (MigrationFailedException e) {
            database.close();
            throw new BenchmarkException(
                    "The migrations of the %s service failed in the database %s: %s"
                            .formatted(service.word(), name, e.getMessage()),
                    e);
        }
    }

    Connection connect() throws SQLException {
        return LocalPostgres.connect(port, name);
    }

    /** Connects as the administrator, who may switch foreign keys and triggers off. */
    Connection connectAsAdministrator() throws SQLException {
        return LocalPostgres.administrator(port, name);
    }

    /** The columns of all tables, by table and name. */
    Map<String, Map<String, Column>> columns() throws SQLException {
        var columns = new HashMap<String, Map<String, Column>>();
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                columns.computeIfAbsent(rows.getString(1), absent -> new HashMap<>())
                        .put(
                                rows.getString(2),
                                new Column(
                                        rows.getString(1),
                                        rows.getString(2),
                                        rows.getString(3),
                                        rows.getString(4),
                                        rows.getBoolean(5),
                                        rows.getBoolean(6)));
            }
        }
        return columns;
    }

    @Override
    public void close() {
        LocalPostgres.dropDatabase(port, name);
    }

    /** Runs the migrations that the service runs when it starts, from the sources it is built from. */
    private void migrate(Path project, Service service) {
        Migrations.migrate(
                LocalPostgres.jdbcUrl(port, name),
                name,
                LocalPostgres.LOCAL_ONLY_PASSWORD,
                List.of(
                        folder("duty", project.resolve("infra/duty/src/main/resources/db/duty")),
                        folder("eventing", project.resolve("infra/eventing/src/main/resources/db/eventing")),
                        folder("http", project.resolve("infra/http/src/main/resources/db/http")),
                        folder("service", project.resolve(service.folder() + "/src/main/resources/db/migration"))));
    }

    private static MigrationFolder folder(String module, Path location) {
        return new MigrationFolder(
                module, "filesystem:" + location.toAbsolutePath().normalize());
    }
}
