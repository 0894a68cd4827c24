package hk.itf.applications.training;

import static hk.itf.applications.training.Company.trainee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.applications.SimulatedFund;
import hk.itf.infra.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second version of the training scheme, whose first day is a setting of the deployment. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class SecondVersionTest {

    /** After the first day of the second version in these tests. */
    private static final LocalDate COMMENCES = LocalDate.of(2040, 5, 2);

    private final String person = "Z" + UUID.randomUUID();
    private Company company;
    private SimulatedFund fund;
    private String course;

    @BeforeEach
    void registerCourse() {
        company = new Company(COMMENCES);
        fund = SimulatedFund.open();
        course = company.registerCourse(fund, "500000.00");
    }

    @AfterEach
    void closeFund() {
        fund.close();
    }

    @Test
    void grantsHalfOfFeeUpToYearlyCap() {
        submit(company, person, "27000.00", company.commences())
                .then()
                .statusCode(201)
                .body("scheme.version", equalTo(2))
                .body("entitlement.amount.amount", equalTo("13500.00"));
        submit(company, "Z" + UUID.randomUUID(), "600000.00", company.commences())
                .then()
                .statusCode(201)
                .body("entitlement.amount.amount", equalTo("236500.00"));
        submit(company, "Z" + UUID.randomUUID(), "27000.00", company.commences())
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:allowance-exceeded"))
                .body("errors.code", contains("grants-in-year"));
    }

    @Test
    void allowsOneCoursePerEmployeeAndYear() {
        var first = draft(company, person);
        var people = company.people();
        people.submit(first).then().statusCode(201);
        var other = new Company(COMMENCES);
        submit(other, person.toLowerCase(Locale.ROOT), "27000.00", company.commences())
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:allowance-exceeded"))
                .body("errors.code", contains("one-course-per-employee"));
        submit(other, person, "27000.00", company.commences().plusYears(1))
                .then()
                .statusCode(201);

        people.keyedRequest()
                .header("If-Match", people.read(first).header("ETag"))
                .body("{\"reason\":\"Another course fits better.\"}")
                .post("/applications/" + first + "/withdrawal")
                .then()
                .statusCode(200);
        submit(company, person, "27000.00", company.commences()).then().statusCode(201);
    }

    @Test
    void acceptsOneOfTwoConcurrentSubmissionsForEmployee() throws Exception {
        var other = new Company(COMMENCES);
        var drafts = List.of(draft(company, person), draft(other, person));
        try (var pool = Executors.newFixedThreadPool(2)) {
            var both = pool.invokeAll(List.<Callable<Integer>>of(
                    () -> company.people().submit(drafts.getFirst()).statusCode(),
                    () -> other.people().submit(drafts.getLast()).statusCode()));
            assertThat(List.of(both.getFirst().get(), both.getLast().get())).containsExactlyInAnyOrder(201, 422);
        }
    }

    private String draft(Company sender, String identity) {
        return draft(sender, identity, "27000.00", company.commences());
    }

    private String draft(Company sender, String identity, String fee, LocalDate commences) {
        return sender.drafted("nittp", Company.training(course, commences, List.of(trainee(identity, fee))));
    }

    private Response submit(Company sender, String identity, String fee, LocalDate commences) {
        return sender.people().submit(draft(sender, identity, fee, commences));
    }
}
