package hk.itf.applications.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.DatabaseDigest;
import hk.itf.infra.testkit.RawReply;
import hk.itf.infra.testkit.RawRequest;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TokenFaults;
import hk.itf.infra.testkit.TokenForgery;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose token is taken, and that no other is. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class TokenMatrixTest {

    private static final String ROLE = "applicant";

    @Test
    void whatTheIssuerSignedIsTaken() {
        assertThat(register(TokenFaults.good(ROLE)).status()).isEqualTo(201);
        assertThat(register(TokenFaults.tolerated(ROLE)).status())
                .as("within the clocks' tolerance")
                .isEqualTo(201);
    }

    @Test
    void nothingElseIsTakenAndNothingIsStored() {
        var before = DatabaseDigest.settled();
        TokenFaults.all("itf-applications", ROLE).forEach((name, authorization) -> {
            var reply = register(authorization);
            assertThat(reply.status()).as(name).isEqualTo(401);
            assertThat(reply.header("WWW-Authenticate")).as(name).startsWith("Bearer");
            assertThat(reply.header("Content-Type")).as(name).startsWith("application/problem+json");
            assertThat(reply.body()).as(name).contains("urn:itf:problem:unauthenticated");
        });
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void aTokenOf64KibIsTooLargeForAHeader() {
        var before = DatabaseDigest.settled();
        assertThat(register(TokenFaults.huge(ROLE)).status()).isEqualTo(431);
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void aPersonWithoutTheRoleIsToldSoAndNothingIsStored() {
        var before = DatabaseDigest.settled();
        for (var roles : new String[][] {{}, {"assessor"}, {"Applicant"}, {"applicant "}, {"*"}}) {
            var reply = register("Bearer " + TokenForgery.signed(TokenForgery.claims("ada", roles)));
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
            assertThat(reply.body()).contains("urn:itf:problem:forbidden");
        }
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    private static RawReply register(String authorization) {
        var request = RawRequest.of("POST", "/organisations")
                .with("Content-Type", "application/json")
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"name\":\"Harbour Robotics Limited\",\"kind\":\"COMPANY\"}");
        return (authorization.isEmpty() ? request : request.with("Authorization", authorization))
                .send(RestAssured.port);
    }
}
