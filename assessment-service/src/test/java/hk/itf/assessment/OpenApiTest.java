package hk.itf.assessment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class OpenApiTest {

    @TestHTTPResource(value = "/openapi?format=json", management = true)
    URI openApi;

    @Test
    void documentsEveryOperationAndGivesExampleBodies() {
        var document = given().get(openApi).then().statusCode(200).extract().jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        assertThat(paths).containsKeys("/queue/next", "/tasks/{id}/decision", "/cases/{id}/score-sheets");
        paths.forEach((path, operations) -> operations.forEach((method, operation) ->
                assertThat(operation.get("summary")).as("%s %s", method, path).isNotNull()));

        for (var body : new String[] {
            "TaskRequest",
            "Completeness",
            "Clarification",
            "Eligibility",
            "Sheet",
            "Decision",
            "Vetting",
            "Reason",
            "Reassignment",
            "Recusal",
            "Declaration",
            "NewMeeting",
            "Cancellation",
            "Attending",
            "NewItem",
            "Removal",
            "DeclaredInterest",
            "Ballot",
            "Advice",
            "Adjournment"
        }) {
            assertThat(document.getList("components.schemas." + body + ".examples"))
                    .as(body)
                    .isNotEmpty();
        }
    }
}
