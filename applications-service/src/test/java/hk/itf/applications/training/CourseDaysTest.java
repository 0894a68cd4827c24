package hk.itf.applications.training;

import static hk.itf.applications.training.Company.trainee;
import static hk.itf.applications.training.Company.training;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import hk.itf.applications.SimulatedFund;
import hk.itf.infra.testkit.MovesTimeFar;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A class must lie within the days of its registered course. The day of the submission does not matter. */
@QuarkusTest
@MovesTimeFar
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class CourseDaysTest {

    @Test
    void acceptsResubmissionAfterCourseRegistrationEnded() {
        var company = new Company();
        var people = company.people();
        try (var fund = SimulatedFund.open()) {
            var course = company.registerCourse(fund, "20000.00");
            var lastDay = company.commences().plusYears(2);
            var answers = training(course, lastDay, List.of(trainee("27000.00")));
            var id = company.drafted("nittp", answers);
            people.submit(id).then().statusCode(201);
            fund.startAssessment(id);
            fund.requestClarification(id, "Who teaches?");
            people.awaitStatus(id, "CLARIFYING");

            TestClock.advance(Duration.ofDays(ChronoUnit.DAYS.between(TestClock.today(), lastDay) + 1));
            people.request()
                    .get("/registers/nittp-course")
                    .then()
                    .statusCode(200)
                    .body("items.reference", not(hasItem(course)));
            people.request()
                    .header("If-Match", people.read(id).header("ETag"))
                    .body(Map.of("answers", answers))
                    .put("/applications/" + id + "/answers")
                    .then()
                    .statusCode(200)
                    .body("answers.course", equalTo(course));
            people.submit(id).then().statusCode(201);
        }
    }
}
