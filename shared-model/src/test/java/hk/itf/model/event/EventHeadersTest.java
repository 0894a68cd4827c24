package hk.itf.model.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.json.Sha256;
import java.time.Instant;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventHeadersTest {

    private static final EventHeaders HEADERS = EventHeaders.of(
            "applications",
            AggregateKey.grant("0193f1a2-0000-7000-8000-000000000001"),
            7,
            "itf.application.withdrawn.v1",
            Instant.parse("2026-11-22T04:00:00Z"));

    @Test
    void writesCloudEventAttributes() {
        assertThat(HEADERS.toMap())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", HEADERS.id().toString())
                .containsEntry("ce_source", "urn:itf:applications")
                .containsEntry("ce_type", "itf.application.withdrawn.v1")
                .containsEntry("ce_subject", "0193f1a2-0000-7000-8000-000000000001")
                .containsEntry("ce_time", "2026-11-22T04:00:00Z")
                .containsEntry("ce_aggregatetype", "grant")
                .containsEntry("ce_sequence", "7")
                .containsEntry("ce_epoch", "1")
                .containsEntry("content-type", "application/json")
                .containsEntry("ce_predecessorhash", EventHash.NONE)
                .hasSize(11);
    }

    @Test
    void readsWhatItWrote() {
        assertThat(EventHeaders.read(HEADERS.toMap()::get))
                .isEqualTo(new EventHeaders(
                        HEADERS.source(),
                        HEADERS.aggregate(),
                        HEADERS.sequence(),
                        HEADERS.epoch(),
                        HEADERS.id(),
                        HEADERS.type(),
                        null,
                        null,
                        null,
                        EventHash.NONE));
    }

    @Test
    void namesHashOfPredecessor() {
        var hash = EventHash.of(EventHash.NONE, 1, Sha256.of("content"));
        var headers = new HashMap<>(HEADERS.toMap());
        headers.put("ce_predecessorhash", hash);
        var read = EventHeaders.read(headers::get);
        assertThat(read.predecessorHash()).isEqualTo(hash);
        assertThat(read.toMap()).containsEntry("ce_predecessorhash", hash);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ce_id", "ce_source", "ce_type", "ce_subject", "ce_aggregatetype", "ce_sequence", "ce_epoch"})
    void refusesMissingMandatoryHeader(String name) {
        var headers = new HashMap<>(HEADERS.toMap());
        headers.remove(name);
        assertThatThrownBy(() -> EventHeaders.read(headers::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_source, urn:elsewhere:applications",
        "ce_sequence, 0",
        "ce_sequence, seven",
        "ce_epoch, first",
        "ce_id, 7",
        "ce_predecessorhash, 7",
        "ce_subject, ' '"
    })
    void refusesMalformedHeader(String name, String value) {
        var headers = new HashMap<>(HEADERS.toMap());
        headers.put(name, value);
        assertThatThrownBy(() -> EventHeaders.read(headers::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @Test
    void refusesOversizedHeader() {
        var headers = new HashMap<>(HEADERS.toMap());
        headers.put("ce_subject", "x".repeat(257));
        assertThatThrownBy(() -> EventHeaders.read(headers::get)).isInstanceOf(IllegalArgumentException.class);
    }
}
