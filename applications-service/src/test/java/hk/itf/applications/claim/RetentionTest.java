package hk.itf.applications.claim;

import static hk.itf.applications.Applicant.hkd;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.applications.Project;
import hk.itf.applications.SimulatedFund;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A retained share of each row is paid with the last tranche only. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class RetentionTest {

    @Test
    void trancheOfNinetyPercentClaimsNinetyPercentOfEachRow() {
        try (var fund = SimulatedFund.open()) {
            var project = Project.budgeted(fund, TestClock.today().minusMonths(3), 2);
            var draft = project.draft("PAYMENT", 1, spent("360000.00")).then();
            fileClaim(draft.statusCode(201), "162000.00");
            draft.body(
                    "explanation",
                    equalTo("Tranche 1 is HK$180,000.00 of HK$200,000.00. The claim asks for this share of each row,"
                            + " rounded down to the cent."));
            fileClaim(changes(project, draft.extract().path("id"), 0, "400000.00"), "180000.00");
            fileClaim(changes(project, draft.extract().path("id"), 1, "0.23"), "0.09"); // half of it is 0.11
        }
    }

    private static ValidatableResponse changes(Project project, String claim, int version, String paid) {
        return project.people()
                .request()
                .header("If-Match", "\"%d\"".formatted(version))
                .body(Map.of("lines", spent(paid), "report", "As planned."))
                .put("/applications/" + project.id() + "/claims/" + claim)
                .then()
                .statusCode(200);
    }

    private static void fileClaim(ValidatableResponse claim, String amount) {
        claim.body("lines.claimed.amount", contains(amount)).body("claimed.amount", equalTo(amount));
    }

    private static List<Map<String, Object>> spent(String amount) {
        return List.of(Map.of("row", 1, "paid", hkd(amount), "evidence", Map.of("invoice-attached", true)));
    }
}
