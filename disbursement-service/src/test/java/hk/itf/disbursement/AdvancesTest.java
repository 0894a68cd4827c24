package hk.itf.disbursement;

import static hk.itf.disbursement.TrainingGrants.GRANT;
import static hk.itf.disbursement.TrainingGrants.HALF;
import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.HoldId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.Gate;
import hk.itf.model.scheme.tranche.TranchePlan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Advances of 9,000.00 on training grants of 18,000.00, and their settlement with the claim. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class AdvancesTest {

    @Inject
    Clock clock;

    @Inject
    EventLog log;

    @Inject
    Events events;

    @Inject
    TrainingGrants training;

    @AfterEach
    void checkCoherence() {
        Finance.requireCoherence();
    }

    @Test
    void paysRestWhenClaimIsAcceptedInFull() {
        var story = events.advancePaid(training.paidTo("310000111"), HALF);
        var split = Finance.read("/tranches/" + story.advance(1));
        assertThat(split.getString("advanceOf")).isEqualTo(story.tranche(1).toString());
        assertThat(split.getList("gates.gate", String.class)).containsExactly("AGREEMENT_SIGNED", "PAYEE_VERIFIED");
        assertThat(payable(story)).isEqualTo("9000.00");

        events.isApplied(story.payment(1, GRANT));
        assertThat(Finance.statusOf(story.tranche(1))).isEqualTo("DUE");
        assertThat(payable(story)).isEqualTo("9000.00");
        story.payOut(1);
        story.awaitStatus("CLOSED");
        assertThat(story.amount("paid")).isEqualTo("18000.00");
        assertThat(story.amount("undrawn")).isEqualTo("0.00");
        assertThat(log.of(story.grant))
                .containsExactly(
                        "award.committed",
                        "tranche.advance-split",
                        "tranche.due",
                        "tranche.prepared",
                        "tranche.released",
                        "tranche.paid",
                        "tranche.due",
                        "tranche.prepared",
                        "tranche.released",
                        "tranche.paid",
                        "award.closed");
    }

    @Test
    void cancelsTrancheWhenAcceptedAmountEqualsAdvance() {
        var story = events.advancePaid(training.paidTo("310000113"), HALF);
        events.isApplied(story.payment(1, HALF));
        story.awaitStatus("CLOSED");
        assertThat(Finance.statusOf(story.tranche(1))).isEqualTo("CANCELLED");
        assertThat(story.amount("paid")).isEqualTo("9000.00");
        assertThat(story.amount("undrawn")).isEqualTo("9000.00");
        assertThat(Finance.read("/receivables?organisation=" + story.organisation)
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void mergesDueAdvanceBack() {
        var story = events.advanceDue(training.paidTo("310000114"), HALF);
        events.isApplied(story.payment(1, Money.hkd(12_000)));
        assertThat(Finance.statusOf(story.advance(1))).isEqualTo("CANCELLED");
        var tranche = Finance.read("/tranches/" + story.tranche(1));
        assertThat(tranche.getString("status")).isEqualTo("DUE");
        assertThat(tranche.getString("amount.amount")).isEqualTo("18000.00");
        assertThat(tranche.getString("payable.amount")).isEqualTo("12000.00");
        assertThat(story.amount("undrawn")).isEqualTo("6000.00");
        assertThat(log.of(story.grant)).endsWith("tranche.advance-merged", "tranche.due");
        story.payOut(1);
        story.awaitStatus("CLOSED");
        assertThat(story.amount("paid")).isEqualTo("12000.00");
    }

    @Test
    void holdOnTrancheAlsoStopsItsAdvance() {
        var story = training.paidTo("310000116");
        var hold = Finance.as("releaser", "finance-releaser")
                .body("{\"target\":\"TRANCHE\",\"id\":\"%s\",\"reason\":\"A query\"}".formatted(story.tranche(1)))
                .post("/holds")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        events.isApplied(story.advanceOf(1, HALF));
        assertThat(Finance.statusOf(story.advance(1))).isEqualTo("SCHEDULED");
        assertThat(Finance.read("/tranches/" + story.advance(1)).getList("holds.id", String.class))
                .containsExactly(HoldId.of(hold).toString());
        events.isApplied(story.payment(1, Money.hkd(12_000)));
        assertThat(Finance.statusOf(story.advance(1))).isEqualTo("CANCELLED");
        assertThat(payable(story)).isEqualTo("12000.00");
    }

    @Test
    void paysRestOfNewVersionAfterBankBooksReleasedAdvance() {
        var story = events.advanceDue(training.paidTo("310000902"), HALF);
        story.payOut(story.advance(1));
        events.isApplied(story.payment(1, GRANT));
        var waiting = Finance.read("/tranches/" + story.tranche(1));
        assertThat(waiting.getString("status")).isEqualTo("SCHEDULED");
        assertThat(waiting.getString("waitsFor")).isEqualTo("the bank's answer on the advance");
        assertThat(waiting.getString("accepted.amount")).isEqualTo("18000.00");
        events.isApplied(story.amendment(1, planWithAmount(story, Money.hkd(10_000))));
        story.awaitTranche(1, "DUE");
        assertThat(Finance.statusOf(story.advance(1))).isEqualTo("PAID");
        assertThat(payable(story)).isEqualTo("1000.00");
        assertThat(Finance.read("/tranches/" + story.tranche(1)).getString("waitsFor"))
                .isNull();
    }

    @Test
    void paysAcceptedTotalAfterReleasedAdvanceBounces() {
        var story = events.advanceDue(training.paidTo("310000907"), HALF);
        story.payOut(story.advance(1));
        events.isApplied(story.payment(1, Money.hkd(15_000)));
        story.awaitTranche(1, "DUE");
        assertThat(Finance.statusOf(story.advance(1))).isEqualTo("CANCELLED");
        assertThat(payable(story)).isEqualTo("15000.00");
        assertThat(log.of(story.grant)).endsWith("payment.bounced", "tranche.advance-merged", "tranche.due");
        story.payOut(1);
        story.awaitStatus("CLOSED");
        assertThat(story.amount("paid")).isEqualTo("15000.00");
    }

    @Test
    void paysAdvanceAgainWhenItBouncesAfterClaim() {
        var story = events.advancePaid(training.paidTo("310000906"), HALF);
        events.isApplied(story.payment(1, GRANT));
        story.payOut(1); // the bank returns the advance when the next payment arrives
        story.awaitTranche(1, "PAID");
        story.awaitTranche(story.advance(1), "DUE");
        assertThat(story.amount("paid")).isEqualTo("9000.00");
        story.payOut(story.advance(1));
        story.awaitStatus("CLOSED");
        assertThat(story.amount("paid")).isEqualTo("18000.00");
    }

    @Test
    void splitsOffOneValidAdvanceOnly() {
        var story = training.paidTo("310000117");
        events.isNotApplicable(story.advanceOf(1, GRANT), "is not a part of tranche");
        events.isLate(story.advanceOf(1, Money.ZERO), "the accepted advance is 0.00");
        events.advanceDue(story, HALF);
        events.isLate(story.advanceOf(1, Money.hkd(1)), "the tranche already had an advance");
        events.isNotApplicable(
                story.claim(ClaimKind.PAYMENT, story.advance(1), HALF, Gate.CLAIM_ACCEPTED), "is an advance");
        events.isNotApplicable(story.payment(1, GRANT.plus(Money.ofCents(1))), "exceeds tranche");
        assertThat(payable(story)).isEqualTo("9000.00");

        events.isApplied(story.payment(1, GRANT));
        events.isLate(story.advanceOf(1, HALF), "the tranche is not scheduled, or its claim is decided");
        events.isLate(story.payment(1, GRANT), "the tranche is already decided by a claim or its claim deadline");
    }

    @Test
    void claimsWithoutMoneyOnlyMeetGates() {
        var story = training.paidTo("310000118");
        events.isApplied(story.claim(ClaimKind.REPORT, story.tranche(1), Money.ZERO, Gate.REPORT_ACCEPTED));
        assertThat(Finance.statusOf(story.tranche(1))).isEqualTo("SCHEDULED");
        events.isApplied(story.claim(ClaimKind.MILESTONE, story.tranche(1), Money.ZERO, Gate.CLAIM_ACCEPTED));
        assertThat(Finance.statusOf(story.tranche(1))).isEqualTo("DUE");
        assertThat(payable(story)).isEqualTo("18000.00");
    }

    @Test
    void replansTrancheLessItsPaidAdvance() {
        var story = events.advancePaid(training.paidTo("310000119"), HALF);
        events.isApplied(story.amendment(1, planWithAmount(story, Money.hkd(15_000))));
        assertThat(payable(story)).isEqualTo("6000.00");
        assertThat(story.amount("awarded")).isEqualTo("15000.00");
        events.isNotApplicable(story.amendment(2, planWithAmount(story, Money.hkd(8_999))), "below its advance");
        events.isNotApplicable(story.amendment(2, new TranchePlan(List.of())), "below its advance");

        events.isApplied(
                story.amendment(2, planWithAmount(story, HALF))); // the claim has yet to account for the advance
        assertThat(Finance.statusOf(story.tranche(1))).isEqualTo("SCHEDULED");
        events.isApplied(story.payment(1, Money.hkd(5_000)));
        assertThat(Finance.owedBy(story).outstanding()).isEqualTo("4000.00");
    }

    @Test
    void versionBelowDueAdvanceMergesItBack() {
        var story = events.advanceDue(training.paidTo("310000120"), HALF);
        events.isApplied(story.amendment(1, planWithAmount(story, Money.hkd(7_000))));
        assertThat(Finance.statusOf(story.advance(1))).isEqualTo("CANCELLED");
        assertThat(payable(story)).isEqualTo("7000.00");
        assertThat(log.of(story.grant)).endsWith("tranche.advance-merged", "award.amended");
    }

    @Test
    void commitsNothingForApprovalWithoutMoney() {
        var story = GrantStory.of(clock);
        events.isLate(story.approval(), "no money is granted");
        Finance.as("auditor", "auditor").get("/awards/" + story.grant).then().statusCode(404);
        story.approve();
        Poll.until(() -> !log.ignored(story.grant).isEmpty());
    }

    private static TranchePlan planWithAmount(GrantStory story, Money amount) {
        return new TranchePlan(List.of(story.plan.tranches().getFirst().with(amount)));
    }

    private static String payable(GrantStory story) {
        return Finance.read("/tranches/" + story.tranche(1)).getString("payable.amount");
    }
}
