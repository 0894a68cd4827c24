package hk.itf.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.sql.PlainQuery;
import hk.itf.infra.testkit.StackResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = {@ResourceArg(name = "service", value = "sample"), @ResourceArg(name = "broker", value = "none")})
class PlainQueryTest {

    private final UUID id = new UUID(0, 7);
    private final LocalDate day = LocalDate.of(2026, 12, 1);
    private final Instant now = Instant.parse("2026-12-01T04:00:00.123456Z");

    @Inject
    AgroalDataSource database;

    private record Values(UUID id, LocalDate day, Instant now, String text, long number, boolean flag) {}

    @Test
    void setsNamedParametersAndReadsEachType() {
        var sql = """
                select cast(:id as uuid), cast(:day as date), cast(:now as timestamptz), :text || ' ' || :text,
                  cast(:number as bigint), :number > 6 and '2026-12-01 04:00:00'::timestamp is not null
                """;
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> PlainQuery.of(database, sql)
                                .set("id", id)
                                .set("day", day)
                                .set("now", now)
                                .set("text", "seven")
                                .set("number", 7)
                                .list(row -> new Values(
                                        row.uuid(1),
                                        row.date(2),
                                        row.instant(3),
                                        row.text(4),
                                        row.number(5),
                                        row.flag(6)))))
                .isEqualTo(List.of(new Values(id, day, now, "seven seven", 7, true)));
    }

    @Test
    void readsNumbersOfAnyWidthAndParametersWithDigits() {
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> PlainQuery.of(database, "select cast(:sha256 as int), cast(:sha2 as smallint)")
                                .set("sha256", 256)
                                .set("sha2", 2)
                                .list(row -> row.number(1) + row.number(2))))
                .isEqualTo(List.of(258L));
    }
}
