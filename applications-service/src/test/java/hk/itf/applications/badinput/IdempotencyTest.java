package hk.itf.applications.badinput;

import static org.hamcrest.Matchers.equalTo;

import hk.itf.applications.Applicant;
import hk.itf.infra.testkit.PromisedIdempotency;
import hk.itf.infra.testkit.PromisedIdempotency.Creation;
import hk.itf.infra.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class IdempotencyTest {

    private final Applicant ada = Applicant.somebody();
    private final String key = UUID.randomUUID().toString();

    @Test
    void anotherBodyUnderTheSameKeyIsRefusedAndStoresNothing() {
        PromisedIdempotency.refusesAnotherBody(registrationBy(ada));
    }

    @Test
    void anotherPathUnderTheSameKeyIsRefusedWithoutDataOfTheFirst() {
        PromisedIdempotency.refusesAnotherPath(
                registrationBy(ada),
                (key, organisation) -> ada.asks()
                        .header("Idempotency-Key", key)
                        .body(Map.of("scheme", "rth", "organisation", organisation, "answers", Map.of()))
                        .post("/applications"));
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
    void manyAtOnceUnderOneKeyHaveOneEffect() throws InterruptedException {
        PromisedIdempotency.createsOnce(registrationBy(ada), () -> ada.asks().get("/organisations"));
    }

    @Test
    void whatWasRefusedCanBeCorrectedUnderTheSameKey() {
        PromisedIdempotency.takesACorrection(registrationBy(ada), "name");
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
        PromisedIdempotency.keepsPeopleApart(registrationBy(ada), registrationBy(Applicant.somebody()), "name");
    }

    private static Creation registrationBy(Applicant who) {
        return (key, name) -> who.asks()
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
