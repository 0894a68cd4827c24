package hk.itf.infra.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Measures which rows the code of a service reads from tables of a million rows. The measured statements are those of the
 * service: a call joins a transaction whose search path starts with a schema of large tables.
 *
 * <p>The schema has the tables and indexes of the service, but no triggers and no foreign keys. The file {@code
 * /million-rows.sql} of the service fills each table that grows with some 4,000 rows; {@code platform-rows.sql} fills the
 * tables of the platform modules. After {@code analyze}, the statistics
 * are set to 250 times as many rows, so that the planner decides as for a million rows. The reads are counted by
 * PostgreSQL while the statements run.
 *
 * <p>Each call is measured twice, with plans for its parameters and with generic plans, because the driver uses both.
 */
@ApplicationScoped
public class MillionRows {

    private static final String SCHEMA = "million";
    private static final int FEWEST_ROWS = 2_500;
    private static final int LARGEST_SMALL_TABLE = 500;

    /** Tables without triggers and foreign keys. {@code small_table} names the tables that do not grow, with a reason. */
    private static final String CREATE = """
            create schema million;
            do $$
            declare name text;
            begin
              for name in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
              loop
                execute format('create unlogged table million.%1$I (like public.%1$I including all)', name);
                execute format('alter table million.%I set (autovacuum_enabled = false)', name);
              end loop;
            end $$;
            create temp table small_table (name text primary key, reason text not null);
            insert into small_table select relname, 'migrations' from pg_class
              where relnamespace = 'public'::regnamespace and relkind = 'r' and relname like 'flyway%';
            create function pg_temp.id(kind int, number bigint) returns uuid language sql immutable as $$
              select cast('0190' || lpad(to_hex(kind), 4, '0') || '-0000-7000-8000-' || lpad(to_hex(number), 12, '0') as uuid) $$;
            set search_path = million, public;
            """;

    /** Sets the statistics of the tables and indexes to 250 times the rows, on the same number of pages. */
    private static final String SCALE = """
            select pg_restore_relation_stats('schemaname', 'million', 'relname', cast(c.relname as text),
              'relpages', c.relpages, 'reltuples', cast(c.reltuples * 250 as real))
            from pg_class c left join pg_index i on i.indexrelid = c.oid join pg_class t on t.oid = coalesce(i.indrelid, c.oid)
            where c.relnamespace = 'million'::regnamespace and c.relkind in ('r', 'i') and t.reltuples >= %d
            """.formatted(FEWEST_ROWS);

    /** For each table: its sequential scans, and the rows and index entries that were read. */
    private static final String COUNTERS = """
            select c.relname, pg_stat_get_xact_numscans(c.oid),
              pg_stat_get_xact_tuples_returned(c.oid) + coalesce(
                (select sum(pg_stat_get_xact_tuples_returned(i.indexrelid)) from pg_index i where i.indrelid = c.oid), 0),
              c.reltuples >= %d
            from pg_class c where c.relnamespace = 'million'::regnamespace and c.relkind = 'r' order by c.relname
            """.formatted(FEWEST_ROWS);

    private record Read(String table, long scans, long rows, boolean grows) {}

    /** Whether the schema was filled, or filling it failed. */
    private static boolean filled;

    private final AgroalDataSource database;

    MillionRows(AgroalDataSource database) {
        this.database = database;
    }

    /** The id that {@code pg_temp.id(kind, number)} gives in the scripts. Ids of a kind are in the order of their numbers. */
    public static UUID id(int kind, long number) {
        return UUID.fromString("0190%04x-0000-7000-8000-%012x".formatted(kind, number));
    }

    /**
     * Runs the work on the large tables, and rolls back. Fails when a table that grows was scanned, or more rows were read.
     *
     * @param most the most rows and index entries that the work reads from all tables
     */
    public void assertReads(int most, Runnable work) {
        prepare();
        assertReads("force_custom_plan", most, work);
        assertReads("force_generic_plan", most, work);
    }

    private void assertReads(String plans, int most, Runnable work) {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(120));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set local search_path = million, public");
            statement.execute("set local plan_cache_mode = " + plans);
            statement.execute("set local statement_timeout = '60s'");
            var before = counters(connection);
            work.run();
            var reads = readsSince(before, counters(connection));
            assertThat(reads.stream().filter(read -> read.grows() && read.scans() > 0))
                    .as("sequential scans with %s", plans)
                    .isEmpty();
            assertThat(reads.stream().mapToLong(Read::rows).sum())
                    .as("rows read with %s: %s", plans, reads)
                    .isLessThanOrEqualTo(most);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static List<Read> counters(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(COUNTERS)) {
            return all(rows);
        }
    }

    private static List<Read> all(ResultSet rows) throws SQLException {
        var reads = new ArrayList<Read>();
        while (rows.next()) {
            reads.add(new Read(rows.getString(1), rows.getLong(2), rows.getLong(3), rows.getBoolean(4)));
        }
        return reads;
    }

    private static List<Read> readsSince(List<Read> before, List<Read> after) {
        var reads = new ArrayList<Read>();
        for (var i = 0; i < after.size(); i++) {
            var now = after.get(i);
            var then = before.get(i);
            if (now.rows() > then.rows() || now.scans() > then.scans()) {
                reads.add(new Read(now.table(), now.scans() - then.scans(), now.rows() - then.rows(), now.grows()));
            }
        }
        return reads;
    }

    private synchronized void prepare() {
        if (filled) {
            return;
        }
        filled = true;
        try (var connection = DatabaseDigest.connect();
                var statement = connection.createStatement()) {
            statement.execute("drop schema if exists million cascade");
            statement.execute(CREATE);
            statement.execute(script("/hk/itf/infra/testkit/platform-rows.sql"));
            statement.execute(script("/million-rows.sql"));
            statement.execute("analyze");
            requireFilled(connection);
            statement.execute(SCALE);
        } catch (SQLException e) {
            throw new IllegalStateException("The schema " + SCHEMA + " cannot be filled.", e);
        }
    }

    /** A table that a new migration adds must be filled or named as small. */
    private static void requireFilled(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select c.relname, 0, c.reltuples::bigint, s.name is null from pg_class c
                        left join small_table s on s.name = c.relname
                        where c.relnamespace = 'million'::regnamespace and c.relkind = 'r'
                        """)) {
            assertThat(all(rows).stream()
                            .filter(table ->
                                    table.grows() ? table.rows() < FEWEST_ROWS : table.rows() > LARGEST_SMALL_TABLE))
                    .as("tables with other than the expected number of rows")
                    .isEmpty();
        }
    }

    private static String script(String name) {
        try (var file = MillionRows.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
