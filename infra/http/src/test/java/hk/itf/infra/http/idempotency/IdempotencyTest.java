package hk.itf.infra.http.idempotency;

import static hk.itf.infra.http.Owner.GOOD_BOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import hk.itf.infra.http.Owner;
import hk.itf.infra.http.sample.BookResource;
import hk.itf.infra.testkit.DatabaseDigest;
import hk.itf.infra.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = {@ResourceArg(name = "service", value = "sample"), @ResourceArg(name = "broker", value = "none")})
class IdempotencyTest {

    private static final String OTHER_BOOK = "{\"title\":\"Another dream\",\"genre\":\"NOVEL\"}";

    private final String key = UUID.randomUUID().toString();
    private Owner owner;

    @BeforeEach
    void createOwner() {
        owner = Owner.create();
    }

    @Test
    void repeatsStoredResponse() {
        var first = owner.creates(key, GOOD_BOOK);
        first.then().statusCode(201).header("Idempotency-Replayed", equalTo(null));
        var before = DatabaseDigest.settled();

        owner.creates(key, GOOD_BOOK)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("ETag", first.header("ETag"))
                .header("Location", first.header("Location"))
                .contentType("application/json")
                .body(equalTo(first.asString()));
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void takesQuotedKeyAsSameKey() {
        owner.creates(key, GOOD_BOOK).then().statusCode(201);
        owner.creates('"' + key + '"', GOOD_BOOK).then().statusCode(201).header("Idempotency-Replayed", "true");
    }

    @Test
    void repeatsResponseForSameBodyInOtherForm() {
        owner.creates(key, GOOD_BOOK).then().statusCode(201);
        owner.creates(key, "{ \"genre\": \"NOVEL\", \"title\": \"A dream\" }")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true");
    }

    @Test
    void repeatsResponseForOtherIfMatch() {
        for (var version : List.of("\"0\"", "\"1\"")) {
            sells(version).then().statusCode(200).body("sold", equalTo(true));
        }
    }

    @Test
    void refusesOtherBodyUnderSameKey() {
        owner.creates(key, GOOD_BOOK).then().statusCode(201);
        var before = DatabaseDigest.settled();
        verifyReused(owner.creates(key, OTHER_BOOK));
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void refusesOtherPathUnderSameKey() {
        var book = owner.creates(key, GOOD_BOOK).<String>path("id");
        var before = DatabaseDigest.settled();
        verifyReused(owner.asks()
                .header("Idempotency-Key", key)
                .header("If-Match", "\"0\"")
                .post("/books/" + book + "/sale"));
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void refusesOtherParameterUnderSameKey() {
        uploads("one.pdf").then().statusCode(200);
        uploads("one.pdf").then().statusCode(200).header("Idempotency-Replayed", "true");
        verifyReused(uploads("two.pdf"));
    }

    @Test
    void refusesRepetitionWhileFirstRequestRuns() throws InterruptedException {
        var slow = GOOD_BOOK.replace("A dream", BookResource.SLOW_TITLE);
        var gate = BookResource.closeGate();
        var first = CompletableFuture.supplyAsync(() -> owner.creates(key, slow));
        try {
            gate.awaitRequest();
            owner.creates(key, slow)
                    .then()
                    .statusCode(409)
                    .header("Retry-After", "1")
                    .body("type", equalTo("urn:itf:problem:request-in-progress"));
        } finally {
            gate.open();
        }
        first.join().then().statusCode(201);
        owner.creates(key, slow).then().statusCode(201).header("Idempotency-Replayed", "true");
    }

    @Test
    void createsOnceWhenSentManyTimesAtOnce() throws InterruptedException {
        List<Callable<Integer>> same =
                Collections.nCopies(8, () -> owner.creates(key, OTHER_BOOK).statusCode());
        try (var pool = Executors.newFixedThreadPool(8)) {
            var statuses = pool.invokeAll(same).stream().map(Future::resultNow).toList();
            assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
        }
        owner.asks().get("/books").then().body("items.findAll { it.title == 'Another dream' }.size()", equalTo(1));
    }

    @Test
    void acceptsCorrectionOfMalformedRequestUnderSameKey() {
        owner.creates(key, "{\"title\":\" \",\"genre\":\"NOVEL\"}").then().statusCode(400);
        owner.creates(key, GOOD_BOOK).then().statusCode(201).header("Idempotency-Replayed", equalTo(null));
    }

    @Test
    void acceptsRetryAfterRefusalByRule() {
        var lent = owner.creates("{\"title\":\"A dream\",\"genre\":\"NOVEL\",\"lent\":true}")
                .<String>path("id");
        for (var attempt = 0; attempt < 2; attempt++) {
            owner.asks()
                    .header("Idempotency-Key", key)
                    .header("If-Match", "\"0\"")
                    .post("/books/" + lent + "/sale")
                    .then()
                    .statusCode(422)
                    .header("Idempotency-Replayed", equalTo(null))
                    .body("type", equalTo("urn:itf:problem:book-lent"))
                    .body("errors[0].pointer", equalTo("/lent"));
        }
    }

    @Test
    void keepsKeysOfDifferentPeopleApart() {
        var other = Owner.create();
        var mine = owner.creates(key, GOOD_BOOK).<String>path("id");
        other.creates(key, OTHER_BOOK).then().statusCode(201).body("title", equalTo("Another dream"));
        verifyReused(other.creates(key, GOOD_BOOK));
        owner.creates(key, GOOD_BOOK).then().statusCode(201).body("id", equalTo(mine));
    }

    private Response sells(String version) {
        return owner.asks()
                .header("Idempotency-Key", key)
                .header("If-Match", version)
                .post("/books/" + owner.book() + "/sale");
    }

    private Response uploads(String name) {
        return owner.asks()
                .header("Idempotency-Key", key)
                .contentType("application/pdf")
                .body(new byte[] {'%', 'P', 'D', 'F'})
                .queryParam("name", name)
                .post("/books/" + owner.book() + "/papers");
    }

    private static void verifyReused(Response response) {
        response.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:itf:problem:idempotency-key-reused"))
                .body(not(containsString("dream")));
    }
}
