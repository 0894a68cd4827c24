package hk.itf.applications.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import hk.itf.applications.Applicant;
import hk.itf.applications.Project;
import hk.itf.applications.SimulatedFund;
import hk.itf.applications.amendment.AmendmentView;
import hk.itf.applications.grant.WatchedReports;
import hk.itf.infra.testkit.MovesTimeFar;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.json.Json;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A project of twelve months. The report of its second tranche is due one month after half of the project; the final report
 * and the accounts are due two months after its end.
 */
@QuarkusTest
@MovesTimeFar
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class ReportCalendarTest {

    @Inject
    WatchedReports watchedReports;

    @AfterEach
    void checkWatchedReports() {
        watchedReports.requireConsistent();
    }

    @Inject
    ReportSweeper watch;

    @Inject
    EntityManager database;

    private final LocalDate today = TestClock.today();

    private SimulatedFund fund;

    @BeforeEach
    void startFund() {
        fund = SimulatedFund.open();
    }

    @AfterEach
    void closeFund() {
        fund.close();
    }

    @Test
    void showsStateOfEachReportFromAgreementOn() {
        var start = today.minusMonths(6).minusDays(5);
        var project = Project.sponsored(fund, start, 12);
        calendar(project)
                .body("kind", contains("REPORT", "ACCOUNTS", "REPORT"))
                .body("number", contains(2, 3, 3))
                .body(
                        "title",
                        contains(
                                "Progress report of tranche 2",
                                "Accounts of tranche 3",
                                "Progress report of tranche 3"))
                .body("state", contains("DUE", "UPCOMING", "UPCOMING"))
                .body("from[0]", equalTo(start.plusMonths(6).toString()))
                .body("dueBy[0]", equalTo(today.plusMonths(1).toString())) // of the agreement, which came late
                .body("overdueSince", everyItem(nullValue()));

        var first = project.fileClaim("REPORT", 2, List.of());
        calendar(project)
                .body("state[0]", equalTo("SUBMITTED"))
                .body("claim[0]", equalTo(first.id().toString()));
        fund.reject(first, "It says nothing of the crane.");
        project.awaitClaim(first, "REJECTED");
        calendar(project).body("state[0]", equalTo("DUE"));

        var second = project.fileClaim("REPORT", 2, List.of());
        fund.accept(second);
        project.awaitClaim(second, "ACCEPTED");
        calendar(project)
                .body("state", contains("ACCEPTED", "UPCOMING", "UPCOMING"))
                .body("claim[0]", equalTo(second.id().toString()));
        for (var role : List.of("secretariat", "auditor")) {
            Applicant.withRole("a-reader", role)
                    .request()
                    .get("/applications/" + project.id() + "/reports")
                    .then()
                    .statusCode(200)
                    .body("", hasSize(3));
        }
    }

    @Test
    void grantWithoutReportsHasEmptyCalendar() {
        var people = Applicant.somebody();
        var draft = people.draft(people.registerOrganisation(), Map.of()).<String>path("id");
        people.request()
                .get("/applications/" + draft + "/reports")
                .then()
                .statusCode(200)
                .body("", hasSize(0));
    }

    @Test
    void remindsOfReportAndMarksItOverdueOnce() {
        var project = Project.sponsored(fund, today.minusMonths(6).minusDays(5), 12);
        watch.sweep();
        assertThat(notices(project, "report-due")).isZero();
        TestClock.advance(Duration.ofDays(22));
        project.people().awaitNotice("report-due");
        watch.sweep();
        assertThat(notices(project, "report-due")).isOne();
        assertThat(events(project, "itf.report.overdue.v1")).isZero();

        TestClock.advance(Duration.ofDays(13));
        project.people().awaitNotice("report-overdue");
        watch.sweep();
        watch.sweep();
        assertThat(events(project, "itf.report.overdue.v1")).isOne();
        assertThat(notices(project, "report-overdue")).isOne();
        calendar(project).body("state[0]", equalTo("OVERDUE")).body("overdueSince[0]", notNullValue());

        var late = project.fileClaim("REPORT", 2, List.of());
        calendar(project).body("state[0]", equalTo("SUBMITTED")).body("overdueSince[0]", notNullValue());
        fund.accept(late);
        project.awaitClaim(late, "ACCEPTED");
        calendar(project).body("state[0]", equalTo("ACCEPTED"));
    }

    @Test
    void newVersionMovesDateOfReportThatIsNotOverdue() {
        var project = Project.sponsored(fund, today, 12);
        movesTheSecondInstalment(project, today.plusMonths(6).minusDays(1).plusDays(40));
        calendar(project)
                .body("dueBy[0]", equalTo(dueBy(today).plusDays(40).toString()))
                .body("from[0]", equalTo(today.plusMonths(6).plusDays(40).toString()))
                .body(
                        "dueBy[1]",
                        equalTo(today.plusMonths(12).minusDays(1).plusMonths(2).toString()));
    }

    @Test
    void newVersionKeepsDateOfOverdueReport() {
        var start = today.minusMonths(7).minusDays(5);
        var project = Project.sponsored(fund, start, 12);
        TestClock.advance(Duration.ofDays(35));
        project.people().awaitNotice("report-overdue");
        movesTheSecondInstalment(project, TestClock.today().plusDays(40));
        calendar(project)
                .body("dueBy[0]", equalTo(today.plusMonths(1).toString()))
                .body("state[0]", equalTo("OVERDUE"));
    }

    private void movesTheSecondInstalment(Project project, LocalDate to) {
        var people = project.people();
        var path = "/applications/" + project.id() + "/amendments";
        var id = people.keyedRequest()
                .body(Map.of(
                        "kind",
                        "VARIATION",
                        "milestones",
                        List.of(Map.of("tranche", project.tranche(2), "lastDay", to.toString())),
                        "reason",
                        "A part was late."))
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var submitted = people.keyedRequest()
                .header("If-Match", "\"0\"")
                .post(path + "/" + id + "/submission")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        fund.amend(project.id(), Json.read(submitted, AmendmentView.class));
        people.awaitNotice("amendment-in-force");
    }

    private static LocalDate dueBy(LocalDate start) {
        return start.plusMonths(6).minusDays(1).plusMonths(1);
    }

    private static ValidatableResponse calendar(Project project) {
        return project.people()
                .request()
                .get("/applications/" + project.id() + "/reports")
                .then()
                .statusCode(200);
    }

    private long events(Project project, String type) {
        return count("select count(*) from event_log where aggregate_id = :id and event_type = :kind", project, type);
    }

    private long notices(Project project, String kind) {
        return count(
                "select count(*) from notice where cast(application_id as text) = :id and kind = :kind", project, kind);
    }

    private long count(String sql, Project project, String kind) {
        return io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .call(() -> (Long) database.createNativeQuery(sql, Long.class)
                        .setParameter("id", project.id())
                        .setParameter("kind", kind)
                        .getSingleResult());
    }
}
