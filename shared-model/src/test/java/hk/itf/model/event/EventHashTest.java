package hk.itf.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventHashTest {

    private static final EventHeaders FIRST = headers(1, EventHash.NONE);
    private static final String BODY = "{\"a\": 1}";

    @Test
    void coversEveryPartOfEventAndItsPredecessor() {
        var other = UUID.fromString("0193f1a2-0000-7000-8000-00000000000f");
        assertThat(new String[] {
                    EventHash.of(FIRST, BODY),
                    EventHash.of(FIRST, BODY + " "),
                    EventHash.of(headers(2, EventHash.NONE), BODY),
                    EventHash.of(headers(1, "a".repeat(64)), BODY),
                    EventHash.of(EventHash.NONE, 1, content(other, FIRST.type(), FIRST.aggregate())),
                    EventHash.of(EventHash.NONE, 1, content(FIRST.id(), "another.type", FIRST.aggregate())),
                    EventHash.of(EventHash.NONE, 1, content(FIRST.id(), FIRST.type(), AggregateKey.grant(other)))
                })
                .doesNotHaveDuplicates()
                .doesNotContainNull();
        assertThat(EventHash.of(FIRST, BODY)).isEqualTo(EventHash.of(FIRST, BODY));
    }

    @Test
    void isUnknownForEventThatDoesNotNameItsPredecessor() {
        assertThat(EventHash.of(headers(1, null), BODY)).isNull();
    }

    private static String content(UUID id, String type, AggregateKey aggregate) {
        return EventHash.ofContent(aggregate, id, type, BODY);
    }

    private static EventHeaders headers(long sequence, String predecessor) {
        return new EventHeaders(
                "applications",
                AggregateKey.grant("0193f1a2-0000-7000-8000-000000000001"),
                sequence,
                1,
                UUID.fromString("0193f1a2-0000-7000-8000-000000000002"),
                "itf.application.withdrawn.v1",
                Instant.EPOCH,
                null,
                null,
                predecessor);
    }
}
