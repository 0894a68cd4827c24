package hk.itf.applications.amendment;

import static hk.itf.applications.amendment.RunningGrant.budget;
import static hk.itf.applications.amendment.RunningGrant.paid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.applications.SimulatedFund;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class VariationTest {

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
    void variationMovesMilestoneAndItsDeadlines() {
        var before = grant.read().extract().jsonPath();
        var later = TestClock.today().plusMonths(9);
        var amendment = grant.submit(
                "VARIATION",
                Map.of("milestones", List.of(Map.of("tranche", grant.tranche(1), "lastDay", later.toString()))));
        assertThat(amendment.awarded()).isEqualTo(Money.hkd(200_000));
        assertThat(amendment.tranches().getFirst().period().to()).isEqualTo(later);
        assertThat(amendment.tranches().getFirst().claimBy()).isAfter(later);
        assertThat(amendment.tranches().getLast().period().from()).isEqualTo(later.plusDays(1));
        assertThat(before.<String>get("tranches[0].period.to")).isNotEqualTo(later.toString());

        fund.amend(grant.id(), amendment);
        grant.waitsUntilInForce(amendment);
        grant.read().body("tranches[0].period.to", equalTo(later.toString()));
    }

    @Test
    void changedBudgetLowersButNeverIncreasesAward() {
        var larger = grant.submit("VARIATION", Map.of("answers", Map.of("budget", budget("900000.00"))));
        assertThat(larger.awarded()).isEqualTo(Money.hkd(200_000));
        grant.acts(grant.people(), larger, larger.version(), "withdrawal")
                .then()
                .statusCode(200);

        var amendment = grant.submit(
                "VARIATION", Map.of("answers", Map.of("budget", budget("300000.00"), "product", "A hoist.")));
        assertThat(amendment.awarded()).isEqualTo(Money.hkd(150_000));
        assertThat(amendment.tranches().stream().map(each -> each.amount()))
                .containsExactly(Money.hkd(135_000), Money.hkd(15_000));

        fund.amend(grant.id(), amendment);
        grant.waitsUntilInForce(amendment);
        grant.read()
                .body("answers.product", equalTo("A hoist."))
                .body("tranches.amount.amount", contains("135000.00", "15000.00"));
    }

    @Test
    void namesEveryFaultOfVariation() {
        grant.draft("VARIATION", Map.of())
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:itf:problem:nothing-changes"));
        grant.draft("VARIATION", Map.of("answers", Map.of("months", 9, "nobody-asked", 1)))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/answers/months", "/answers/nobody-asked"));
        grant.draft(
                        "VARIATION",
                        Map.of(
                                "milestones",
                                List.of(
                                        Map.of(
                                                "tranche", UUID.randomUUID().toString(),
                                                "lastDay", TestClock.today().toString()),
                                        Map.of(
                                                "tranche", grant.tranche(1),
                                                "lastDay",
                                                        TestClock.today()
                                                                .minusDays(1)
                                                                .toString()))))
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/milestones/0/tranche", "/milestones/1/lastDay"));
        var soon = TestClock.today().plusMonths(7);
        grant.draft("VARIATION", Map.of("milestones", List.of(milestone(1, soon), milestone(1, soon))))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:itf:problem:milestones-do-not-fit"))
                .body("errors.pointer", contains("/milestones/1/tranche"));
        grant.draft("VARIATION", Map.of("keep", Map.of("amount", "1.00", "currency", "HKD"), "lastDay", "2027-01-01"))
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/keep", "/lastDay"));
        var longest = TestClock.today().plusMonths(12).minusDays(1); // the question takes twelve months
        grant.draft("VARIATION", Map.of("milestones", List.of(milestone(1, longest.plusDays(1)))))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:itf:problem:milestones-do-not-fit"))
                .body("errors.pointer", contains("/milestones"))
                .body("errors.code", contains("too-long"));
        grant.draft("VARIATION", Map.of("milestones", List.of(milestone(1, longest))))
                .then()
                .statusCode(201);
    }

    @Test
    void cancelledTrancheDoesNotCountAsPaid() {
        grant = RunningGrant.of200000(fund, TestClock.today().minusMonths(6).minusDays(1));
        var claim = grant.fileClaim("PAYMENT", 1, paid("400000.00"));
        fund.acceptClaim(grant.id(), claim.id().toString(), grant.tranche(1), "0.00"); // it failed
        grant.waitsUntilInstalmentIs(1, "CANCELLED");

        var amendment = grant.submit("VARIATION", Map.of("answers", Map.of("budget", budget("300000.00"))));
        assertThat(amounts(amendment)).containsExactly(Money.ZERO, Money.hkd(20_000));
        fund.amend(grant.id(), amendment);
        grant.waitsUntilInForce(amendment);
        grant.read().body("awarded.amount", equalTo("20000.00")).body("tranches.status[0]", equalTo("CANCELLED"));
    }

    @Test
    void undrawnAmountIsNotDeductedFromNextTranche() {
        grant = RunningGrant.of200000(fund, TestClock.today().minusMonths(6).minusDays(1));
        var claim = grant.fileClaim("PAYMENT", 1, paid("200000.00"));
        fund.acceptClaim(grant.id(), claim.id().toString(), grant.tranche(1), "90000.00");
        fund.pay(grant.id(), grant.tranche(1), "90000.00");
        grant.awaitNotice("claim-accepted");
        grant.waitsUntilPaid(1);

        grant.draft("VARIATION", Map.of("answers", Map.of("budget", budget("179999.98"))))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:below-paid"));
        var kept = grant.submit("VARIATION", Map.of("answers", Map.of("budget", budget("300000.00"))));
        assertThat(amounts(kept)).containsExactly(Money.hkd(90_000), Money.hkd(20_000));
        grant.acts(grant.people(), kept, kept.version(), "withdrawal").then().statusCode(200);

        var cut = grant.submit("VARIATION", Map.of("answers", Map.of("budget", budget("200000.00"))));
        assertThat(amounts(cut)).containsExactly(Money.hkd(90_000), Money.hkd(10_000));
        fund.amend(grant.id(), cut);
        grant.waitsUntilInForce(cut);
        grant.read().body("awarded.amount", equalTo("100000.00"));
    }

    private static List<Money> amounts(AmendmentView amendment) {
        return amendment.tranches().stream().map(each -> each.amount()).toList();
    }

    private Map<String, String> milestone(int number, LocalDate lastDay) {
        return Map.of("tranche", grant.tranche(number), "lastDay", lastDay.toString());
    }
}
