package hk.itf.applications.application;

import static hk.itf.applications.Applicant.hkd;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.applications.Project;
import hk.itf.applications.SimulatedFund;
import hk.itf.applications.amendment.AmendmentView;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.json.Json;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A later stage fits the grant that goes on to it. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class LaterStageLimitsTest {

    @Test
    void aSecondStageBeginsAfterTheFirstAndBothAreFiveYearsAtMost() {
        try (var fund = SimulatedFund.open()) {
            var start = TestClock.today().minusMonths(19);
            var project = Project.matched(fund, start, 36);
            fund.decideOnStage(project.fileClaim("STAGE_GATE", 3, List.of()));
            project.people().awaitNotice("stage-passed");
            var ends = start.plusMonths(36).minusDays(1);

            asksForStage(project, ends, 25)
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("urn:itf:problem:answers-do-not-fit"))
                    .body("errors.pointer", contains("/answers/stage-2-commencement", "/answers/stage-2-months"));
            asksForStage(project, ends.plusDays(1), 24).then().statusCode(201);
        }
    }

    @Test
    void aFirstStageThatWasMovedCountsAsLongAsItIs() {
        try (var fund = SimulatedFund.open()) {
            var start = TestClock.today().minusMonths(19);
            var project = Project.matched(fund, start, 24);
            var ends = start.plusMonths(36).minusDays(1);
            inForce(fund, project, submit(project, moves(project, 3, ends)));
            project.read().body("answers.months", equalTo(36));

            fund.decideOnStage(project.fileClaim("STAGE_GATE", 3, List.of()));
            project.people().awaitNotice("stage-passed");
            asksForStage(project, ends.plusDays(1), 25)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/answers/stage-2-months"));
            var second = asksForStage(project, ends.plusDays(1), 24).then().statusCode(201);
            inForce(fund, project, submit(project, second.extract().path("id")));
            requestClarification(project, move(project, 5, ends.plusMonths(25)))
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:itf:problem:milestones-do-not-fit"))
                    .body("errors.pointer", contains("/milestones"))
                    .body("errors.code", contains("too-long"));
        }
    }

    private static String moves(Project project, int instalment, LocalDate lastDay) {
        return requestClarification(project, move(project, instalment, lastDay))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> move(Project project, int instalment, LocalDate lastDay) {
        return Map.of(
                "kind",
                "VARIATION",
                "reason",
                "It takes longer.",
                "milestones",
                List.of(Map.of("tranche", project.tranche(instalment), "lastDay", lastDay.toString())));
    }

    private static Response requestClarification(Project project, Map<String, Object> change) {
        return project.people().keyedRequest().body(change).post("/applications/" + project.id() + "/amendments");
    }

    private static AmendmentView submit(Project project, String amendment) {
        return Json.read(
                project.people()
                        .keyedRequest()
                        .header("If-Match", "\"0\"")
                        .post("/applications/" + project.id() + "/amendments/" + amendment + "/submission")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString(),
                AmendmentView.class);
    }

    private static void inForce(SimulatedFund fund, Project project, AmendmentView amendment) {
        fund.amend(project.id(), amendment);
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> project.people()
                        .request()
                        .get("/applications/" + project.id() + "/amendments/" + amendment.id())
                        .then()
                        .body("status", equalTo("IN_FORCE")));
    }

    private static Response asksForStage(Project project, LocalDate commencement, int months) {
        return project.people()
                .keyedRequest()
                .body(Map.of(
                        "kind",
                        "NEXT_STAGE",
                        "reason",
                        "The prototype runs.",
                        "answers",
                        Map.of(
                                "stage-2-commencement",
                                commencement.toString(),
                                "stage-2-months",
                                months,
                                "stage-2-cost",
                                hkd("40000000.00"),
                                "stage-2-industry-cash",
                                hkd("20000000.00"))))
                .post("/applications/" + project.id() + "/amendments");
    }
}
