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
        try (var fund = SimulatedFund.speaking()) {
            var course = company.registersCourse(fund, "20000.00");
            var lastDay = company.commences().plusYears(2);
            var answers = training(course, lastDay, List.of(trainee("27000.00")));
            var id = company.drafted("nittp", answers);
            people.submits(id).then().statusCode(201);
            fund.starts(id);
            fund.asks(id, "Who teaches?");
            people.waitsUntil(id, "CLARIFYING");

            TestClock.advance(Duration.ofDays(ChronoUnit.DAYS.between(TestClock.today(), lastDay) + 1));
            people.asks()
                    .get("/registers/nittp-course")
                    .then()
                    .statusCode(200)
                    .body("items.reference", not(hasItem(course)));
            people.asks()
                    .header("If-Match", people.reads(id).header("ETag"))
                    .body(Map.of("answers", answers))
                    .put("/applications/" + id + "/answers")
                    .then()
                    .statusCode(200)
                    .body("answers.course", equalTo(course));
            people.submits(id).then().statusCode(201);
        }
    }
}
