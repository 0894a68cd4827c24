package hk.itf.infra.eventing.inbox;

import static hk.itf.infra.eventing.SampleEvents.awardCommitted;
import static hk.itf.infra.eventing.SampleEvents.offerAccepted;
import static hk.itf.infra.eventing.SampleEvents.offerMade;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import hk.itf.infra.eventing.SampleDatabase;
import hk.itf.infra.testkit.OtherService;
import hk.itf.infra.testkit.OtherService.Sent;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.event.AggregateKey;
import hk.itf.model.event.EventCodec;
import hk.itf.model.event.EventHeaders;
import hk.itf.model.id.GrantId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A topic can hold any bytes. Each record that is no event is set aside, and the next record is handled. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "sample"))
class OddRecordsTest {

    private static final String TOPIC = "itf.applications";
    private static final String RECORDS = "/operations/set-aside-records";

    private final OtherService applications = OtherService.named("applications");
    private final GrantId grant = GrantId.next();

    @TestHTTPResource(value = "/health/ready", management = true)
    URI readiness;

    @Inject
    SampleDatabase database;

    @Inject
    SetAsideRecords records;

    @AfterEach
    void closeService() {
        applications.close();
    }

    /** A record with one oddity, and what the reason says about it. */
    record Odd(String oddity, ProducerRecord<String, byte[]> kafka, String reason) {

        static Odd header(String name, byte @Nullable [] value, String reason) {
            var odd = valid(GrantId.next());
            odd.headers().remove(name).add(name, value);
            return new Odd(name + " " + reason, odd, reason);
        }

        @Override
        public String toString() {
            return oddity;
        }
    }

    static Stream<Odd> oddRecords() {
        var grant = GrantId.next();
        return Stream.of(
                new Odd("no key", rewritten(valid(grant), null, valid(grant).value()), "the key is null"),
                new Odd("no value", rewritten(valid(grant), grant.toString(), null), "the body is null"),
                new Odd("no headers", new ProducerRecord<>(TOPIC, grant.toString(), new byte[] {'x'}), "ce_source"),
                Odd.header("ce_correlationid", null, "the header ce_correlationid is null"),
                Odd.header("ce_correlationid", "a\u0000b".getBytes(UTF_8), "contains U+0000"),
                Odd.header("ce_correlationid", "x".repeat(257).getBytes(UTF_8), "ce_correlationid is malformed"),
                Odd.header("traceparent", "x".repeat(100_000).getBytes(UTF_8), "traceparent is malformed"),
                Odd.header("ce_subject", new byte[] {(byte) 0xff}, "the header ce_subject is not UTF-8"),
                Odd.header("ce_type", null, "the header ce_type is null"),
                Odd.header("ce_sequence", "9999999999999999999999".getBytes(UTF_8), "ce_sequence"),
                Odd.header("ce_source", "urn:itf:disbursement".getBytes(UTF_8), "may not send on the topic"),
                Odd.header("ce_source", "urn:itf:elsewhere".getBytes(UTF_8), "may not send on the topic"),
                Odd.header("ce_subject", GrantId.next().toString().getBytes(UTF_8), "the key is not"),
                Odd.header("ce_aggregatetype", "scheme".getBytes(UTF_8), "the headers are about scheme/"),
                new Odd(
                        "body about another grant",
                        rewritten(valid(grant), grant.toString(), body(GrantId.next())),
                        "the body is about"),
                new Odd("broken body", rewritten(valid(grant), grant.toString(), "{".getBytes(UTF_8)), "not readable"),
                new Odd(
                        "body that is not UTF-8",
                        rewritten(valid(grant), grant.toString(), new byte[] {'{', (byte) 0xc3, '}'}),
                        "the body is not UTF-8"),
                new Odd(
                        "body with U+0000",
                        rewritten(valid(grant), grant.toString(), new byte[] {'{', 0, '}'}),
                        "the body contains U+0000"),
                new Odd(
                        "body of 10,000 open brackets",
                        rewritten(
                                valid(grant),
                                grant.toString(),
                                "[".repeat(10_000).getBytes(UTF_8)),
                        "not readable"),
                new Odd("type of another family", ofOtherFamily(grant), "may not send the type"));
    }

    @ParameterizedTest
    @MethodSource("oddRecords")
    void setsOddRecordAsideAndHandlesTheNext(Odd odd) {
        applications.transmit(new Sent(inPartition(0, odd.kafka())));
        var next = applications.prepare(offerMade(grant));
        applications.transmit(new Sent(inPartition(0, next.kafka())));
        database.awaitApplied(grant, 1);

        var record =
                operator().get(RECORDS + "/" + newest()).then().statusCode(200).extract();
        assertThat(record.<String>path("record.topic")).isEqualTo(TOPIC);
        assertThat(record.<String>path("record.reason")).contains(odd.reason());
        assertThat(record.<String>path("key"))
                .isEqualTo(base64(bytes(odd.kafka().key())));
        assertThat(record.<String>path("value")).isEqualTo(base64(odd.kafka().value()));
        assertThat(record.<List<Object>>path("headers"))
                .hasSameSizeAs(odd.kafka().headers().toArray());
        given().get(readiness).then().statusCode(200);
    }

    @Test
    void keepsSameBytesOnceWhenTheyAreReadOrSentAgain() {
        setAside(7, "x");
        setAside(7, "x");
        setAside(8, "x");
        assertThat(database.setAsideReasons(grant)).hasSize(1);
        setAside(7, "y"); // the topic was lost and created again
        assertThat(database.setAsideReasons(grant)).hasSize(2);
    }

    private void setAside(long offset, String value) {
        var record = new ConsumerRecord<>(TOPIC, 0, offset, grant.toString().getBytes(UTF_8), value.getBytes(UTF_8));
        QuarkusTransaction.requiringNew().call(() -> {
            records.setAside(record, "a test with U+0000: \u0000 and half a pair: \ud83d");
            return true;
        });
    }

    @Test
    void dropsRecordForReasonAndKeepsIt() {
        applications.transmit(new Sent(new ProducerRecord<>(TOPIC, grant.toString(), new byte[] {'x'})));
        var id = awaitOpen(grant);
        keyed().body(Map.of("reason", " "))
                .post(RECORDS + "/" + id + "/drop")
                .then()
                .statusCode(400);
        keyed().body(Map.of("reason", "A test tool wrote it."))
                .post(RECORDS + "/" + id + "/drop")
                .then()
                .statusCode(204);
        operator().get(RECORDS).then().body("id", not(hasItem(id)));
        operator().get(RECORDS + "/" + id).then().statusCode(200).body("value", equalTo("eA=="));
        keyed().post(RECORDS + "/" + id + "/replay").then().statusCode(404);
    }

    @Test
    void refusesReplayOfRecordThatIsStillNoEvent() {
        applications.transmit(new Sent(new ProducerRecord<>(TOPIC, grant.toString(), new byte[] {'x'})));
        var id = awaitOpen(grant);
        keyed().post(RECORDS + "/" + id + "/replay")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:itf:problem:still-no-event"));
        operator().get(RECORDS).then().body("id", hasItem(id));
    }

    @Test
    void replaysRecordThatCanBeReadByNow() {
        var made = applications.prepare(offerMade(grant));
        applications.transmit(new Sent(rewritten(made.kafka(), grant.toString(), "{".getBytes(UTF_8))));
        applications.send(offerAccepted(grant));
        database.awaitWaiting(grant, "GAP");
        database.replaceSetAsideValue(grant, made.kafka().value()); // as if this build could read the first one

        keyed().post(RECORDS + "/" + awaitOpen(grant) + "/replay").then().statusCode(204);
        database.awaitApplied(grant, 2);
        database.awaitNoneWaiting(grant);
    }

    @Test
    void refusesUnknownRecord() {
        operator().get(RECORDS + "/999999999").then().statusCode(404);
        keyed().body(Map.of("reason", "unknown"))
                .post(RECORDS + "/999999999/drop")
                .then()
                .statusCode(404);
    }

    private int awaitOpen(GrantId key) {
        await().atMost(ofSeconds(20))
                .untilAsserted(() -> assertThat(database.setAsideReasons(key)).isNotEmpty());
        return newest();
    }

    private static int newest() {
        return operator()
                .get(RECORDS)
                .then()
                .statusCode(200)
                .extract()
                .<List<Integer>>path("id")
                .getLast();
    }

    private static ProducerRecord<String, byte[]> valid(GrantId grant) {
        var kafka = new ProducerRecord<>(TOPIC, grant.toString(), body(grant));
        EventHeaders.of("applications", AggregateKey.grant(grant), 1, "itf.application.offer-made.v1", Instant.EPOCH)
                .toMap()
                .forEach((name, value) -> kafka.headers().add(name, value.getBytes(UTF_8)));
        return kafka;
    }

    private static byte[] body(GrantId grant) {
        return EventCodec.encode(offerMade(grant)).getBytes(UTF_8);
    }

    private static ProducerRecord<String, byte[]> ofOtherFamily(GrantId grant) {
        var forged = rewritten(
                valid(grant),
                grant.toString(),
                EventCodec.encode(awardCommitted(grant)).getBytes(UTF_8));
        forged.headers().remove("ce_type").add("ce_type", "itf.award.committed.v1".getBytes(UTF_8));
        return forged;
    }

    private static ProducerRecord<String, byte[]> rewritten(
            ProducerRecord<String, byte[]> from, @Nullable String key, byte @Nullable [] value) {
        return new ProducerRecord<>(from.topic(), null, key, value, from.headers());
    }

    private static ProducerRecord<String, byte[]> inPartition(int partition, ProducerRecord<String, byte[]> kafka) {
        Headers headers = kafka.headers();
        return new ProducerRecord<>(kafka.topic(), partition, kafka.key(), kafka.value(), headers);
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(UTF_8);
    }

    private static @Nullable String base64(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    private static RequestSpecification keyed() {
        return operator().header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.of("an-operator", "operator")).contentType("application/json");
    }
}
