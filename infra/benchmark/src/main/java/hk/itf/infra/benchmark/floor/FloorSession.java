package hk.itf.infra.benchmark.floor;

import hk.itf.infra.local.Service;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** The connections of one thread of the floor, one to each database, with prepared calls. */
final class FloorSession implements AutoCloseable {

    private final Map<Service, Connection> connections;
    private final AtomicLong lives;
    private final Map<FloorStep, PreparedStatement> calls = new HashMap<>();

    FloorSession(Map<Service, Connection> connections, AtomicLong lives) {
        this.connections = connections;
        this.lives = lives;
    }

    FloorLife newLife() {
        return new FloorLife(lives.getAndIncrement());
    }

    /** Runs the transaction: one round trip, one commit. */
    void call(FloorStep step, FloorLife life) throws SQLException {
        var statement = calls.get(step);
        if (statement == null) {
            statement = Objects.requireNonNull(connections.get(step.service())).prepareStatement(step.call());
            calls.put(step, statement);
        }
        var fresh = step.identifiers().stream().map(life::replacement).toArray(String[]::new);
        statement.setObject(1, fresh);
        statement.setLong(2, life.counter());
        statement.execute();
    }

    @Override
    public void close() {
        for (var connection : connections.values()) {
            try {
                connection.close();
            } catch (SQLException alreadyBroken) {
                // deleting the database ends the connection
            }
        }
    }
}
