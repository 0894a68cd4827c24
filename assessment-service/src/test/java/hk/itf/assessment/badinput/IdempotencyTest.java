package hk.itf.assessment.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import hk.itf.assessment.Vetter;
import hk.itf.infra.testkit.DatabaseDigest;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.OrganisationId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class IdempotencyTest {

    private final Vetter ada = Vetter.with("assessor");
    private final String key = UUID.randomUUID().toString();
    private final OrganisationId organisation = OrganisationId.next();

    @Test
    void anotherBodyUnderTheSameKeyIsRefusedAndStoresNothing() {
        declares(ada, "Once mine.").then().statusCode(201);
        var before = DatabaseDigest.settled();
        declares(ada, "Twice mine.")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:itf:problem:idempotency-key-reused"))
                .body(not(containsString("Once")));
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void anotherPathUnderTheSameKeyIsRefusedWithoutDataOfTheFirst() {
        declares(ada, "Once mine.").then().statusCode(201);
        var before = DatabaseDigest.settled();
        ada.asks()
                .header("Idempotency-Key", key)
                .body(Map.of())
                .post("/queue/next")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:idempotency-key-reused"))
                .body(not(containsString("Once")))
                .body(not(containsString(organisation.toString())));
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void manyAtOnceUnderOneKeyHaveOneEffect() throws Exception {
        List<Callable<Integer>> same =
                Collections.nCopies(8, () -> declares(ada, "Once mine.").statusCode());
        try (var pool = Executors.newFixedThreadPool(8)) {
            var statuses = pool.invokeAll(same).stream().map(Future::resultNow).toList();
            assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
        }
        ada.asks().get("/conflicts-of-interest").then().body("size()", equalTo(1));
        declares(ada, "Once mine.").then().statusCode(201).header("Idempotency-Replayed", "true");
    }

    @Test
    void whatWasRefusedCanBeCorrectedUnderTheSameKey() {
        declares(ada, " ").then().statusCode(400);
        declares(ada, "Corrected.").then().statusCode(201).body("reason", equalTo("Corrected."));
    }

    @Test
    void anotherPersonsKeyIsAnotherKey() {
        var eve = Vetter.with("assessor");
        var first = declares(ada, "Mine.").<String>path("id");
        declares(eve, "Mine, too.").then().statusCode(201).body("reason", equalTo("Mine, too."));
        declares(ada, "Mine.").then().statusCode(201).body("id", equalTo(first));
    }

    private Response declares(Vetter who, String reason) {
        return who.asks()
                .header("Idempotency-Key", key)
                .body(Map.of("organisation", organisation.toString(), "reason", reason))
                .post("/conflicts-of-interest");
    }
}
