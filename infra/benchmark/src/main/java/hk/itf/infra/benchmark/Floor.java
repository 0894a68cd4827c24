package hk.itf.infra.benchmark;

import hk.itf.infra.local.Service;
import hk.itf.model.id.GrantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What the database alone can do: the statements of a submission over JDBC, with no service between. Everything is
 * written to copies of the tables in a schema of its own, with their indexes, checks and foreign keys.
 */
final class Floor implements AutoCloseable {

    private static final List<String> TABLES = List.of(
            "organisation",
            "organisation_member",
            "application",
            "submission",
            "allowance_lock",
            "allowance_reservation",
            "grant_tranche",
            "paper",
            "grant_duty",
            "timeline",
            "event_log",
            "to_send",
            "event_stream",
            "event_source",
            "idempotency_key");

    private static final String FOREIGN_KEYS = """
            select 'alter table ' || c.relname || ' add ' || pg_get_constraintdef(k.oid)
            from pg_constraint k join pg_class c on c.oid = k.conrelid
            where k.contype = 'f' and k.connamespace = 'public'::regnamespace and cast(c.relname as text) = any(?)
            """;

    private final List<Connection> connections = new ArrayList<>();
    private final FloorTransaction.Sample sample;
    private final LocalDate start;

    private Floor(LocalPlatform platform, int count, FloorTransaction.Sample sample) throws SQLException {
        this.sample = sample;
        this.start = platform.today().plusMonths(1).withDayOfMonth(1);
        for (var i = 0; i < count; i++) {
            connections.add(platform.database(Service.APPLICATIONS, "bench"));
        }
    }

    /** @param exampleId a submitted application: the floor writes rows of the same size */
    static Floor open(LocalPlatform platform, int connections, String exampleId) {
        try (var real = platform.database(Service.APPLICATIONS, "public")) {
            var sample = FloorTransaction.Sample.of(real, exampleId);
            makeSchema(real);
            return new Floor(platform, connections, sample);
        } catch (SQLException e) {
            throw new BenchmarkFailed("The floor could not be prepared: " + e.getMessage(), e);
        }
    }

    Timing run(int count) {
        var people = new ArrayList<UUID>();
        var organisations = new ArrayList<UUID>();
        var applications = new ArrayList<UUID>();
        for (var i = 0; i < Math.ceilDiv(count, Draft.PER_ORGANISATION); i++) {
            people.add(UUID.randomUUID());
            organisations.add(GrantId.next().value());
        }
        for (var i = 0; i < count; i++) {
            applications.add(GrantId.next().value());
        }
        Load.run(1, count, (connection, i) -> {
            var at = i % organisations.size();
            var transaction = new FloorTransaction(connections.getFirst(), sample, start);
            if (i == at) {
                transaction.prepareOrganisation(organisations.get(at), people.get(at));
            }
            transaction.prepareDraft(applications.get(i), organisations.get(at));
        });
        return Load.run(connections.size(), count, (connection, i) -> {
            var at = i % organisations.size();
            new FloorTransaction(connections.get(connection), sample, start)
                    .submit(applications.get(i), organisations.get(at), people.get(at));
        });
    }

    private static void makeSchema(Connection real) throws SQLException {
        var foreignKeys = new ArrayList<String>();
        try (var query = real.prepareStatement(FOREIGN_KEYS)) {
            query.setArray(1, real.createArrayOf("text", TABLES.toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    foreignKeys.add(rows.getString(1));
                }
            }
        }
        try (var statement = real.createStatement()) {
            statement.execute("drop schema if exists bench cascade"); // left by a run that was interrupted
            statement.execute("create schema bench");
            for (var table : TABLES) {
                statement.execute("create table bench.%1$s (like public.%1$s including all)".formatted(table));
            }
            statement.execute("create sequence bench.application_reference");
            statement.execute("insert into bench.event_source select * from public.event_source");
            statement.execute("set search_path = bench"); // the keys' unqualified names now mean the copies
            for (var foreignKey : foreignKeys) {
                statement.execute(foreignKey);
            }
        }
    }

    @Override
    public void close() {
        try (var statement = connections.getFirst().createStatement()) {
            connections
                    .getFirst()
                    .rollback(); // of a transaction that failed; after a good run there is nothing to undo
            connections.getFirst().setAutoCommit(true);
            for (var other : connections.subList(1, connections.size())) {
                other.close();
            }
            statement.execute("drop schema bench cascade");
            connections.getFirst().close();
        } catch (SQLException e) {
            throw new BenchmarkFailed("The schema bench could not be dropped: " + e.getMessage(), e);
        }
    }
}
