package hk.itf.applications.application;

import static hk.itf.applications.Applicant.hkd;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.applications.Assessment;
import hk.itf.applications.Project;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
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
        try (var fund = Assessment.speaking()) {
            var start = TestClock.today().minusMonths(19);
            var project = Project.matched(fund, start, 36);
            fund.decidesOnStage(project.claims("STAGE_GATE", 3, List.of()));
            project.people().waitsForNotice("stage-passed");
            var ends = start.plusMonths(36).minusDays(1);

            asksForStage(project, ends, 25)
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("urn:itf:problem:answers-do-not-fit"))
                    .body("errors.pointer", contains("/answers/stage-2-commencement", "/answers/stage-2-months"));
            asksForStage(project, ends.plusDays(1), 24).then().statusCode(201);
        }
    }

    private static Response asksForStage(Project project, LocalDate commencement, int months) {
        return project.people()
                .does()
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
