package hk.itf.applications.claim;

import static hk.itf.applications.Applicant.hkd;
import static hk.itf.applications.Project.paid;
import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.applications.Project;
import hk.itf.applications.SimulatedFund;
import hk.itf.applications.amendment.AmendmentView;
import hk.itf.applications.grant.AwaitedClaims;
import hk.itf.applications.grant.WatchedReports;
import hk.itf.infra.clock.Candidate;
import hk.itf.infra.testkit.MovesTimeFar;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.id.GrantId;
import hk.itf.model.json.Json;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A deadline does not run while nothing can be filed. A passed deadline is final. */
@QuarkusTest
@MovesTimeFar
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class RestartDeadlinesTest {

    @Inject
    WatchedReports watchedReports;

    @AfterEach
    void checkWatchedReports() {
        watchedReports.requireConsistent();
    }

    @Inject
    ClaimDeadlineSweeper deadlines;

    @Inject
    AwaitedClaims awaited;

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
    void restartsPassedDeadlinesAtAgreement() {
        var matched = Project.matched(fund, today.minusMonths(7), 24);
        var sponsored = Project.sponsored(fund, today.minusMonths(8), 12);
        deadlines.sweep();
        matched.read()
                .body("tranches[0].status", equalTo("SCHEDULED"))
                .body("tranches[0].claimBy", equalTo(today.plusMonths(6).toString()))
                .body(
                        "tranches[2].claimBy",
                        equalTo(today.minusMonths(7)
                                .plusMonths(24)
                                .minusDays(1)
                                .plusMonths(12)
                                .toString()));
        matched.draft("MATCHING", 1, paid("6000000.00")).then().statusCode(201);
        sponsored
                .read()
                .body("tranches[1].reportBy", equalTo(today.plusMonths(1).toString()))
                .body("tranches[1].claimBy", equalTo(today.plusMonths(6).toString()));
    }

    @Test
    void amendmentKeepsDeadlinesOfAgreement() {
        var project = Project.sponsored(fund, today.minusMonths(8), 12);
        var moved = Map.of(
                "tranche", project.tranche(3), "lastDay", today.plusMonths(6).toString());
        var amendment = submit(project, Map.of("kind", "VARIATION", "milestones", List.of(moved)));
        fund.amend(project.id(), amendment);
        project.people().awaitNotice("amendment-in-force");
        project.read()
                .body("tranches[1].reportBy", equalTo(today.plusMonths(1).toString()))
                .body("tranches[1].claimBy", equalTo(today.plusMonths(6).toString()))
                .body("tranches[2].period.to", equalTo(today.plusMonths(6).toString()));
    }

    @Test
    void restartsDeadlinesWhenLaterStageEntersForce() {
        var project = Project.matched(fund, today.minusMonths(6).minusDays(3), 6);
        var gate = project.fileClaim("STAGE_GATE", 3, List.of());
        fund.decideOnStage(gate);
        project.people().awaitNotice("stage-passed");
        var stage = new HashMap<String, Object>();
        stage.put("stage-2-commencement", today.toString());
        stage.put("stage-2-months", 24);
        stage.put("stage-2-cost", hkd("40000000.00"));
        stage.put("stage-2-industry-cash", hkd("20000000.00"));
        var amendment = submit(project, Map.of("kind", "NEXT_STAGE", "answers", stage));

        TestClock.advance(ofDays(220)); // the instalment at the start of the stage was due in six months
        var inForce = TestClock.today();
        fund.amend(project.id(), amendment);
        project.people().awaitNotice("amendment-in-force");
        deadlines.sweep();
        project.read()
                .body("tranches[3].status", equalTo("SCHEDULED"))
                .body("tranches[3].claimBy", equalTo(inForce.plusMonths(6).toString()))
                .body(
                        "tranches[4].claimBy",
                        equalTo(today.plusMonths(24).minusDays(1).plusMonths(12).toString()));
    }

    @Test
    void accountsDeadlineWaitsForOtherTranches() {
        var project = Project.sponsored(fund, today.minusMonths(3), 2);
        reports(project, 2);
        reports(project, 3);
        TestClock.advance(ofDays(400));
        deadlines.sweep();
        assertThat(overdue(project)).isFalse();
        project.read().body("tranches[2].status", equalTo("SCHEDULED"));
        accounts(project).body("state[0]", equalTo("UPCOMING"));
        project.draft("ACCOUNTS", 3, paid("9900000.00"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:itf:problem:instalments-open"));

        var settled = TestClock.today();
        pay(project, 1);
        pay(project, 2);
        project.read()
                .body("tranches[2].claimBy", equalTo(settled.plusMonths(12).toString()));
        accounts(project)
                .body("state[0]", equalTo("DUE"))
                .body("dueBy[0]", equalTo(settled.plusMonths(2).toString()));
        assertThat(overdue(project)).isFalse();

        TestClock.advance(ofDays(70));
        project.people().awaitNotice("report-overdue");
        accounts(project).body("state[0]", equalTo("OVERDUE"));
        TestClock.advance(ofDays(300));
        project.awaitTranche(3, "CANCELLED");
    }

    @Test
    void cancelsTrancheWithoutFinalReportDespiteAcceptedAccounts() {
        var project = Project.sponsored(fund, today.minusMonths(3), 2);
        reports(project, 2);
        pay(project, 1);
        pay(project, 2);
        var accounts = project.fileClaim("ACCOUNTS", 3, paid("10000000.00"));
        fund.accept(accounts);
        project.awaitClaim(accounts, "ACCEPTED");

        TestClock.advance(ofDays(70));
        project.people().awaitNotice("report-overdue");
        TestClock.advance(ofDays(330));
        project.awaitTranche(3, "CANCELLED");
        deadlines.sweep();
        deadlines.sweep();
        assertThat(events(project, "itf.claim.deadline-passed.v1")).isOne();
        project.read().body("status", equalTo("ACTIVE")).body("tranches.status", contains("PAID", "PAID", "CANCELLED"));
        calendar(project)
                .body("kind", contains("REPORT", "ACCOUNTS", "REPORT"))
                .body("state", contains("ACCEPTED", "ACCEPTED", "OVERDUE"));
        project.draft("REPORT", 3, List.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:itf:problem:tranche-not-claimable"));

        fund.closeAward(project.id(), "7200000.00");
        project.people().awaitStatus(project.id(), "COMPLETED");
    }

    private void reports(Project project, int instalment) {
        var report = project.fileClaim("REPORT", instalment, List.of());
        fund.accept(report);
        project.awaitClaim(report, "ACCEPTED");
    }

    private void pay(Project project, int instalment) {
        fund.pay(project.id(), project.tranche(instalment), "3600000.00");
        project.awaitTranche(instalment, "PAID");
    }

    private AmendmentView submit(Project project, Map<String, Object> change) {
        var people = project.people();
        var path = "/applications/" + project.id() + "/amendments";
        var body = new HashMap<>(change);
        body.put("reason", "The world has changed.");
        var id = people.keyedRequest()
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        return Json.read(
                people.keyedRequest()
                        .header("If-Match", "\"0\"")
                        .post(path + "/" + id + "/submission")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString(),
                AmendmentView.class);
    }

    private boolean overdue(Project project) {
        return QuarkusTransaction.requiringNew()
                .call(() -> awaited.overdueOn(TestClock.today(), Optional.empty(), 1000).stream()
                        .filter(Candidate::isDue)
                        .anyMatch(each -> each.key().grant().equals(GrantId.of(project.id()))));
    }

    private static ValidatableResponse accounts(Project project) {
        return calendar(project).rootPath("findAll { it.kind == 'ACCOUNTS' }");
    }

    private static ValidatableResponse calendar(Project project) {
        return project.people()
                .request()
                .get("/applications/" + project.id() + "/reports")
                .then()
                .statusCode(200);
    }

    private long events(Project project, String type) {
        return QuarkusTransaction.requiringNew().call(() -> (Long) database.createNativeQuery(
                        "select count(*) from event_log where aggregate_id = :id and event_type = :type", Long.class)
                .setParameter("id", project.id())
                .setParameter("type", type)
                .getSingleResult());
    }
}
