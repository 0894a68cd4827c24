package hk.itf.infra.eventing.heads;

import hk.itf.infra.eventing.EventingSettings;
import hk.itf.infra.sql.PlainQuery;
import hk.itf.model.event.EventCodec;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Finds the streams of other services whose last events are lost on the way, or differ: they have been behind their published head for a
 * minute, although this service has read everything that was sent until then, and no event of theirs waits. Each is an alarm, in
 * the log and as a gauge. A republication by the source heals a loss.
 */
@ApplicationScoped
public class StreamsBehind {

    private static final Logger LOG = Logger.getLogger(StreamsBehind.class);

    private static final String FORGET_MATCHED = """
            delete from unmatched_head u using applied_sequence a
            where a.source = u.source and a.aggregate_type = u.aggregate_type and a.aggregate_id = u.aggregate_id
              and (a.sequence > u.sequence
                or a.sequence = u.sequence
                  and (case a.last_event_sequence when a.sequence then a.last_event_hash end <> u.hash) is not true)
            """;

    /** Events that wait have alarms of their own. */
    private static final String UNMATCHED = """
            select u.source, u.aggregate_type, u.aggregate_id, u.sequence, coalesce(a.sequence, 0), u.since, u.read_at
            from unmatched_head u
            left join applied_sequence a
              on a.source = u.source and a.aggregate_type = u.aggregate_type and a.aggregate_id = u.aggregate_id
            where u.since < clock_timestamp() - interval '1 minute'
              and not exists (select from waiting_event w
                              where w.aggregate_id = u.aggregate_id and w.source = u.source and w.aggregate_type = u.aggregate_type)
            order by u.since, u.source, u.aggregate_type, u.aggregate_id limit 200
            """;

    /**
     * A stream whose last events are missing here, or differ.
     *
     * @param type the type of the aggregate
     * @param id the id of the aggregate
     * @param published the number of the last event at the source
     * @param applied the number of the last event that this service has applied; the same as {@code published} when the events differ
     * @param since when the stream was first found behind
     */
    public record StreamBehindView(
            String source, String type, String id, long published, long applied, Instant since) {}

    private record Unmatched(StreamBehindView stream, Instant readAt) {}

    private final AgroalDataSource database;
    private final EventingSettings settings;
    private final ReadProgress progress;
    private volatile List<StreamBehindView> behind = List.of();

    StreamsBehind(AgroalDataSource database, EventingSettings settings, ReadProgress progress, MeterRegistry metrics) {
        this.database = database;
        this.settings = settings;
        this.progress = progress;
        metrics.gauge("itf.eventing.streams.behind", this, each -> each.behind.size());
    }

    /** The streams that the last check found behind, longest first, at most 200. */
    public List<StreamBehindView> list() {
        return behind;
    }

    @Scheduled(every = "60s", delayed = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void check() {
        if (!settings.enabled()) {
            return;
        }
        var unmatched = QuarkusTransaction.requiringNew().call(this::unmatched);
        try {
            report(unmatched.isEmpty() ? List.of() : withoutThoseOnTheirWay(unmatched));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("The broker did not say how far its topics are read: %s", e.getMessage());
        }
    }

    private List<Unmatched> unmatched() {
        PlainQuery.of(database, FORGET_MATCHED + " returning u.sequence").list(row -> row.number(1));
        return PlainQuery.of(database, UNMATCHED)
                .list(row -> new Unmatched(
                        new StreamBehindView(
                                row.text(1), row.text(2), row.text(3), row.number(4), row.number(5), row.instant(6)),
                        row.instant(7)));
    }

    private List<StreamBehindView> withoutThoseOnTheirWay(List<Unmatched> unmatched)
            throws InterruptedException, ExecutionException, TimeoutException {
        var lost = new ArrayList<StreamBehindView>();
        for (var topic : settings.listensTo()) {
            var ofTopic = unmatched.stream()
                    .filter(each -> EventCodec.sourceOf(topic)
                            .equals(Optional.of(each.stream().source())))
                    .toList();
            var newest = ofTopic.stream().map(Unmatched::readAt).max(Instant::compareTo);
            if (newest.isPresent() && progress.hasRead(topic, newest.get())) {
                ofTopic.forEach(each -> lost.add(each.stream()));
            }
        }
        return List.copyOf(lost);
    }

    private void report(List<StreamBehindView> found) {
        if (found.equals(behind)) {
            return; // reported before
        }
        behind = found;
        if (found.isEmpty()) {
            LOG.info("No stream is behind its head any more.");
        }
        for (var each : found) {
            LOG.errorf(
                    "The stream %s of %s/%s is behind: event %d is its last, event %d is applied. Send the events of %s again.",
                    each.source(), each.type(), each.id(), each.published(), each.applied(), each.source());
        }
    }
}
