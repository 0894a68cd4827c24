package hk.itf.applications.claim;

import static hk.itf.applications.Applicant.hkd;
import static hk.itf.applications.Project.paid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import hk.itf.applications.Project;
import hk.itf.applications.SimulatedFund;
import hk.itf.infra.duty.GrantDuties;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.duty.Duty;
import hk.itf.model.id.GrantId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports, matching money, stage gates and accounts: claims that open gates. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class ClaimsWithoutMoneyTest {

    @Inject
    GrantDuties duties;

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
    void acceptsReportOnlyAfterPeriodOfTranche() {
        var project = Project.sponsored(fund, today.minusMonths(7), 12);
        project.read()
                .body("tranches.amount.amount", contains("3600000.00", "3600000.00", "1800000.00"))
                .body("tranches[0].gates", containsInAnyOrder("AGREEMENT_SIGNED", "PAYEE_VERIFIED"))
                .body(
                        "tranches[2].gates",
                        containsInAnyOrder(
                                "AGREEMENT_SIGNED", "REPORT_ACCEPTED", "ACCOUNTS_ACCEPTED", "PAYEE_VERIFIED"))
                .body("tranches[0].reportBy", nullValue())
                .body(
                        "tranches[1].reportBy",
                        equalTo(today.plusMonths(1).toString())); // of the agreement, which came late
        refused(project.draft("MILESTONE", 2, List.of()), 422, "no-such-claim", "/kind");
        refused(project.draft("PAYMENT", 2, paid("1.00")), 422, "not-awaited", "/kind");
        refused(project.draft("ADVANCE", 2, List.of()), 422, "not-awaited", "/kind");
        refused(project.draft("REPORT", 1, List.of()), 422, "not-awaited", "/kind");
        project.draft("REPORT", 3, List.of())
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:claim-too-early"));
        refused(project.draft("REPORT", 2, paid("1.00")), 400, "invalid-claim", "/lines");

        var first = project.fileClaim("REPORT", 2, List.of());
        project.draft("REPORT", 2, List.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:itf:problem:claim-exists"));
        fund.reject(first, "It says nothing of the crane.");
        project.awaitClaim(first, "REJECTED");

        var second = project.fileClaim("REPORT", 2, List.of());
        fund.accept(second);
        project.awaitClaim(second, "ACCEPTED");
        project.readClaim(second).body("lines", hasSize(0)).body("claimed.amount", equalTo("0.00"));
        project.read()
                .body("tranches[1].status", equalTo("SCHEDULED"))
                .body("tranches[1].accepted", nullValue())
                .body("tranches[1].amount.amount", equalTo("3600000.00"));
    }

    @Test
    void acceptsFullMatchingMoneyFromAgreementOn() {
        var project = Project.matched(fund, today.plusMonths(1), 12);
        var short1 = project.draft("MATCHING", 1, paid("5999999.99"));
        refused(short1, 422, "matching-short", "/lines/0/paid");
        short1.then().body("detail", containsString("HK$6,000,000.00"));
        refused(project.draft("MATCHING", 1, List.of()), 400, "invalid-claim", "/lines");
        project.draft(
                        "MATCHING",
                        1,
                        List.of(
                                Map.of("month", 1, "row", 1, "paid", hkd("-1.00"), "evidence", Map.of("mood", "good")),
                                Map.of("paid", hkd("1.00"))))
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/lines/1", "/lines/0/month", "/lines/0/row", "/lines/0/evidence", "/lines/0/paid"));

        var claim = project.fileClaim("MATCHING", 1, paid("6000000.00"));
        project.readClaim(claim)
                .body("lines.paid.amount", contains("6000000.00"))
                .body("lines.claimed.amount", contains("0.00"))
                .body("claimed.amount", equalTo("0.00"));
        fund.accept(claim);
        project.awaitClaim(claim, "ACCEPTED");
        project.read().body("tranches[0].status", equalTo("SCHEDULED"));
    }

    @Test
    void passesStageByClaimOnLastTranche() {
        var early = Project.matched(fund, today.minusMonths(1), 6);
        early.draft("STAGE_GATE", 3, List.of())
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:claim-too-early"));

        var project = Project.matched(fund, today.minusMonths(4), 6);
        project.read().body("tranches.matchNeeded.amount", contains("6000000.00", "8000000.00", "6000000.00"));
        acceptsClaimsOfTwoKinds(project);
        refused(project.draft("STAGE_GATE", 2, List.of()), 422, "not-awaited", "/kind");
        refused(project.draft("STAGE_GATE", 3, paid("1.00")), 400, "invalid-claim", "/lines");
        var claim = project.fileClaim("STAGE_GATE", 3, List.of());
        fund.decideOnStage(claim);
        project.awaitClaim(claim, "ACCEPTED");
        project.people().awaitNotice("stage-passed");
        project.read().body("stagePassed", equalTo(true)).body("tranches[2].status", equalTo("SCHEDULED"));
        var grant = GrantId.of(project.id());
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(duties.of(grant, Tokens.person("an-authority")))
                    .as("the approver of the grant may pass its stage")
                    .contains(Duty.DECIDED);
            assertThat(duties.inConflict(grant)).isFalse();
        });
    }

    /** Claims of different kinds on one tranche do not exclude each other. */
    private void acceptsClaimsOfTwoKinds(Project project) {
        var report = project.fileClaim("REPORT", 2, List.of());
        var matching = project.fileClaim("MATCHING", 2, paid("8000000.00"));
        fund.accept(report);
        fund.accept(matching);
        project.awaitClaim(report, "ACCEPTED");
        project.awaitClaim(matching, "ACCEPTED");
    }

    @Test
    void acceptsAccountsAfterEveryOtherTranche() {
        var project = Project.sponsored(fund, today.minusMonths(3), 2);
        refused(project.draft("ACCOUNTS", 2, paid("9900000.00")), 422, "not-awaited", "/kind");
        project.draft("ACCOUNTS", 3, paid("9900000.00"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:itf:problem:instalments-open"));
        for (var number : new int[] {1, 2}) {
            fund.pay(project.id(), project.tranche(number), "3600000.00");
            project.awaitTranche(number, "PAID");
        }

        refused(project.draft("ACCOUNTS", 3, List.of()), 400, "invalid-claim", "/lines");
        var all = project.draft("ACCOUNTS", 3, paid("12000000.00"))
                .then()
                .statusCode(201)
                .body("claimed.amount", equalTo("9000000.00"))
                .extract()
                .<String>path("id");
        project.people()
                .request()
                .header("If-Match", "\"0\"")
                .body(Map.of("lines", paid("9900000.00"), "report", "100,000 is left."))
                .put("/applications/" + project.id() + "/claims/" + all)
                .then()
                .statusCode(200)
                .body("claimed.amount", equalTo("8900000.00"))
                .body("lines[0].period.from", equalTo(today.minusMonths(3).toString()));
    }

    private static void refused(Response reply, int status, String problem, String pointer) {
        reply.then()
                .statusCode(status)
                .body("type", equalTo("urn:itf:problem:" + problem))
                .body("errors.pointer", contains(pointer));
    }
}
