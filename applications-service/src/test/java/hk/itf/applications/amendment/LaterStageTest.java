package hk.itf.applications.amendment;

import static hk.itf.applications.Applicant.hkd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import hk.itf.applications.SimulatedFund;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class LaterStageTest {

    private SimulatedFund fund;
    private RunningGrant grant;

    @BeforeEach
    void startGrant() {
        fund = SimulatedFund.open();
        grant = RunningGrant.of200000(fund, TestClock.today().minusMonths(6)); // its first stage is over
    }

    @AfterEach
    void closeFund() {
        fund.close();
    }

    @Test
    void laterStageAddsMoneyOnlyAfterStageGate() {
        grant.draft("NEXT_STAGE", stage("4000000.00"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:stage-not-passed"));

        passesTheStage();
        var amendment = grant.submit("NEXT_STAGE", stage("4000000.00"));
        assertThat(amendment.awarded()).isEqualTo(Money.hkd(1_200_000));
        assertThat(amendment.tranches().stream().map(each -> each.number())).containsExactly(1, 2, 3, 4);
        assertThat(amendment.tranches().stream().map(each -> each.amount()))
                .containsExactly(Money.hkd(180_000), Money.hkd(20_000), Money.hkd(500_000), Money.hkd(500_000));

        fund.announceWaitingForFunds(grant.id(), 2, "1200000.00");
        grant.awaitNotice("award-waiting");
        grant.read().body("waitingFor", equalTo("FUNDS")).body("awarded.amount", equalTo("200000.00"));

        fund.amend(grant.id(), amendment);
        grant.waitsUntilInForce(amendment);
        grant.read()
                .body("waitingFor", nullValue())
                .body("tranches", hasSize(4))
                .body("stage", equalTo(2))
                .body("answers.ramp-up-months", equalTo(12))
                .body("awarded.amount", equalTo("1200000.00"));
        grant.draft("NEXT_STAGE", stage("4000000.00"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:no-later-stage"));
    }

    @Test
    void laterStageNeedsItsAnswersAndKeepsLimitOfAllStages() {
        passesTheStage();
        grant.draft("NEXT_STAGE", Map.of("answers", Map.of("ramp-up-months", 12)))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/answers/ramp-up-commencement", "/answers/ramp-up-cost"));
        grant.draft("NEXT_STAGE", Map.of("answers", Map.of("ramp-up-months", "many", "product", "A hoist.")))
                .then()
                .statusCode(400)
                .body("errors", hasSize(2));
        assertThat(grant.submit("NEXT_STAGE", stage("40000000.00")).awarded()).isEqualTo(Money.hkd(3_000_000));
    }

    private void passesTheStage() {
        grant.passesTheStage(fund);
    }

    private static Map<String, Object> stage(String cost) {
        return Map.of(
                "answers",
                Map.of(
                        "ramp-up-commencement",
                        TestClock.today().plusMonths(7).toString(),
                        "ramp-up-months",
                        12,
                        "ramp-up-cost",
                        hkd(cost)));
    }
}
