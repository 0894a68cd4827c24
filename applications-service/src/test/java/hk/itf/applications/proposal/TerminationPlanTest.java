package hk.itf.applications.proposal;

import static hk.itf.applications.Applicant.hkd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.applications.Applicant;
import hk.itf.applications.SimulatedFund;
import hk.itf.applications.amendment.AmendmentStatus;
import hk.itf.applications.amendment.AmendmentView;
import hk.itf.applications.amendment.RunningGrant;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.json.Json;
import hk.itf.model.money.Money;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class TerminationPlanTest {

    private static final Map<String, Object> PRODUCT = Map.of("answers", Map.of("product", "A hoist."));

    @Inject
    EntityManager database;

    private final Applicant secretariat = Applicant.withRole("a-secretary", "secretariat");
    private SimulatedFund fund;
    private RunningGrant grant;

    @BeforeEach
    void startGrant() {
        fund = SimulatedFund.open();
        grant = RunningGrant.of200000(fund);
    }

    @AfterEach
    void closeFund() {
        fund.close();
    }

    @Test
    void keepsPaidTranchesAndRefusesKeepingMore() {
        fund.pay(grant.id(), grant.tranche(1), "180000.00");
        grant.awaitNotice("paid");
        grant.draft("TERMINATION", ending("180000.01"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/keep"));
        var amendment = grant.submit("TERMINATION", ending("100000.00"));
        assertThat(amendment.awarded()).isEqualTo(Money.hkd(180_000));
        assertThat(amendment.keep()).isEqualTo(Money.hkd(100_000));
    }

    @Test
    void refusesTerminationByOthersAndOutsideGrant() {
        grant.draft(Applicant.somebody(), "TERMINATION", ending("0.00")).then().statusCode(404);
        grant.draft(secretariat, "EARLY_END", Map.of("lastDay", "2027-01-01"))
                .then()
                .statusCode(404);
        var first = TestClock.today();
        var last = first.plusMonths(6);
        for (var outside : List.of(first.minusDays(1), last.plusDays(1))) {
            grant.draft(secretariat, "TERMINATION", Map.of("lastDay", outside.toString(), "keep", hkd("0.00")))
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:itf:problem:outside-the-grant"))
                    .body("errors.pointer", contains("/lastDay"));
        }
        grant.draft(secretariat, "TERMINATION", Map.of("lastDay", last.toString(), "keep", hkd("0.00")))
                .then()
                .statusCode(201);
    }

    @Test
    void submittedTerminationWithdrawsSubmittedVariation() {
        var variation = grant.submit("VARIATION", PRODUCT);
        var draft = grant.draft(secretariat, "TERMINATION", ending("0.00"))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        assertThat(grant.read(variation).status()).isEqualTo(AmendmentStatus.SUBMITTED);

        grant.submit(secretariat, draft);
        assertThat(grant.read(variation).status()).isEqualTo(AmendmentStatus.WITHDRAWN);
        assertThat(grant.detail(variation, "WITHDRAW")).isEqualTo("a termination of the grant was submitted");
        assertThat(withdrawals()).isOne();
        grant.draft("VARIATION", PRODUCT)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:itf:problem:amendment-open"));
    }

    @Test
    void terminationWithdrawsDraftAndClarifyingAmendments() {
        var sentBack = grant.submit("VARIATION", PRODUCT);
        fund.requestClarification(sentBack, "Which product?");
        grant.awaitStatus(sentBack, AmendmentStatus.CLARIFYING);
        grant.submit(secretariat, "TERMINATION", ending("0.00"));
        assertThat(grant.read(sentBack).status()).isEqualTo(AmendmentStatus.WITHDRAWN);
        assertThat(withdrawals()).isOne();

        grant = RunningGrant.of200000(fund);
        var draft = Json.read(grant.draft("VARIATION", PRODUCT).asString(), AmendmentView.class);
        grant.submit(secretariat, "TERMINATION", ending("0.00"));
        assertThat(grant.read(draft).status()).isEqualTo(AmendmentStatus.WITHDRAWN);
        assertThat(withdrawals()).isZero();
    }

    @Test
    void terminationOverrulesApprovedLaterStage() {
        var stage = waitsForItsNextStage();
        grant.draft("VARIATION", PRODUCT).then().statusCode(409);
        var termination = grant.submit(secretariat, "TERMINATION", ending("0.00"));
        assertThat(grant.read(stage).status()).isEqualTo(AmendmentStatus.APPROVED);

        fund.approve(termination);
        fund.bringIntoForce(grant.id(), 3, Money.ZERO); // version 2 was given up
        grant.waitsUntilInForce(termination);
        assertThat(grant.read(stage).status()).isEqualTo(AmendmentStatus.WITHDRAWN);
        assertThat(grant.detail(stage, "OVERRULE")).isEqualTo("the grant is terminated");
        grant.read().body("stage", equalTo(1)).body("awarded.amount", equalTo("0.00"));
        grant.draft("VARIATION", PRODUCT).then().statusCode(409).body("type", equalTo("urn:itf:problem:not-active"));
    }

    @Test
    void versionOfUnknownTerminationWaitsForItsApproval() {
        var stage = waitsForItsNextStage();
        var termination = grant.submit(secretariat, "TERMINATION", ending("0.00"));
        fund.bringIntoForce(grant.id(), 3, Money.ZERO); // overtakes the approval
        fund.approve(termination);
        grant.waitsUntilInForce(termination);
        assertThat(grant.read(stage).status()).isEqualTo(AmendmentStatus.WITHDRAWN);
    }

    @Test
    void withdrawsTerminationOfSupersededVersion() {
        var stage = waitsForItsNextStage();
        var termination = grant.submit(secretariat, "TERMINATION", ending("0.00"));
        fund.bringIntoForce(grant.id(), 2, stage.awarded()); // the money came first
        grant.waitsUntilInForce(stage);
        assertThat(grant.read(termination).status()).isEqualTo(AmendmentStatus.WITHDRAWN);
        assertThat(withdrawals()).isOne();
        grant.submit(secretariat, "TERMINATION", ending("0.00"));
    }

    @Test
    void granteeMayNotTouchTerminationOfSecretariat() {
        var termination = grant.submit(secretariat, "TERMINATION", ending("0.00"));
        grant.acts(grant.people(), termination, termination.version(), "withdrawal")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:itf:problem:secretariat-required"));
        var reason =
                Map.<String, Object>of("lastDay", TestClock.today().toString(), "keep", hkd("0.00"), "reason", "No.");
        grant.changes(grant.people(), termination, termination.version(), reason)
                .then()
                .statusCode(403);
        grant.acts(secretariat, termination, termination.version(), "withdrawal")
                .then()
                .statusCode(200);
    }

    @Test
    void terminationCancelsEveryUnpaidTranche() {
        splitsAnAdvanceOffTheFirst();
        fund.pay(grant.id(), grant.tranche(2), "72000.00");
        grant.waitsUntilPaid(2);
        var termination = grant.submit(secretariat, "TERMINATION", ending("72000.00"));
        assertThat(termination.awarded()).isEqualTo(Money.hkd(72_000));
        fund.pay(grant.id(), grant.tranche(3), "20000.00");
        grant.waitsUntilPaid(3);

        fund.approve(termination);
        fund.bringIntoForce(grant.id(), 2, Money.hkd(92_000)); // as the fund worked it out
        fund.terminate(grant.id(), "72000.00", "20000.00");
        grant.people().awaitStatus(grant.id(), "TERMINATED");
        grant.read()
                .body("tranches.status", contains("CANCELLED", "PAID", "PAID"))
                .body("tranches.paid.amount", contains("0.00", "72000.00", "20000.00"))
                .body("awarded.amount", equalTo("92000.00"));
    }

    @Test
    void secretariatTerminatesUnpaidGrantWithItsAdvance() {
        splitsAnAdvanceOffTheFirst();
        var termination = grant.submit(secretariat, "TERMINATION", ending("0.00"));
        assertThat(termination.awarded()).isEqualTo(Money.ZERO);
        assertThat(termination.tranches()).isEmpty();
        fund.amend(grant.id(), termination);
        grant.waitsUntilInForce(termination);
        fund.terminate(grant.id(), "0.00", "0.00");
        grant.people().awaitStatus(grant.id(), "TERMINATED");
        grant.read().body("tranches.status", contains("CANCELLED", "CANCELLED", "CANCELLED"));
    }

    /** Splits an advance of 72,000 off the tranche of 180,000. The advance is second in the list, before the tranche of 20,000. */
    private void splitsAnAdvanceOffTheFirst() {
        var advance = grant.fileClaim("ADVANCE", 1, List.of());
        fund.acceptAdvance(grant.id(), advance.id().toString(), grant.tranche(1), "72000.00", "108000.00");
        grant.waitsUntilInstalmentIs(3, "SCHEDULED");
    }

    /** The approved next stage of a grant whose first stage was passed. */
    private AmendmentView waitsForItsNextStage() {
        grant = RunningGrant.of200000(fund, TestClock.today().minusMonths(6));
        grant.passesTheStage(fund);
        var stage = grant.submit(
                "NEXT_STAGE",
                Map.of(
                        "answers",
                        Map.of(
                                "ramp-up-commencement",
                                TestClock.today().plusMonths(7).toString(),
                                "ramp-up-months",
                                12,
                                "ramp-up-cost",
                                hkd("4000000.00"))));
        fund.approve(stage);
        fund.announceWaitingForFunds(grant.id(), 2, "1200000.00");
        grant.awaitStatus(stage, AmendmentStatus.APPROVED);
        return stage;
    }

    private long withdrawals() {
        return QuarkusTransaction.requiringNew().call(() -> (Long) database.createNativeQuery(
                        "select count(*) from event_log where aggregate_id = :id and event_type = 'itf.amendment.withdrawn.v1'",
                        Long.class)
                .setParameter("id", grant.id())
                .getSingleResult());
    }

    private static Map<String, Object> ending(String keep) {
        return Map.of("lastDay", TestClock.today().toString(), "keep", hkd(keep));
    }
}
