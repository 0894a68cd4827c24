package hk.itf.infra.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.not;

import hk.itf.infra.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures as problem documents, with the correlation id of their request. */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = {@ResourceArg(name = "service", value = "sample"), @ResourceArg(name = "broker", value = "none")})
class ProblemTest {

    @Test
    void hidesUnexpectedFailure() {
        verifyProblem("/failures/unexpected", 500, "unexpected");
    }

    @ParameterizedTest
    @CsvSource({
        "23505, 409, conflict",
        "22021, 400, malformed-request",
        "22P05, 400, malformed-request",
        "42P01, 500, unexpected"
    })
    void mapsDatabaseFailure(String sqlState, int status, String slug) {
        verifyProblem("/failures/sql/" + sqlState, status, slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "53300", "55P03", "57014"})
    void asksToTryAgainAfterPassingDatabaseFailure(String sqlState) {
        verifyProblem("/failures/sql/" + sqlState, 503, "try-again").header("Retry-After", "1");
    }

    @Test
    void refusesTransitionThatStatusForbids() {
        var owner = Owner.create();
        for (var version = 0; version < 2; version++) {
            var reply =
                    owner.sale().replacing("If-Match", "\"" + version + "\"").send();
            org.assertj.core.api.Assertions.assertThat(reply.status()).isEqualTo(version == 0 ? 200 : 409);
        }
        owner.asks().get("/books/" + owner.book()).then().body("sold", equalTo(true));
    }

    @Test
    void carriesCorrelationIdOfCaller() {
        given().header("X-Correlation-Id", "call-12345")
                .get("/failures/unexpected")
                .then()
                .header("X-Correlation-Id", "call-12345")
                .body("instance", equalTo("call-12345"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "with blank",
                "semi;colon;1",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            })
    void replacesMalformedCorrelationId(String given) {
        given().header("X-Correlation-Id", given)
                .get("/books/catalogue")
                .then()
                .header("X-Correlation-Id", not(equalTo(given)))
                .header("X-Correlation-Id", hasLength(36));
    }

    private static ValidatableResponse verifyProblem(String path, int status, String slug) {
        return given().get(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:itf:problem:" + slug))
                .body("status", equalTo(status))
                .body(not(containsString("secret")))
                .body(not(containsString("hk.itf")));
    }
}
