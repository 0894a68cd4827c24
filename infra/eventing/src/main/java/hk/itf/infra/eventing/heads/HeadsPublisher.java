package hk.itf.infra.eventing.heads;

import hk.itf.infra.clock.HongKong;
import hk.itf.infra.eventing.EventingSettings;
import hk.itf.infra.eventing.KafkaClients;
import hk.itf.infra.eventing.heads.StreamHeads.Head;
import hk.itf.model.json.Json;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/**
 * Publishes the heads of all streams of this service, every night and after a start, in chunks. One replica does so at a time, and not
 * again within an hour. Streams whose last event is not sent yet are left out. A publication that fails is repeated after the next start,
 * or the next night; a gauge tells how long ago the last one ended.
 */
@ApplicationScoped
public class HeadsPublisher {

    private static final Logger LOG = Logger.getLogger(HeadsPublisher.class);
    private static final int CHUNK = 500;
    /** How long the broker keeps heads: they are published every night. */
    public static final Duration KEPT = Duration.ofDays(3);

    private static final String NEXT_CHUNK = """
            select e.aggregate_type, e.aggregate_id, e.last, case e.last_hash_sequence when e.last then e.last_hash end
            from event_stream e
            where (e.aggregate_type, e.aggregate_id) > (?, ?)
              and not exists (
                select from event_log l join to_send s using (position)
                where l.aggregate_type = e.aggregate_type and l.aggregate_id = e.aggregate_id and l.sequence = e.last
                  and not s.republished)
            order by e.aggregate_type, e.aggregate_id limit ?
            """;

    private final AgroalDataSource database;
    private final KafkaClients kafka;
    private final EventingSettings settings;

    HeadsPublisher(AgroalDataSource database, KafkaClients kafka, EventingSettings settings) {
        this.database = database;
        this.kafka = kafka;
        this.settings = settings;
    }

    /** Publishes in a thread of its own, so that the start of the service does not wait. */
    public void publishSoon() {
        Thread.ofVirtual().name("heads-after-start").start(this::nightly);
    }

    @Scheduled(cron = "0 0 4 * * ?", timeZone = HongKong.ZONE_ID)
    void nightly() {
        if (!settings.enabled() || !claim()) {
            return;
        }
        try {
            LOG.infof("The heads of %d streams are published.", publish());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.errorf("The heads of the streams were not published: %s", e.getMessage());
            update("set begun_at = '-infinity'");
        }
    }

    /** Publishes the heads of all streams, and returns their number. */
    public int publish() throws InterruptedException, ExecutionException, TimeoutException {
        var topic = StreamHeads.topicOf(settings.source());
        kafka.ensureTopics(List.of(topic), KEPT);
        var published = 0;
        try (var producer = kafka.producer()) {
            var last = new Head("", "", 0, null);
            while (true) {
                var chunk = chunkAfter(last);
                if (chunk.heads().isEmpty()) {
                    update("set ended_at = clock_timestamp()");
                    return published;
                }
                producer.send(new ProducerRecord<>(
                                topic,
                                chunk.heads().getFirst().id(),
                                Json.write(chunk).getBytes(StandardCharsets.UTF_8)))
                        .get(KafkaClients.DELIVERY.toSeconds() * 2, TimeUnit.SECONDS);
                published += chunk.heads().size();
                last = chunk.heads().getLast();
            }
        }
    }

    /** Whether this replica publishes; false when another one does, or somebody did within the last hour. */
    private boolean claim() {
        return update("set begun_at = clock_timestamp() where begun_at < clock_timestamp() - interval '1 hour'");
    }

    private boolean update(String change) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                return statement.executeUpdate("update heads_publication " + change) == 1;
            }
        });
    }

    private StreamHeads chunkAfter(Head last) {
        return QuarkusTransaction.requiringNew().call(() -> read(last));
    }

    private StreamHeads read(Head last) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(NEXT_CHUNK)) {
            statement.setString(1, last.type());
            statement.setString(2, last.id());
            statement.setInt(3, CHUNK);
            var heads = new ArrayList<Head>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    heads.add(new Head(rows.getString(1), rows.getString(2), rows.getLong(3), rows.getString(4)));
                }
            }
            return new StreamHeads(now(connection).orElseThrow(), heads);
        }
    }

    private static Optional<Instant> now(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            return row.next() ? Optional.of(row.getTimestamp(1).toInstant()) : Optional.empty();
        }
    }
}
