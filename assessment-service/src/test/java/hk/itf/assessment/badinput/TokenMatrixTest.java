package hk.itf.assessment.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.DatabaseDigest;
import hk.itf.infra.testkit.RawReply;
import hk.itf.infra.testkit.RawRequest;
import hk.itf.infra.testkit.RoleMatrix;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TokenFaults;
import hk.itf.model.id.OrganisationId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose token is taken, and that no other is; and which role may call what, and that no other may. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class TokenMatrixTest {

    private static final String AUDIENCE = "itf-assessment";
    private static final String[] WHO_VETS = {"secretariat", "assessor", "decision-authority"};
    private static final String[] WHO_VETS_OR_AUDITS = {"secretariat", "assessor", "decision-authority", "auditor"};
    private static final String[] WHO_VETS_OR_VOTES = {
        "secretariat", "assessor", "panel-member", "panel-chair", "decision-authority"
    };
    private static final String[] WHO_VOTES = {"panel-member", "panel-chair"};
    private static final String[] WHO_SEES_MEETINGS = {"secretariat", "panel-member", "panel-chair", "auditor"};
    private static final String[] WHO_OVERSEES = {"secretariat", "auditor"};

    @TestHTTPResource(value = "/openapi?format=json", management = true)
    URI openApi;

    @Test
    void whatTheIssuerSignedIsTaken() {
        assertThat(declare(TokenFaults.good("assessor")).status()).isEqualTo(201);
        assertThat(declare(TokenFaults.tolerated("assessor")).status())
                .as("within the clocks' tolerance")
                .isEqualTo(201);
    }

    @Test
    void nothingElseIsTakenAndNothingIsStored() {
        var before = DatabaseDigest.settled();
        TokenFaults.all(AUDIENCE, "assessor").forEach((name, authorization) -> {
            var reply = declare(authorization);
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
        assertThat(declare(TokenFaults.huge("assessor")).status()).isEqualTo(431);
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void theMatrixNamesEveryOperationThereIs() {
        matrix().coversEveryOperationOf(openApi);
    }

    @Test
    void whoeverDoesNotHaveTheRoleIsToldSoAndNothingIsStored() {
        var before = DatabaseDigest.settled();
        matrix().refusesEveryOtherRole();
        assertThat(DatabaseDigest.now().changedSince(before)).isEmpty();
    }

    @Test
    void whoeverHasTheRoleIsLetIn() {
        matrix().letsEveryListedRoleIn();
    }

    private RoleMatrix matrix() {
        return new RoleMatrix()
                .operation("POST", "/queue/next", WHO_VETS)
                .operation("GET", "/tasks", WHO_VETS_OR_AUDITS)
                .operation("GET", "/tasks/{id}", WHO_VETS_OR_AUDITS)
                .operation("POST", "/tasks/{id}/heartbeat", WHO_VETS)
                .operation("POST", "/tasks/{id}/hand-back", WHO_VETS)
                .operation("POST", "/tasks/{id}/recusal", WHO_VETS)
                .operation("POST", "/tasks/{id}/reassignment", "secretariat")
                .operation("POST", "/tasks/{id}/clarification", WHO_VETS)
                .operation("POST", "/tasks/{id}/completeness", WHO_VETS)
                .operation("POST", "/tasks/{id}/eligibility", WHO_VETS)
                .operation("POST", "/tasks/{id}/score-sheet", WHO_VETS)
                .operation("POST", "/tasks/{id}/decision", "decision-authority")
                .operation("POST", "/tasks/{id}/claim-vetting", WHO_VETS)
                .operation("POST", "/conflicts-of-interest", WHO_VETS_OR_VOTES)
                .operation("GET", "/conflicts-of-interest", WHO_VETS_OR_VOTES)
                .operation("POST", "/panel-meetings", "secretariat")
                .operation("GET", "/panel-meetings", WHO_SEES_MEETINGS)
                .operation("GET", "/panel-meetings/{id}", WHO_SEES_MEETINGS)
                .operation("POST", "/panel-meetings/{id}/cancellation", "secretariat")
                .operation("POST", "/panel-meetings/{id}/agenda", "secretariat")
                .operation("POST", "/panel-meetings/{id}/attendance", "secretariat", "panel-member", "panel-chair")
                .operation("POST", "/panel-meetings/{id}/opening", "panel-chair")
                .operation("POST", "/panel-meetings/{id}/closing", "panel-chair")
                .operation("GET", "/agenda-items/{id}", WHO_SEES_MEETINGS)
                .operation("POST", "/agenda-items/{id}/removal", "secretariat")
                .operation("POST", "/agenda-items/{id}/independence", WHO_VOTES)
                .operation("POST", "/agenda-items/{id}/interest", WHO_VOTES)
                .operation("POST", "/agenda-items/{id}/call", "panel-chair")
                .operation("POST", "/agenda-items/{id}/vote", WHO_VOTES)
                .operation("POST", "/agenda-items/{id}/closing", "panel-chair")
                .operation("POST", "/agenda-items/{id}/adjournment", "secretariat", "panel-chair")
                .operation("GET", "/cases", WHO_OVERSEES)
                .operation("GET", "/cases/{id}", WHO_OVERSEES)
                .operation("GET", "/cases/{id}/score-sheets", WHO_VETS_OR_AUDITS)
                .operation("GET", "/workload", WHO_OVERSEES)
                .operation("GET", "/overdue-clarifications", WHO_OVERSEES)
                .operation("POST", "/overdue-clarifications/{case}/reminders", "secretariat")
                .operation("GET", "/grants/{grant}/timeline", WHO_OVERSEES)
                .operation("GET", "/unannotated")
                .platformOperations(openApi);
    }

    private static RawReply declare(String authorization) {
        var request = RawRequest.of("POST", "/conflicts-of-interest")
                .with("Content-Type", "application/json")
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"organisation\":\"" + OrganisationId.next() + "\",\"reason\":\"Mine.\"}");
        return (authorization.isEmpty() ? request : request.with("Authorization", authorization))
                .send(RestAssured.port);
    }
}
