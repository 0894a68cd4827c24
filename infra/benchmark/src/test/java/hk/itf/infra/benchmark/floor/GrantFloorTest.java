package hk.itf.infra.benchmark.floor;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.benchmark.floor.RowChange.Kind;
import hk.itf.infra.local.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GrantFloorTest {

    private static final String GRANT = "01a22302-0000-7000-8000-000000000001";
    private static final String ORGANISATION = "01a22302-0000-7000-8000-000000000002";
    private static final String OTHER = "01a22302-0000-7000-8000-000000000003";
    private static final String ENVELOPE = "01a22302-0000-7000-8000-000000000004";

    private static final CapturedTransaction DRAFT = transaction(
            insert("application", Map.of("id", GRANT, "organisation_id", ORGANISATION)),
            insert("event_log", Map.of("position", "70", "body", "{\"grant\": \"" + GRANT + "\"}")));
    private static final CapturedTransaction SENT = transaction(delete("to_send", Map.of("position", "70")));
    private static final CapturedTransaction COMMITTED = transaction(
            update("envelope", Map.of("id", ENVELOPE, "free", "1"), Map.of("id", ENVELOPE, "free", "2")),
            insert("award", Map.of("grant_id", GRANT, "envelope_id", ENVELOPE)));
    private static final CapturedTransaction FOREIGN = transaction(insert("notice", Map.of("id", OTHER)));

    @Test
    void keepsTransactionsOfCapturedGrantAlone() {
        assertThat(GrantFloor.ofGrant(List.of(DRAFT, FOREIGN, SENT, COMMITTED)))
                .containsExactly(DRAFT, SENT, COMMITTED);
    }

    @Test
    void replacesIdentifiersOfInsertedRowsAlone() {
        var fresh = FreshValues.of(List.of(DRAFT, SENT, COMMITTED));

        assertThat(fresh.contains(GRANT)).isTrue();
        assertThat(fresh.contains(ORGANISATION)).isTrue();
        assertThat(fresh.contains(ENVELOPE)).isFalse();
        assertThat(fresh.split("a " + GRANT + " b"))
                .containsExactly(
                        new FreshValues.Part("a ", false),
                        new FreshValues.Part(GRANT, true),
                        new FreshValues.Part(" b", false));
        assertThat(FreshValues.another(GRANT)).hasSize(36).isNotEqualTo(GRANT);
        assertThat(FreshValues.another("RTH-2026-000123")).startsWith("RTH-").isNotEqualTo("RTH-2026-000123");
    }

    @Test
    void writesTransactionAsOneFunction() {
        var step = StepWriter.write(
                transaction(
                        insert("event_log", Map.of("position", "70", "body", "it's " + GRANT)),
                        update("envelope", Map.of("id", ENVELOPE, "free", "1"), Map.of("id", ENVELOPE, "free", "2")),
                        delete("to_send", Map.of("position", "71"))),
                "step_1",
                columns(),
                FreshValues.of(List.of(DRAFT, COMMITTED)),
                Map.of("event_log.position", 70L));

        assertThat(step.identifiers()).containsExactly(GRANT);
        assertThat(step.sql())
                .contains("create function bench_floor.step_1(fresh text[], counter bigint)")
                .contains("counter + 0")
                .contains("cast('it''s ' || fresh[1] as json)")
                .contains("update public.envelope set \"free\" = cast('1' as bigint) where \"id\" = cast('" + ENVELOPE
                        + "' as uuid);")
                .contains("delete from public.to_send where \"position\" = counter + 1;");
        assertThat(step.call()).isEqualTo("select bench_floor.step_1(?, ?)");
    }

    private static Map<String, Map<String, Column>> columns() {
        return Map.of(
                "event_log",
                Map.of(
                        "position", new Column("event_log", "position", "bigint", "event_log.position", false, true),
                        "body", new Column("event_log", "body", "json", null, false, false)),
                "envelope",
                Map.of(
                        "id", new Column("envelope", "id", "uuid", null, false, true),
                        "free", new Column("envelope", "free", "bigint", null, false, false)),
                "to_send",
                Map.of("position", new Column("to_send", "position", "bigint", "event_log.position", false, true)));
    }

    private static CapturedTransaction transaction(RowChange... changes) {
        return new CapturedTransaction(Service.APPLICATIONS, List.of(changes));
    }

    private static RowChange insert(String table, Map<String, String> after) {
        return new RowChange(Kind.INSERT, table, nullable(after), Map.of());
    }

    private static RowChange update(String table, Map<String, String> after, Map<String, String> before) {
        return new RowChange(Kind.UPDATE, table, nullable(after), nullable(before));
    }

    private static RowChange delete(String table, Map<String, String> before) {
        return new RowChange(Kind.DELETE, table, Map.of(), nullable(before));
    }

    private static Map<String, @Nullable String> nullable(Map<String, String> values) {
        return new HashMap<>(values);
    }
}
