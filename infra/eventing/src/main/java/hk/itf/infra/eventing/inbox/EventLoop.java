package hk.itf.infra.eventing.inbox;

import hk.itf.infra.eventing.EventingSettings;
import hk.itf.infra.eventing.Failures;
import hk.itf.infra.eventing.KafkaClients;
import hk.itf.infra.eventing.heads.HeadsComparison;
import hk.itf.infra.eventing.inbox.EventDelivery.NotAppliedException;
import hk.itf.infra.eventing.inbox.LoopTransactions.StoppedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Polls the topics of this service with one Kafka consumer. A batch is one transaction. After a failure its events are
 * applied one by one, and an event that cannot be applied is parked; a record that is no event is set aside. Lost connections,
 * deadlocks, timeouts and stale versions are retried without a limit. Offsets are committed twice a second, or when no event
 * follows: they only shorten the next start, because the applied sequences in the database tell which events are new. Topics that an
 * operator has paused are not polled. Between two polls the loop tries the waiting events that something has woken.
 */
@ApplicationScoped
public class EventLoop {

    private static final Logger LOG = Logger.getLogger(EventLoop.class);
    private static final Duration LONGEST_POLL = Duration.ofMillis(500);
    private static final Duration READ_PAUSES_EVERY = Duration.ofMillis(500);
    private static final Duration COMMIT_OFFSETS_EVERY = Duration.ofMillis(500);
    private static final Duration COMMIT_OFFSETS_AFTER_SILENCE = Duration.ofMillis(50);

    private final EventInbox inbox;
    private final EventReader reader;
    private final SetAsideRecords setAside;
    private final HeadsComparison heads;
    private final WaitingEventsRetry retry;
    private final KafkaClients kafka;
    private final EventingSettings settings;
    private final Intake intake;
    private final LoopTransactions transactions;
    private final LoopProgress progress;
    private volatile boolean running;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private volatile @Nullable Thread thread;

    EventLoop(
            EventInbox inbox,
            EventReader reader,
            SetAsideRecords setAside,
            HeadsComparison heads,
            WaitingEventsRetry retry,
            LoopTransactions transactions,
            LoopProgress progress,
            KafkaClients kafka,
            EventingSettings settings,
            Intake intake) {
        this.inbox = inbox;
        this.reader = reader;
        this.setAside = setAside;
        this.heads = heads;
        this.retry = retry;
        this.transactions = transactions;
        this.progress = progress;
        this.kafka = kafka;
        this.settings = settings;
        this.intake = intake;
    }

    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("event-loop").start(this::run);
    }

    public void stop() throws InterruptedException {
        running = false;
        transactions.stop();
        var polling = consumer;
        if (polling != null) {
            polling.wakeup();
        }
        var stopping = thread;
        if (stopping != null) {
            stopping.join(15_000);
        }
    }

    public boolean alive() {
        var current = thread;
        return current != null && current.isAlive();
    }

    private void run() {
        while (running) {
            progress.turned();
            if (!hasTopics()) {
                continue;
            }
            try (var polling = kafka.consumer()) {
                consumer = polling;
                polling.subscribe(readableTopics(), new PauseOnAssignment(() -> applyPauses(polling)));
                poll(polling);
            } catch (WakeupException | StoppedException stopping) {
                LOG.debug("the event loop stops; uncommitted records are polled again after the next start");
            } catch (RuntimeException e) {
                progress.restarted();
                if (e instanceof TopicAuthorizationException forbidden) {
                    heads.leaveOut(forbidden.unauthorizedTopics());
                }
                LOG.errorf(e, "The event loop failed. It starts again in a second.");
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            } finally {
                consumer = null;
            }
        }
    }

    private List<String> readableTopics() {
        return Stream.concat(settings.listensTo().stream(), heads.readableTopics().stream())
                .toList();
    }

    /** Whether all topics exist. A broker that does not answer is no failure of the loop: there is nothing to read. */
    private boolean hasTopics() {
        try {
            kafka.ensureTopics(settings.listensTo(), null);
            return true;
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException noAnswer) {
            LOG.warn("The broker does not answer. The event loop tries again in a second.");
        } catch (RuntimeException e) {
            progress.restarted();
            LOG.errorf(e, "The topics cannot be read. The event loop starts again in a second.");
        }
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        return false;
    }

    private void poll(KafkaConsumer<byte[], byte[]> polling) {
        var lastPauses = System.nanoTime() - READ_PAUSES_EVERY.toNanos();
        var lastCommit = System.nanoTime();
        var processed = new HashMap<TopicPartition, OffsetAndMetadata>();
        while (running) {
            progress.turned();
            if (System.nanoTime() - lastPauses >= READ_PAUSES_EVERY.toNanos()) {
                lastPauses = System.nanoTime();
                applyPauses(polling);
            }
            var records = polling.poll(processed.isEmpty() ? LONGEST_POLL : COMMIT_OFFSETS_AFTER_SILENCE);
            if (!records.isEmpty()) {
                process(read(records));
                processed.putAll(records.nextOffsets());
                progress.handledBatch();
            }
            if (!processed.isEmpty()
                    && (records.isEmpty() || System.nanoTime() - lastCommit >= COMMIT_OFFSETS_EVERY.toNanos())) {
                lastCommit = System.nanoTime();
                polling.commitAsync(Map.copyOf(processed), null);
                processed.clear();
            }
            retry.run();
        }
    }

    /** Reads the pauses from the database, so that they hold on all replicas and after a restart. */
    private void applyPauses(KafkaConsumer<byte[], byte[]> polling) {
        transactions.untilDone(intake::read);
        var paused = intake.inForce();
        var assigned = polling.assignment();
        polling.pause(
                assigned.stream().filter(each -> paused.contains(each.topic())).toList());
        polling.resume(
                assigned.stream().filter(each -> !paused.contains(each.topic())).toList());
    }

    /** Reads the events of a poll, sets the records aside that are none, and compares the heads of streams. */
    private List<Received> read(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        var received = new ArrayList<Received>();
        for (var record : records) {
            if (heads.isAbout(record)) {
                compareHeads(record);
                continue;
            }
            try {
                received.add(new Received(record, reader.read(record)));
            } catch (NotAnEventException e) {
                setAside(record, String.valueOf(e.getMessage()));
            }
        }
        return received;
    }

    /** The sources repeat their heads every night, so that a record that cannot be read is not kept. */
    private void compareHeads(ConsumerRecord<byte[], byte[]> record) {
        try {
            transactions.untilDone(() -> heads.compare(record));
        } catch (StoppedException stopping) {
            throw stopping;
        } catch (RuntimeException e) {
            LOG.errorf(
                    "%s-%d@%d is skipped, because it is not the heads of streams: %s",
                    record.topic(), record.partition(), record.offset(), Failures.reason(e));
        }
    }

    private void setAside(ConsumerRecord<byte[], byte[]> record, String reason) {
        transactions.untilDone(() -> setAside.setAside(record, reason));
    }

    private void process(List<Received> received) {
        var events = received.stream().map(Received::event).toList();
        try {
            transactions.once(() -> inbox.receive(events));
        } catch (RuntimeException batchFailed) {
            LOG.debugf(batchFailed, "a batch of %d events failed; its events are applied one by one", events.size());
            received.forEach(this::processAlone);
        }
    }

    /**
     * Returns when the event is applied, waits or is parked. Throws when the service stops, so that no offset is
     * committed.
     */
    private void processAlone(Received received) {
        var event = received.event();
        while (true) {
            try {
                transactions.untilDone(() -> inbox.receive(List.of(event)));
                return;
            } catch (StoppedException stopping) {
                throw stopping;
            } catch (ContestedNumberException contested) {
                LOG.errorf("%s %s: %s.", event.type(), event.aggregate(), contested.getMessage());
                transactions.untilDone(() -> {
                    inbox.parkContested(event);
                    setAside.setAside(received.record(), String.valueOf(contested.getMessage()));
                });
                return;
            } catch (RuntimeException e) {
                // A failure of the commit names no event. It belongs to the one event of this transaction.
                var failed = e instanceof NotAppliedException notApplied ? notApplied.event() : event;
                LOG.errorf(
                        e, "%s %s is parked; later events of the aggregate wait.", failed.type(), failed.aggregate());
                park(failed, received, Failures.reason(e));
                if (failed.equals(event)) {
                    return;
                }
            }
        }
    }

    /** Parks the failed event; sets the record of this event aside when the database refuses even that. */
    private void park(IncomingEvent failed, Received received, String reason) {
        try {
            transactions.untilDone(() -> inbox.park(failed, reason));
        } catch (StoppedException stopping) {
            throw stopping;
        } catch (RuntimeException e) {
            if (!failed.equals(received.event())) {
                throw e;
            }
            LOG.errorf(e, "%s %s cannot be stored as parked.", failed.type(), failed.aggregate());
            setAside(received.record(), "the event cannot be stored: " + Failures.reason(e));
        }
    }

    /** A record, and the event that it is. */
    private record Received(ConsumerRecord<byte[], byte[]> record, IncomingEvent event) {}

    /** Pauses newly assigned partitions at once: they start unpaused, and the same poll would return their records. */
    private record PauseOnAssignment(Runnable applyPauses) implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // Nothing to do. The next owner of the partition reads a few events again, and skips them as duplicates.
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            applyPauses.run();
        }
    }
}
