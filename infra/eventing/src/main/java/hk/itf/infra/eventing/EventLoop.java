package hk.itf.infra.eventing;

import hk.itf.infra.eventing.EventInbox.NotAppliedException;
import hk.itf.infra.eventing.KafkaRecords.NotAnEventException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Polls the topics of this service with one Kafka consumer. A batch is one transaction. After a failure its events are
 * applied one by one, and an event that cannot be applied is parked. Lost connections, deadlocks, timeouts and stale
 * versions are retried without a limit. Offsets are committed twice a second, or when no event follows: they only shorten the
 * next start, because the applied sequences in the database tell which events are new. Topics that an operator has paused are
 * not polled.
 */
@ApplicationScoped
class EventLoop {

    private static final Logger LOG = Logger.getLogger(EventLoop.class);
    private static final Duration READ_PAUSES_EVERY = Duration.ofMillis(500);
    private static final Duration COMMIT_OFFSETS_EVERY = Duration.ofMillis(500);
    private static final Duration COMMIT_OFFSETS_AFTER_SILENCE = Duration.ofMillis(50);

    private final EventInbox inbox;
    private final EventStore store;
    private final KafkaClients kafka;
    private final EventingSettings settings;
    private final Intake intake;
    private volatile boolean running;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private volatile @Nullable Thread thread;

    EventLoop(EventInbox inbox, EventStore store, KafkaClients kafka, EventingSettings settings, Intake intake) {
        this.inbox = inbox;
        this.store = store;
        this.kafka = kafka;
        this.settings = settings;
        this.intake = intake;
    }

    void start() {
        running = true;
        thread = Thread.ofPlatform().name("event-loop").start(this::run);
    }

    void stop() throws InterruptedException {
        running = false;
        var polling = consumer;
        if (polling != null) {
            polling.wakeup();
        }
        var stopping = thread;
        if (stopping != null) {
            stopping.join(15_000);
        }
    }

    boolean alive() {
        var current = thread;
        return current != null && current.isAlive();
    }

    private void run() {
        while (running) {
            try (var polling = kafka.consumer()) {
                consumer = polling;
                kafka.ensureTopics(settings.listensTo());
                polling.subscribe(settings.listensTo(), new PauseOnAssignment(polling));
                poll(polling);
            } catch (WakeupException | StoppedException stopping) {
                LOG.debug("the event loop stops; uncommitted records are polled again after the next start");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                LOG.errorf(e, "The event loop failed. It starts again in a second.");
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            } finally {
                consumer = null;
            }
        }
    }

    private void poll(KafkaConsumer<String, byte[]> polling) throws SQLException {
        var longestPoll =
                settings.retryEarly().compareTo(READ_PAUSES_EVERY) < 0 ? settings.retryEarly() : READ_PAUSES_EVERY;
        var lastRetry = System.nanoTime();
        var lastPauses = lastRetry - READ_PAUSES_EVERY.toNanos();
        var lastCommit = lastRetry;
        var processed = new HashMap<TopicPartition, OffsetAndMetadata>();
        while (running) {
            if (System.nanoTime() - lastPauses >= READ_PAUSES_EVERY.toNanos()) {
                lastPauses = System.nanoTime();
                applyPauses(polling);
            }
            var records = polling.poll(processed.isEmpty() ? longestPoll : COMMIT_OFFSETS_AFTER_SILENCE);
            if (!records.isEmpty()) {
                var events = new ArrayList<IncomingEvent>();
                for (var each : records) {
                    read(each, events);
                }
                process(events);
                processed.putAll(records.nextOffsets());
            }
            if (!processed.isEmpty()
                    && (records.isEmpty() || System.nanoTime() - lastCommit >= COMMIT_OFFSETS_EVERY.toNanos())) {
                lastCommit = System.nanoTime();
                polling.commitAsync(Map.copyOf(processed), null);
                processed.clear();
            }
            if (System.nanoTime() - lastRetry > settings.retryEarly().toNanos()) {
                lastRetry = System.nanoTime();
                retryEarly();
            }
        }
    }

    /** Reads the pauses from the database, so that they hold on all replicas and after a restart. */
    private void applyPauses(KafkaConsumer<String, byte[]> polling) {
        retryPassingFailures(intake::read);
        var paused = intake.inForce();
        var assigned = polling.assignment();
        polling.pause(
                assigned.stream().filter(each -> paused.contains(each.topic())).toList());
        polling.resume(
                assigned.stream().filter(each -> !paused.contains(each.topic())).toList());
    }

    private void read(ConsumerRecord<String, byte[]> record, List<IncomingEvent> events) {
        try {
            events.add(KafkaRecords.read(record));
        } catch (NotAnEventException e) {
            LOG.errorf(
                    "%s-%d@%d is not an event: %s",
                    record.topic(), record.partition(), record.offset(), e.getMessage());
            retryPassingFailures(() -> store.unreadable(
                    record.topic(), record.partition(), record.offset(), String.valueOf(e.getMessage())));
        }
    }

    private void process(List<IncomingEvent> events) {
        try {
            inTransaction(() -> inbox.receive(events));
        } catch (RuntimeException batchFailed) {
            LOG.debugf(batchFailed, "a batch of %d events failed; its events are applied one by one", events.size());
            events.forEach(this::processAlone);
        }
    }

    /**
     * Returns when the event is applied, waits or is parked. Throws when the service stops, so that no offset is
     * committed.
     */
    private void processAlone(IncomingEvent event) {
        while (true) {
            try {
                retryPassingFailures(() -> inbox.receive(List.of(event)));
                return;
            } catch (StoppedException stopping) {
                throw stopping;
            } catch (RuntimeException e) {
                // A failure of the commit names no event. It belongs to the one event of this transaction.
                var failed = e instanceof NotAppliedException notApplied ? notApplied.event() : event;
                LOG.errorf(
                        e, "%s %s is parked; later events of the aggregate wait.", failed.type(), failed.aggregate());
                retryPassingFailures(() -> inbox.park(failed, reason(e)));
                if (failed.equals(event)) {
                    return;
                }
            }
        }
    }

    private void retryEarly() throws SQLException {
        try {
            inTransaction(inbox::retryEarly);
        } catch (NotAppliedException e) {
            if (!Failures.passing(e)) {
                retryPassingFailures(() -> inbox.park(e.event(), reason(e)));
            }
        }
    }

    private static String reason(Throwable e) {
        var root = Failures.root(e);
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    /** Repeats the work after passing failures, and throws other failures. */
    private void retryPassingFailures(Work work) {
        var pause = 50L;
        while (true) {
            try {
                inTransaction(work);
                return;
            } catch (RuntimeException e) {
                if (!Failures.passing(e)) {
                    throw e;
                }
                if (!running) {
                    throw new StoppedException(e);
                }
                LOG.warnf(
                        "Failed, next attempt in %d ms: %s",
                        pause, Failures.root(e).getMessage());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
                pause = Math.min(pause * 2, 2_000);
            }
        }
    }

    private static void inTransaction(Work work) {
        QuarkusTransaction.requiringNew().timeout(14).call(() -> {
            work.run();
            return true;
        });
    }

    /** Pauses newly assigned partitions at once: they start unpaused, and the same poll would return their records. */
    private final class PauseOnAssignment implements ConsumerRebalanceListener {

        private final KafkaConsumer<String, byte[]> polling;

        private PauseOnAssignment(KafkaConsumer<String, byte[]> polling) {
            this.polling = polling;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // Nothing to do. Whoever gets the partition reads a few events again, and skips them as duplicates.
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            applyPauses(polling);
        }
    }

    /** The service stops during the retries of a passing failure. */
    private static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private StoppedException(Throwable unfinished) {
            super("stopped while retrying", unfinished);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }
}
