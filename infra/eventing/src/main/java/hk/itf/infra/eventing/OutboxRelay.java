package hk.itf.infra.eventing;

import hk.itf.infra.eventing.KafkaRecords.Outgoing;
import hk.itf.model.event.AggregateKey;
import hk.itf.model.event.EventHeaders;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends the events of the outbox to the broker, oldest first and events of a republication last, and deletes a row when the broker has
 * acknowledged the event. An advisory lock allows one relay for each service. The lock lives as long as the transaction of a batch, so
 * that a dead relay holds no lock. Therefore this class sends inside a transaction, as the only exception to the rule
 * against external calls; the delivery timeout is shorter than that of the transaction.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int LOCK_TAKEN = -1;
    private static final Duration LONGEST_TURN = Duration.ofMinutes(2);
    private static final Duration UNTIL_LOCK_IS_FREE = Duration.ofMillis(20);
    static final long ADVISORY_LOCK = 0x6974_665f_7265_6c79L; // "itf_rely"

    private static final String NEXT = """
            select l.position, l.event_id, l.aggregate_type, l.aggregate_id, l.sequence, l.epoch, l.event_type, l.topic,
                   l.body, nullif(l.correlation_id, ''), nullif(l.traceparent, ''), l.recorded_at, s.republished,
                   l.predecessor_hash
            from to_send s join event_log l using (position) order by s.republished, s.position limit ?
            """;

    private final AgroalDataSource database;
    private final KafkaClients kafka;
    private final EventingSettings settings;
    private final MeterRegistry metrics;
    private volatile @Nullable Thread thread;
    private volatile boolean running;
    private volatile boolean woken;
    private volatile long lastTurn = System.nanoTime();
    private final AtomicInteger failures = new AtomicInteger();

    /** The broker has acknowledged no event of a batch. */
    private static final class NothingSentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NothingSentException(int events) {
            super("none of " + events + " events was acknowledged");
        }
    }

    OutboxRelay(AgroalDataSource database, KafkaClients kafka, EventingSettings settings, MeterRegistry metrics) {
        this.database = database;
        this.kafka = kafka;
        this.settings = settings;
        this.metrics = metrics;
    }

    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
    }

    public void stop() throws InterruptedException {
        running = false;
        var stopping = thread;
        if (stopping != null) {
            LockSupport.unpark(stopping);
            stopping.join(KafkaClients.DELIVERY.toMillis() * 2);
        }
    }

    /** Makes the relay look at the outbox now. Cheap, and safe from any thread. */
    public void wake() {
        woken = true;
        LockSupport.unpark(thread);
    }

    public boolean alive() {
        var current = thread;
        return current != null && current.isAlive();
    }

    /** Whether the thread of the relay hangs. */
    public boolean hangs() {
        return System.nanoTime() - lastTurn > LONGEST_TURN.toNanos();
    }

    /** The number of attempts to send since the last that the broker answered. */
    public int failures() {
        return failures.get();
    }

    /** Runs until {@link #stop}, with a new producer after each failure. */
    private void run() {
        while (running) {
            lastTurn = System.nanoTime();
            try {
                relayWithNewProducer();
            } catch (RuntimeException e) {
                failures.incrementAndGet();
                LOG.warnf(
                        e,
                        "Events could not be sent. They stay in the outbox until the next attempt, with a new producer.");
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    private void relayWithNewProducer() {
        var producer = kafka.producer();
        try {
            relay(producer);
        } finally {
            producer.close(Duration.ZERO); // the outbox still holds what it has not sent
        }
    }

    /**
     * Sends batches until {@link #stop}.
     *
     * @throws RuntimeException when a batch fails; a producer can be in a state in which it refuses all further events
     */
    private void relay(KafkaProducer<String, byte[]> producer) {
        while (running) {
            woken = false;
            lastTurn = System.nanoTime();
            var sent = QuarkusTransaction.requiringNew().timeout(14).call(() -> relayBatch(producer));
            failures.set(0);
            if (sent == LOCK_TAKEN) {
                // The relay of the other replica may have read the outbox before the commit that woke this one.
                LockSupport.parkNanos(UNTIL_LOCK_IS_FREE.toNanos());
            } else if (sent < settings.batch() && !woken) {
                LockSupport.parkNanos(settings.relayPoll().toNanos());
            }
        }
    }

    /** @return the number of acknowledged events, or {@link #LOCK_TAKEN} */
    private int relayBatch(KafkaProducer<String, byte[]> producer) throws SQLException {
        try (var connection = database.getConnection()) {
            if (!lock(connection)) {
                return LOCK_TAKEN;
            }
            var batch = next(connection);
            var acknowledged = sendAll(producer, batch);
            if (acknowledged.isEmpty() && !batch.isEmpty()) {
                throw new NothingSentException(batch.size());
            }
            delete(connection, acknowledged);
            if (batch.stream().anyMatch(Outgoing::republished)) {
                recordEndOfRepublication(connection);
            }
            metrics.counter("itf.eventing.sent").increment(acknowledged.size());
            return acknowledged.size();
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, ADVISORY_LOCK);
            try (var result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private List<Outgoing> next(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(NEXT)) {
            statement.setInt(1, settings.batch());
            try (var rows = statement.executeQuery()) {
                var batch = new ArrayList<Outgoing>();
                while (rows.next()) {
                    batch.add(read(rows));
                }
                return batch;
            }
        }
    }

    private Outgoing read(ResultSet row) throws SQLException {
        var headers = new EventHeaders(
                settings.source(),
                new AggregateKey(row.getString(3), row.getString(4)),
                row.getLong(5),
                row.getInt(6),
                row.getObject(2, UUID.class),
                row.getString(7),
                row.getTimestamp(12).toInstant(),
                row.getString(10),
                row.getString(11),
                row.getString(14));
        return new Outgoing(row.getLong(1), row.getString(8), headers, row.getString(9), row.getBoolean(13));
    }

    /** @return the positions of acknowledged events, without those after a failed event of the same aggregate */
    private List<Long> sendAll(KafkaProducer<String, byte[]> producer, List<Outgoing> batch) {
        var pending = new ArrayList<Future<RecordMetadata>>();
        for (var event : batch) {
            var sending = producer.send(KafkaRecords.write(event));
            pending.add(sending);
            if (isWithoutBroker(sending)) {
                break; // each further event would wait as long
            }
        }
        var acknowledged = new ArrayList<Long>();
        var failed = new HashSet<AggregateKey>();
        for (var i = 0; i < pending.size(); i++) {
            try {
                pending.get(i).get(KafkaClients.DELIVERY.toMillis() + 1_000, TimeUnit.MILLISECONDS);
                if (!failed.contains(batch.get(i).headers().aggregate())) {
                    acknowledged.add(batch.get(i).position());
                }
            } catch (ExecutionException | TimeoutException e) {
                failed.add(batch.get(i).headers().aggregate());
                LOG.warnf(
                        "Event %s was not acknowledged and is tried again: %s",
                        batch.get(i).headers().id(), e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return acknowledged;
            }
        }
        return acknowledged;
    }

    private static void recordEndOfRepublication(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
                update republication set ended_at = clock_timestamp()
                where ended_at is null and not exists (select from to_send where republished)
                """)) {
            if (statement.executeUpdate() > 0) {
                LOG.info("All events of the republication are sent.");
            }
        }
    }

    private static boolean isWithoutBroker(Future<RecordMetadata> sending) {
        return sending.isDone()
                && sending.state() == Future.State.FAILED
                && sending.exceptionNow() instanceof org.apache.kafka.common.errors.TimeoutException;
    }

    private static void delete(Connection connection, List<Long> positions) throws SQLException {
        if (positions.isEmpty()) {
            return;
        }
        Array array = connection.createArrayOf("bigint", positions.toArray());
        try (var statement = connection.prepareStatement("delete from to_send where position = any (?)")) {
            statement.setArray(1, array);
            statement.executeUpdate();
        }
    }
}
