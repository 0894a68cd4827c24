package hk.itf.disbursement;

import static hk.itf.disbursement.TrainingGrants.refused;
import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.StackResource;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
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

/**
 * Payments that bounce after their amounts were already used to compute what is owed. The simulated bank bounces the
 * first payment to an account that ends in 906 when another payment to the same account follows.
 */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class LateBounceTest {

    private static final Money FIRST = Money.hkd(400);
    private static final Money SECOND = Money.hkd(400);
    private static final Money LAST = Money.hkd(200);

    @Inject
    Clock clock;

    @Inject
    Events events;

    @AfterEach
    void checkCoherence() {
        Finance.requireCoherence();
    }

    @Test
    void bounceLowersUnspentBalanceOwed() {
        var story = twoPaid("410001906");
        events.isApplied(accounts(story, Money.hkd(300)));
        assertThat(story.amount("owed")).isEqualTo("500.00");
        assertThat(story.amount("paid")).isEqualTo("300.00");
        assertThat(Finance.statusOf(story.tranche(3))).isEqualTo("CANCELLED");
        assertThat(Finance.read("/awards/" + story.grant).getString("status")).isEqualTo("AGREED");
        bounceFirstPaymentTo("410001906");
        story.awaitTranche(1, "CANCELLED");
        assertThat(story.amount("owed")).isEqualTo("100.00");
        assertThat(story.amount("paid")).isEqualTo("300.00");
        assertThat(debts(story)).containsExactlyInAnyOrder("CANCELLED 0.00", "OPEN 100.00");
        new Finance.Owed(openDebt(story)).pay(Money.hkd(100), "FT-406");
        story.awaitStatus("CLOSED");
        assertThat(story.amount("paid")).isEqualTo("300.00");
    }

    @Test
    void bouncedTrancheIsDueForRemainingPayable() {
        var story = twoPaid("410002906");
        events.isApplied(accounts(story, Money.hkd(700)));
        assertThat(story.amount("owed")).isEqualTo("100.00");
        bounceFirstPaymentTo("410002906");
        story.awaitTranche(1, "DUE");
        assertThat(story.amount("owed")).isEqualTo("0.00");
        assertThat(Finance.read("/tranches/" + story.tranche(1)).getString("payable.amount"))
                .isEqualTo("300.00");
        story.payOut(1);
        story.awaitStatus("CLOSED");
        assertThat(story.amount("paid")).isEqualTo("700.00");
    }

    @Test
    void accountsLowerBouncedTranche() {
        var story = twoPaid("410003906");
        bounceFirstPaymentTo("410003906");
        story.awaitTranche(1, "DUE");
        Finance.prepare(story.tranche(1), "preparer").then().statusCode(200);
        events.isApplied(accounts(story, Money.hkd(500)));
        assertThat(Finance.statusOf(story.tranche(1))).isEqualTo("DUE");
        assertThat(Finance.read("/tranches/" + story.tranche(1)).getString("payable.amount"))
                .isEqualTo("100.00");
        assertThat(story.amount("owed")).isEqualTo("0.00");
        story.payOut(1);
        story.awaitStatus("CLOSED");
        assertThat(story.amount("paid")).isEqualTo("500.00");
    }

    @Test
    void accountsCountOwnAdvanceOnce() {
        var story = twoPaid("410010906");
        events.isApplied(story.advanceOf(3, Money.hkd(80)));
        story.payOut(story.advance(3));
        story.awaitTranche(story.advance(3), "PAID");
        events.isApplied(accounts(story, Money.hkd(850)));
        assertThat(story.amount("owed")).isEqualTo("30.00");
        assertThat(Finance.statusOf(story.tranche(3))).isEqualTo("CANCELLED");
        assertThat(story.amount("paid")).isEqualTo("850.00");
    }

    @Test
    void accountsDoNotReclaimUnearnedAdvanceAgain() {
        var story = advanceNotEarned("410011111");
        events.isApplied(accounts(story, Money.hkd(350)));
        assertThat(debts(story)).containsExactlyInAnyOrder("OPEN 200.00", "OPEN 150.00");
        assertThat(story.amount("paid")).isEqualTo("350.00");
    }

    @Test
    void bounceOfUnearnedAdvanceLowersUnspentBalanceByEarnedPart() {
        var story = advanceNotEarned("410012906");
        events.isApplied(accounts(story, Money.hkd(350)));
        bounceFirstPaymentTo("410012906");
        Poll.until(() -> "50.00".equals(story.amount("owed")));
        assertThat(debts(story)).containsExactlyInAnyOrder("CANCELLED 0.00", "CANCELLED 0.00", "OPEN 50.00");
        assertThat(story.amount("paid")).isEqualTo("350.00");
        assertThat(Finance.statusOf(story.advance(2))).isEqualTo("CANCELLED");
    }

    @Test
    void bounceAfterTerminationLowersAmountOwed() {
        var story = twoPaid("410004906");
        terminate(story, Money.hkd(300));
        assertThat(story.amount("owed")).isEqualTo("500.00");
        bounceFirstPaymentTo("410004906");
        Poll.until(() -> "100.00".equals(story.amount("owed")));
        assertThat(story.amount("paid")).isEqualTo("300.00");
        assertThat(Finance.statusOf(story.tranche(1))).isEqualTo("CANCELLED");
    }

    @Test
    void parksBounceOfPartlyRecoveredTranche() {
        var story = twoPaid("410006906");
        events.isApplied(accounts(story, Money.hkd(300)));
        new Finance.Owed(openDebt(story)).pay(Money.hkd(50), "FT-407");
        var attempt =
                Finance.read("/tranches/" + story.tranche(1) + "/attempts").getString("[0].id");
        bounceFirstPaymentTo("410006906");
        Poll.until(() -> Finance.read("/payments/parked")
                .getList("endToEndId", String.class)
                .contains(attempt));
        assertThat(story.amount("owed")).isEqualTo("450.00");
    }

    @Test
    void terminatedGrantKeepsSetOffAmount() {
        var debtor = GrantStory.of(clock, Money.hkd(60)).agreed().withPayee("410007111");
        var owed = events.owing(debtor, Money.hkd(30), Money.ZERO);
        var next = debtor.another(Money.hkd(100)).agreed().due(1, Money.hkd(100));
        owed.setOff(next.tranche(1), Money.hkd(30), "preparer").then().statusCode(201);
        owed.confirmSetOff("releaser").then().statusCode(200);
        terminate(next, Money.hkd(30));
        assertThat(Finance.statusOf(next.tranche(1))).isEqualTo("PAID");
        assertThat(next.amount("paid")).isEqualTo("30.00");
        assertThat(next.amount("committed")).isEqualTo("30.00");
        assertThat(next.amount("owed")).isEqualTo("0.00");
        refused(Finance.prepare(next.tranche(1), "another preparer"), "illegal-transition");
    }

    @Test
    void doesNotRepayBounceAfterTermination() {
        var debtor = GrantStory.of(clock, Money.hkd(60)).agreed().withPayee("410008111");
        var owed = events.owing(debtor, Money.hkd(30), Money.ZERO);
        var next =
                debtor.another(Money.hkd(100)).agreed().withPayee("410008907").due(1, Money.hkd(100));
        owed.setOff(next.tranche(1), Money.hkd(30), "preparer").then().statusCode(201);
        owed.confirmSetOff("releaser").then().statusCode(200);
        next.payOut(1); // the bank bounces the payment later
        events.isApplied(termination(next, Money.hkd(30)));
        events.isLate(next.amendment(2, next.plan), "the award is being terminated");
        next.awaitStatus("TERMINATED");
        assertThat(Finance.statusOf(next.tranche(1))).isEqualTo("PAID");
        assertThat(next.amount("paid")).isEqualTo("30.00");
        assertThat(next.amount("committed")).isEqualTo("30.00");
    }

    private static ClaimAccepted accounts(GrantStory story, Money spent) {
        return story.claim(ClaimKind.ACCOUNTS, story.tranche(3), spent, Gate.CLAIM_ACCEPTED, Gate.REPORT_ACCEPTED);
    }

    private void terminate(GrantStory story, Money keep) {
        events.isApplied(termination(story, keep));
        story.awaitStatus("TERMINATED");
    }

    private static AmendmentApproved termination(GrantStory story, Money keep) {
        return story.amendment(AmendmentKind.TERMINATION, 1, new TranchePlan(List.of()), keep);
    }

    /** The first tranche is paid to an account whose payment bounces later, the second to another account. */
    private GrantStory twoPaid(String first) {
        var story = GrantStory.of(clock, FIRST, SECOND, LAST)
                .agreed()
                .withPayee(first)
                .due(1, FIRST);
        story.payOut(1);
        story.awaitTranche(1, "PAID");
        story.withPayee("410009111").due(2, SECOND);
        story.payOut(2);
        story.awaitTranche(2, "PAID");
        return story;
    }

    /** The first tranche is paid; an advance of 300.00 on the second is paid to the account, and 100.00 of it is earned. */
    private GrantStory advanceNotEarned(String account) {
        var story = GrantStory.of(clock, FIRST, SECOND, LAST)
                .agreed()
                .withPayee("410009111")
                .due(1, FIRST);
        story.payOut(1);
        story.awaitTranche(1, "PAID");
        story.withPayee(account);
        events.isApplied(story.advanceOf(2, Money.hkd(300)));
        story.payOut(story.advance(2));
        story.awaitTranche(story.advance(2), "PAID");
        events.isApplied(story.payment(2, Money.hkd(100)));
        return story;
    }

    private void bounceFirstPaymentTo(String account) {
        var other = GrantStory.of(clock, LAST).agreed().withPayee(account).due(1, LAST);
        other.payOut(1);
        other.awaitTranche(1, "PAID");
    }

    private static List<String> debts(GrantStory story) {
        return Finance.read("/receivables?organisation=" + story.organisation)
                .getList("items.collect { it.status + ' ' + it.outstanding.amount }", String.class);
    }

    private static String openDebt(GrantStory story) {
        return Finance.read("/receivables?status=OPEN&organisation=" + story.organisation)
                .getString("items[0].id");
    }
}
