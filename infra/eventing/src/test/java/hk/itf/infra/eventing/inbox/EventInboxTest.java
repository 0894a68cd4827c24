package hk.itf.infra.eventing.inbox;

import static hk.itf.infra.eventing.SampleEvents.awardCommitted;
import static hk.itf.infra.eventing.SampleEvents.offerAccepted;
import static hk.itf.infra.eventing.SampleEvents.offerMade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.infra.eventing.SampleDatabase;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.event.DomainEvent;
import hk.itf.model.event.EventCodec;
import hk.itf.model.event.EventHash;
import hk.itf.model.event.EventHeaders;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.Uuids;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Batches of events in one transaction: which of them are stored as waiting, and which sequences are recorded. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "sample"))
class EventInboxTest {

    private final GrantId grant = GrantId.next();
    private final GrantId other = GrantId.next();
    private final Map<String, IncomingEvent> events = new HashMap<>();

    @Inject
    EventInbox inbox;

    @Inject
    AgroalDataSource pool;

    @Inject
    SampleDatabase database;

    @Test
    void storesNoWaitingEventWhenAllApplyAtOnce() {
        var stored = receive(
                event("applications", 1, offerMade(grant)),
                event("applications", 2, offerAccepted(grant)),
                event("disbursement", 1, awardCommitted(grant)),
                event("applications", 1, offerMade(other)));

        assertThat(stored).isZero();
        assertThat(database.appliedTo(grant)).isEqualTo(3);
        assertThat(database.appliedTo(other)).isEqualTo(1);
    }

    @Test
    void ignoresRepetitionInSameAndLaterBatch() {
        var made = event("applications", 1, offerMade(grant));
        var accepted = event("applications", 2, offerAccepted(grant));
        assertThat(receive(made, made, accepted)).isZero();
        assertThat(receive(accepted, made)).isZero();
        assertThat(database.appliedTo(grant)).isEqualTo(2);
    }

    @Test
    void storesEarlyAndGapEventsUntilTheyApply() {
        var stored = receive(
                event("disbursement", 1, awardCommitted(grant)), event("applications", 2, offerAccepted(grant)));
        assertThat(stored).isEqualTo(2);
        assertThat(database.waitingStates(grant)).containsExactlyInAnyOrder("EARLY", "GAP");

        receive(event("applications", 1, offerMade(grant)));
        assertThat(database.waitingStates(grant)).isEmpty();
        assertThat(database.appliedTo(grant)).isEqualTo(3);
    }

    @Test
    void recordsSequencesOfCompleteBatchOnly() {
        var broken =
                new IncomingEvent(event("applications", 2, offerAccepted(grant)).headers(), "{", null);
        assertThatThrownBy(() -> receive(event("applications", 1, offerMade(grant)), broken))
                .hasRootCauseInstanceOf(Exception.class);
        assertThat(database.appliedTo(grant)).isZero();

        receive(event("applications", 1, offerMade(grant)), event("applications", 2, offerAccepted(grant)));
        assertThat(database.appliedTo(grant)).isEqualTo(2);
    }

    /** Receives a batch. Returns the number of rows that the transaction inserted into {@code waiting_event}. */
    private long receive(IncomingEvent... batch) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var before = insertedWaitingEvents(); // of earlier transactions of the connection
            inbox.receive(List.of(batch));
            return insertedWaitingEvents() - before;
        });
    }

    private long insertedWaitingEvents() throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select n_tup_ins from pg_stat_xact_user_tables where relname = 'waiting_event'")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The same event for the same number, behind the one with the number before. */
    private IncomingEvent event(String source, long sequence, DomainEvent event) {
        var key = source + event.aggregate() + sequence;
        var known = events.get(key);
        if (known != null) {
            return known;
        }
        var predecessor = sequence == 1
                ? EventHash.NONE
                : event(source, sequence - 1, offerMade(grant)).hash();
        var type = EventCodec.typeOf(event.getClass());
        var created = new IncomingEvent(
                new EventHeaders(
                        source,
                        event.aggregate(),
                        sequence,
                        1,
                        Uuids.next(),
                        type,
                        Instant.EPOCH,
                        null,
                        null,
                        predecessor),
                EventCodec.encode(event),
                event);
        events.put(key, created);
        return created;
    }
}
