package hk.itf.disbursement.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import hk.itf.disbursement.Finance;
import hk.itf.disbursement.GrantStory;
import hk.itf.infra.testkit.DatabaseDigest;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class IdempotencyTest {

    private final String key = UUID.randomUUID().toString();
    private final String scheme = GrantStory.aScheme().value();

    @Inject
    Clock clock;

    @AfterEach
    void theBooksAreCoherent() {
        Finance.requireCoherence();
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefusedAndStoresNothing() {
        opens("controller one", "The first").then().statusCode(201);
        var before = DatabaseDigest.settled();
        opens("controller one", "The second")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:itf:problem:idempotency-key-reused"))
                .body(not(containsString("The first")));
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void anotherPathUnderTheSameKeyIsRefusedWithoutDataOfTheFirst() {
        var envelope = opens("controller one", "The first").<String>path("id");
        var before = DatabaseDigest.settled();
        keyed("controller one", "fund-controller")
                .body(Act.TOP_UP.good())
                .post("/envelopes/" + envelope + "/top-ups")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:idempotency-key-reused"))
                .body(not(containsString(envelope)));
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void manyAtOnceUnderOneKeyProposeOnce() throws Exception {
        List<Callable<Integer>> same =
                Collections.nCopies(8, () -> opens("controller one", "Once").statusCode());
        try (var pool = Executors.newFixedThreadPool(8)) {
            var statuses = pool.invokeAll(same).stream().map(Future::resultNow).toList();
            assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
        }
        var replayed = opens("controller one", "Once");
        replayed.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(Finance.read("/envelopes/" + replayed.path("id")).getList("topUps"))
                .hasSize(1);
    }

    @Test
    void whatWasRefusedCanBeCorrectedUnderTheSameKey() {
        opens("controller one", " ").then().statusCode(400);
        opens("controller one", "Corrected").then().statusCode(201).body("topUps[0].reason", equalTo("Corrected"));
    }

    @Test
    void anotherPersonsKeyIsAnotherKey() {
        var first = opens("controller one", "Mine").<String>path("topUps[0].id");
        opens("controller two", "Mine too").then().statusCode(201);
        opens("controller one", "Mine")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("topUps[0].id", equalTo(first));
    }

    @Test
    void aReleaseSentTwiceUnderOneKeyIsOnePayment() {
        var story = GrantStory.of(clock, Money.hkd(90))
                .agreed()
                .withPayee("551000111")
                .due(1, Money.hkd(90));
        Finance.prepare(story.tranche(1), "preparer").then().statusCode(200);
        var etag = Finance.etag(story.tranche(1));
        var path = "/tranches/" + story.tranche(1) + "/release";
        for (var attempt = 0; attempt < 3; attempt++) {
            keyed("releaser", "finance-releaser")
                    .header("If-Match", etag)
                    .post(path)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("RELEASED"));
        }
        story.awaitTranche(1, "PAID");
        assertThat(Finance.read("/tranches/" + story.tranche(1) + "/attempts").getList("$"))
                .hasSize(1);
    }

    private Response opens(String person, String reason) {
        return keyed(person, "fund-controller")
                .body("{\"scheme\":\"%s\",\"financialYear\":\"2026-27\",\"amount\":%s,\"reason\":\"%s\"}"
                        .formatted(scheme, Act.hkd("10.00"), reason))
                .post("/envelopes");
    }

    private RequestSpecification keyed(String person, String role) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of(person, role))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key);
    }
}
