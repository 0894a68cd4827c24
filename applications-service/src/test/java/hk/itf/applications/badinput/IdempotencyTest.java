package hk.itf.applications.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import hk.itf.applications.Applicant;
import hk.itf.infra.testkit.DatabaseDigest;
import hk.itf.infra.testkit.StackResource;
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
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class IdempotencyTest {

    private final Applicant ada = Applicant.somebody();
    private final String key = UUID.randomUUID().toString();

    @Test
    void anotherBodyUnderTheSameKeyIsRefusedAndStoresNothing() {
        registers(ada, "Once Limited").then().statusCode(201);
        var before = DatabaseDigest.settled();
        registers(ada, "Twice Limited")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:itf:problem:idempotency-key-reused"))
                .body(not(containsString("Once")));
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void anotherPathUnderTheSameKeyIsRefusedWithoutDataOfTheFirst() {
        var organisation = registers(ada, "Once Limited").<String>path("id");
        var before = DatabaseDigest.settled();
        ada.asks()
                .header("Idempotency-Key", key)
                .body(Map.of("scheme", "rth", "organisation", organisation, "answers", Map.of()))
                .post("/applications")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:idempotency-key-reused"))
                .body(not(containsString("Once")))
                .body(not(containsString(organisation)));
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void anotherParameterThatLooksLikeAnEtagIsAnotherRequest() {
        var draft = ada.drafts(ada.registersOrganisation(), Map.of()).<String>path("id");
        uploads(draft, "\"one.pdf").then().statusCode(201);
        uploads(draft, "\"one.pdf").then().statusCode(201).header("Idempotency-Replayed", "true");
        uploads(draft, "\"two.pdf")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:idempotency-key-reused"));
    }

    @Test
    void manyAtOnceUnderOneKeyHaveOneEffect() throws Exception {
        List<Callable<Integer>> same =
                Collections.nCopies(8, () -> registers(ada, "Once Limited").statusCode());
        try (var pool = Executors.newFixedThreadPool(8)) {
            var statuses = pool.invokeAll(same).stream().map(Future::resultNow).toList();
            assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
        }
        ada.asks().get("/organisations").then().body("$", hasSize(1));
        registers(ada, "Once Limited").then().statusCode(201).header("Idempotency-Replayed", "true");
    }

    @Test
    void whatWasRefusedCanBeCorrectedUnderTheSameKey() {
        registers(ada, " ").then().statusCode(400);
        registers(ada, "Corrected Limited").then().statusCode(201).body("name", equalTo("Corrected Limited"));
    }

    @Test
    void whatARuleRefusedCanBeTriedAgainUnderTheSameKey() {
        var draft = ada.drafts(ada.registersOrganisation(), Map.of()).<String>path("id");
        for (var attempt = 0; attempt < 2; attempt++) {
            ada.asks()
                    .header("Idempotency-Key", key)
                    .header("If-Match", "\"0\"")
                    .post("/applications/" + draft + "/submission")
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("urn:itf:problem:answers-incomplete"));
        }
    }

    @Test
    void anotherPersonsKeyIsAnotherKey() {
        var eve = Applicant.somebody();
        var first = registers(ada, "Once Limited").<String>path("id");
        registers(eve, "Mine Limited").then().statusCode(201).body("name", equalTo("Mine Limited"));
        registers(eve, "Once Limited").then().statusCode(422);
        registers(ada, "Once Limited").then().statusCode(201).body("id", equalTo(first));
    }

    private Response registers(Applicant who, String name) {
        return who.asks()
                .header("Idempotency-Key", key)
                .body(Map.of("name", name, "kind", "COMPANY"))
                .post("/organisations");
    }

    private Response uploads(String draft, String name) {
        return ada.asks()
                .header("Idempotency-Key", key)
                .contentType("application/pdf")
                .body(Bodies.pdf())
                .queryParam("document", "degree-certificate")
                .queryParam("name", name)
                .post("/applications/" + draft + "/papers");
    }
}
