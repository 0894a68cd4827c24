package hk.itf.infra.eventing.inbox;

import hk.itf.infra.eventing.inbox.EventStore.Applied;
import hk.itf.infra.eventing.inbox.EventStore.Stream;
import hk.itf.infra.testkit.MillionRows;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.event.AggregateKey;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The statements of the event loop read the rows of their events, whatever the tables of events hold. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "sample"))
class EventReadsTest {

    /** The aggregates whose last applied sequence is 5, in {@code platform-rows.sql}. */
    private final List<Stream> batch =
            IntStream.rangeClosed(1, 200).mapToObj(EventReadsTest::stream).toList();

    @Inject
    MillionRows rows;

    @Inject
    EventStore store;

    @Inject
    WaitingEvents waiting;

    @Inject
    WakeUps wakeUps;

    @Test
    void readsStreamsOfBatchByKey() {
        assertReads(1_000, () -> store.streams(batch));
    }

    @Test
    void advancesStreamsOfBatchByKey() {
        var before =
                batch.stream().collect(Collectors.toMap(Function.identity(), stream -> new Applied(5, 1, null, null)));
        var advanced =
                batch.stream().collect(Collectors.toMap(Function.identity(), stream -> new Applied(6, 1, null, null)));
        assertReads(1_000, () -> store.advance(advanced, before));
    }

    @Test
    void looksWaitingEventsUpByAggregate() {
        assertReads(10, () -> waiting.heads(MillionRows.id(1, 2000).toString()));
        assertReads(10, () -> store.applied("applications", batch.getFirst().aggregate()));
    }

    @Test
    void findsHeadsBehindWhichThousandsWait() {
        assertReads(20, () -> waiting.heads(MillionRows.id(1, 5000).toString()));
    }

    @Test
    void findsWokenEventsAmongWaitingOnes() {
        assertReads(10, () -> wakeUps.woken(100));
        assertReads(10, () -> wakeUps.wakeKnown(Set.of("itf.application.offer-made.v1"), 100));
        assertReads(10, () -> wakeUps.wake(List.of(AggregateKey.scheme("no-one-waits-for-it"))));
    }

    @Test
    void sweepsFewOfManyStuckEvents() {
        assertReads(500, () -> wakeUps.longestUntried(100));
    }

    @Test
    void listsPageOfWaitingEvents() {
        assertReads(400, () -> waiting.longest(WaitingState.PARKED, 200));
    }

    private void assertReads(int most, Work work) {
        rows.assertReads(most, () -> {
            try {
                work.run();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Stream stream(int number) {
        return new Stream(
                "applications",
                new AggregateKey("grant", MillionRows.id(1, number).toString()));
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }
}
