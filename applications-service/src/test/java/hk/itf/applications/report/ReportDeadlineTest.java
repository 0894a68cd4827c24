package hk.itf.applications.report;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import hk.itf.applications.Project;
import hk.itf.applications.SimulatedFund;
import hk.itf.infra.testkit.MovesTimeFar;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

@QuarkusTest
@MovesTimeFar
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class ReportDeadlineTest {

    @Inject
    ReportSweeper watch;

    @Test
    void reportInTimeIsOverdueOnlyAfterRejection() {
        try (var fund = SimulatedFund.open()) {
            var start = TestClock.today().minusMonths(6).minusDays(5);
            var idle = Project.sponsored(fund, start, 12);
            var diligent = Project.sponsored(fund, start, 12);
            var report = diligent.fileClaim("REPORT", 2, List.of());

            TestClock.advance(Duration.ofDays(35)); // the agreement came late: a month from there
            watch.sweep();
            stands(idle, "OVERDUE", notNullValue());
            stands(diligent, "SUBMITTED", nullValue());

            fund.reject(report, "It says nothing of the crane.");
            diligent.people().awaitNotice("report-overdue");
            stands(diligent, "OVERDUE", notNullValue());
        }
    }

    private static void stands(Project project, String state, Matcher<Object> overdueSince) {
        project.people()
                .request()
                .get("/applications/" + project.id() + "/reports")
                .then()
                .body("state", contains(state, "UPCOMING", "UPCOMING"))
                .body("overdueSince[0]", overdueSince);
    }
}
