package hk.itf.infra.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** What every service promises of an {@code Idempotency-Key}, held against the running one by way of one of its creations. */
public final class PromisedIdempotency {

    private static final int AT_ONCE = 8;

    /** Something that one person creates, with a text of theirs in the body; the answer has its {@code id}. */
    @FunctionalInterface
    public interface Creation {
        Response send(String key, String text);
    }

    /** Another request of the same person. */
    @FunctionalInterface
    public interface Elsewhere {
        Response send(String key, String created);
    }

    private PromisedIdempotency() {}

    /** The same key with another body is refused and stores nothing. */
    public static void refusesAnotherBody(Creation creation) {
        var key = key();
        creation.send(key, "Once mine").then().statusCode(201);
        var before = DatabaseDigest.settled();
        isReuse(creation.send(key, "Twice mine")).contentType("application/problem+json");
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    /** The same key on another path is refused, without data of the first, and stores nothing. */
    public static void refusesAnotherPath(Creation creation, Elsewhere elsewhere) {
        var key = key();
        var created = creation.send(key, "Once mine").<String>path("id");
        var before = DatabaseDigest.settled();
        isReuse(elsewhere.send(key, created)).body(not(containsString(created)));
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    /**
     * Many requests at once under one key have one effect, and the answer is told again afterwards.
     *
     * @param created lists what the person has created, and nothing else
     */
    public static void createsOnce(Creation creation, Supplier<Response> created) throws InterruptedException {
        var key = key();
        List<Callable<Integer>> same = Collections.nCopies(
                AT_ONCE, () -> creation.send(key, "Once mine").statusCode());
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            var statuses = pool.invokeAll(same).stream().map(Future::resultNow).toList();
            assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
        }
        created.get().then().statusCode(200).body("size()", equalTo(1));
        creation.send(key, "Once mine").then().statusCode(201).header("Idempotency-Replayed", "true");
    }

    /**
     * What was refused leaves its key free.
     *
     * @param text where the answer has the text
     */
    public static void takesACorrection(Creation creation, String text) {
        var key = key();
        creation.send(key, " ").then().statusCode(400);
        creation.send(key, "Corrected").then().statusCode(201).body(text, equalTo("Corrected"));
    }

    /**
     * Two people who draw the same key do not meet.
     *
     * @param text where the answer has the text
     */
    public static void keepsPeopleApart(Creation mine, Creation theirs, String text) {
        var key = key();
        var created = mine.send(key, "Once mine").<String>path("id");
        theirs.send(key, "Theirs").then().statusCode(201).body(text, equalTo("Theirs"));
        isReuse(theirs.send(key, "Once mine"));
        mine.send(key, "Once mine").then().statusCode(201).body("id", equalTo(created));
    }

    private static ValidatableResponse isReuse(Response answer) {
        return answer.then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:idempotency-key-reused"))
                .body(not(containsString("Once")));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
