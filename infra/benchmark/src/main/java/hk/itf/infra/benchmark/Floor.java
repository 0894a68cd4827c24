package hk.itf.infra.benchmark;

import hk.itf.model.id.GrantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The floor: the highest rate of submissions that the database alone reaches. It runs the SQL of a submission over JDBC,
 * without services, in a database of its own with the schema of applications-service.
 */
final class Floor implements AutoCloseable {

    private final FloorDatabase database;
    private final FloorTransaction.Sample sample;
    private final LocalDate engagementStart;
    private final List<Connection> connections = new ArrayList<>();

    private Floor(FloorDatabase database, FloorTransaction.Sample sample, LocalDate engagementStart) {
        this.database = database;
        this.sample = sample;
        this.engagementStart = engagementStart;
    }

    /** @param sample content of a real submission, so that the rows have a realistic size */
    static Floor open(LocalPlatform platform, int connections, FloorTransaction.Sample sample) {
        var database = FloorDatabase.create(platform);
        var floor = new Floor(database, sample, DraftApplication.engagementStart(platform));
        try {
            for (var i = 0; i < connections; i++) {
                var connection = database.connect();
                connection.setAutoCommit(false);
                floor.connections.add(connection);
            }
            return floor;
        } catch (SQLException e) {
            floor.close();
            throw new BenchmarkException("The database of the floor cannot be used: " + e.getMessage(), e);
        }
    }

    /** Prepares as many applications in draft, then submits them on all connections. Only the submissions are timed. */
    Timing run(int count) {
        var organisations = new ArrayList<UUID>();
        var people = new ArrayList<UUID>();
        for (var i = 0; i < Math.ceilDiv(count, DraftApplication.PER_ORGANISATION); i++) {
            organisations.add(GrantId.next().value());
            people.add(UUID.randomUUID());
        }
        var applications = new ArrayList<UUID>();
        for (var i = 0; i < count; i++) {
            applications.add(GrantId.next().value());
        }
        var preparation = transaction(0);
        ClosedLoop.run(
                1,
                organisations.size(),
                (connection, i) -> preparation.prepareOrganisation(organisations.get(i), people.get(i)));
        ClosedLoop.run(
                1,
                count,
                (connection, i) ->
                        preparation.prepareDraft(applications.get(i), organisations.get(i % organisations.size())));
        return ClosedLoop.run(connections.size(), count, (connection, i) -> {
            var applicant = i % organisations.size();
            transaction(connection).submit(applications.get(i), organisations.get(applicant), people.get(applicant));
        });
    }

    private FloorTransaction transaction(int connection) {
        return new FloorTransaction(connections.get(connection), sample, engagementStart);
    }

    @Override
    public void close() {
        for (var connection : connections) {
            try {
                connection.close();
            } catch (SQLException alreadyBroken) {
                // deleting the database ends the connection
            }
        }
        database.close();
    }
}
