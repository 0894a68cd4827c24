package hk.itf.infra.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.infra.testkit.DatabaseDigest;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.Tokens;
import hk.itf.infra.testkit.http.RawReply;
import hk.itf.infra.testkit.http.RawRequest;
import hk.itf.infra.testkit.http.TokenFaults;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tokens and roles. */
@QuarkusTest
@QuarkusTestResource(
        value = StackResource.class,
        initArgs = {@ResourceArg(name = "service", value = "sample"), @ResourceArg(name = "broker", value = "none")})
class TokenTest {

    private static final String ROLE = "applicant";

    @Test
    void acceptsTokenOfIssuer() {
        assertThat(create(TokenFaults.good(ROLE)).status()).isEqualTo(201);
        assertThat(create(TokenFaults.justExpired(ROLE)).status())
                .as("expired within the tolerance for clocks")
                .isEqualTo(201);
    }

    @Test
    void refusesEveryFaultyToken() {
        var before = DatabaseDigest.settled();
        TokenFaults.all("itf-applications", ROLE).forEach((fault, authorization) -> {
            var reply = create(authorization);
            assertThat(reply.status()).as(fault).isEqualTo(401);
            assertThat(reply.header("WWW-Authenticate")).as(fault).startsWith("Bearer");
            assertThat(reply.header("Content-Type")).as(fault).startsWith("application/problem+json");
            assertThat(reply.body()).as(fault).contains("urn:itf:problem:unauthenticated");
        });
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void refusesOversizedToken() {
        assertThat(create(TokenFaults.oversized(ROLE)).status()).isEqualTo(431);
    }

    @Test
    void refusesPersonWithoutRole() {
        var before = DatabaseDigest.settled();
        for (var role : new String[] {"assessor", "Applicant", "applicant ", "*", "admin"}) {
            var reply = create("Bearer " + Tokens.of("ada", role));
            assertThat(reply.status()).as(role).isEqualTo(403);
            assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
            assertThat(reply.body()).contains("urn:itf:problem:forbidden");
        }
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void letsAnybodyCallOpenOperation() {
        given().get("/books/catalogue").then().statusCode(200);
    }

    @Test
    void deniesOperationWithoutRoles() {
        given().get("/unannotated").then().statusCode(401).body("type", equalTo("urn:itf:problem:unauthenticated"));
        Owner.create()
                .asks()
                .get("/unannotated")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:itf:problem:forbidden"));
    }

    private static RawReply create(String authorization) {
        var request = RawRequest.of("POST", "/books")
                .with("Content-Type", "application/json")
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .body(Owner.GOOD_BOOK);
        return (authorization.isEmpty() ? request : request.with("Authorization", authorization)).send();
    }
}
