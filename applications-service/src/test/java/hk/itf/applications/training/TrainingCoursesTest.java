package hk.itf.applications.training;

import static hk.itf.applications.training.Company.trainee;
import static hk.itf.applications.training.Company.training;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import hk.itf.applications.SimulatedFund;
import hk.itf.infra.testkit.MovesTimeFar;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications for registered courses, with one row for each trainee. */
@QuarkusTest
@MovesTimeFar
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class TrainingCoursesTest {

    private Company company;
    private SimulatedFund fund;

    @BeforeEach
    void openFund() {
        company = new Company();
        fund = SimulatedFund.open();
    }

    @AfterEach
    void closeFund() {
        fund.close();
    }

    @Test
    void publishesApprovedCourse() {
        var course = company.registerCourse(fund, "20000.00");
        company.people()
                .request()
                .get("/registers/nittp-course")
                .then()
                .statusCode(200)
                .body("items.reference", hasItem(course))
                .body("items.find { it.reference == '" + course + "' }.facts.ceiling.amount", equalTo("20000.00"))
                .body("items.find { it.reference == '" + course + "' }.facts.content", nullValue());
        company.people()
                .request()
                .get("/registers/no-such")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void refusesCourseMoreThanFourMonthsAhead() {
        var late = new HashMap<>(company.course("20000.00"));
        late.put("first-commencement", TestClock.today().plusMonths(3).toString());
        var id = company.drafted("nittp-course", late);
        company.people()
                .submit(id)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:too-late"))
                .body("errors.pointer", contains("/answers/first-commencement"));
    }

    @Test
    void namesUnknownCourse() {
        company.draft("nittp", training("NTC-1999-000001", company.commences(), List.of(trainee("27000.00"))))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/answers/course"))
                .body("errors.code", contains("not-registered"));
    }

    @Test
    void namesCourseThatEndsBeforeItBegins() {
        var answers =
                training(company.registerCourse(fund, "20000.00"), company.commences(), List.of(trainee("27000.00")));
        answers.put("course-end", company.commences().minusDays(1).toString());
        refusedFor(company.drafted("nittp", answers), "/answers/course-end", "too-early");
        company.people()
                .request()
                .body(Map.of("organisationKind", "company", "answers", answers))
                .post("/schemes/nittp/estimates")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/answers/course-end"));
    }

    @Test
    void namesClassOutsideDaysOfCourse() {
        var course = company.registerCourse(fund, "20000.00");
        var lastDay = company.commences().plusYears(2);
        for (var outside : List.of(company.commences().minusDays(1), lastDay.plusDays(1))) {
            var id = company.drafted("nittp", training(course, outside, List.of(trainee("27000.00"))));
            refusedFor(id, "/answers/course-commencement", "not-within-entry");
        }
        company.people()
                .submit(company.drafted("nittp", training(course, lastDay, List.of(trainee("27000.00")))))
                .then()
                .statusCode(201);
    }

    /** Before submission, where it is only said, and at submission, where nothing helps. */
    private void refusedFor(String id, String pointer, String code) {
        company.people()
                .read(id)
                .then()
                .body("missing.pointer", contains(pointer))
                .body("missing.code", contains(code));
        company.people()
                .submit(id)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:answers-do-not-fit"))
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void namesEveryFaultOfEveryRow() {
        var broken = trainee("27000.00");
        broken.put("fee", "a lot");
        broken.remove("full-time");
        broken.put("shoe-size", 42);
        company.draft("nittp", Map.of("trainees", List.of(trainee("1.00"), broken)))
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/answers/trainees/1/fee",
                                "/answers/trainees/1/full-time",
                                "/answers/trainees/1/shoe-size"));
    }
}
