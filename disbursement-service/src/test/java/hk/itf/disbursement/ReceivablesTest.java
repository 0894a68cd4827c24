package hk.itf.disbursement;

import static hk.itf.disbursement.TrainingGrants.GRANT;
import static hk.itf.disbursement.TrainingGrants.HALF;
import static hk.itf.disbursement.TrainingGrants.dueNext;
import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.clock.HongKong;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Receivables for unearned advances: a training grant of 18,000.00, half of it paid in advance. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class ReceivablesTest {

    @Inject
    Clock clock;

    @Inject
    EventLog log;

    @Inject
    Events events;

    @Inject
    TrainingGrants training;

    @AfterEach
    void theBooksAreCoherent() {
        Finance.requireCoherence();
    }

    @Test
    void owesUnearnedAdvanceUntilCashInTwoPartsCloses() {
        var story = training.paidTo("320000111");
        var owed = events.owing(story, HALF, Money.ZERO);
        var view = owed.read();
        assertThat(view.getString("outstanding.amount")).isEqualTo("9000.00");
        assertThat(view.getString("owner")).isEqualTo(story.organisation.toString());
        assertThat(view.getString("tranche")).isEqualTo(story.advance(1).toString());
        assertThat(view.getString("reason")).isEqualTo("HK$9,000.00 was paid in advance, and HK$0.00 was accepted.");
        assertThat(view.getString("dueBy"))
                .isEqualTo(HongKong.dayOf(clock.instant()).plusDays(30).toString());
        assertThat(view.getInt("ageDays")).isZero();
        assertThat(view.getBoolean("overdue")).isFalse();
        assertThat(story.amount("paid")).isEqualTo("0.00");
        assertThat(story.amount("owed")).isEqualTo("9000.00");
        assertThat(story.amount("released")).isEqualTo("9000.00");
        assertThat(story.amount("undrawn")).isEqualTo("9000.00");
        assertThat(Finance.statusOf(story.tranche(1))).isEqualTo("CANCELLED");
        assertThat(log.of(story.grant)).endsWith("tranche.paid", "receivable.raised");

        owed.pay(Money.hkd(4_000), "FT-1");
        assertThat(owed.outstanding()).isEqualTo("5000.00");
        assertThat(owed.read().getString("status")).isEqualTo("OPEN");
        assertThat(Finance.read("/awards/" + story.grant).getString("status")).isEqualTo("AGREED");
        owed.pay(Money.hkd(5_000), "FT-2");
        assertThat(owed.read().getString("status")).isEqualTo("SETTLED");
        story.awaitStatus("CLOSED");
        assertThat(story.amount("paid")).isEqualTo("0.00");
        assertThat(story.amount("recovered")).isEqualTo("9000.00");
        assertThat(log.of(story.grant)).endsWith("receivable.settled", "receivable.settled", "award.closed");
        var envelope = Finance.read(
                "/envelopes/" + Finance.read("/awards/" + story.grant).getString("envelope"));
        assertThat(envelope.getString("recovered.amount")).isEqualTo("9000.00");
        assertThat(envelope.getString("free.amount")).isEqualTo("18000.00");
    }

    @Test
    void returnsCashToEnvelopeOfOpenYear() {
        var story = training.paidTo("320000113");
        var owed = events.owing(story, HALF, Money.hkd(8_000));
        var before = story.financialYear();
        TestClock.advance(Duration.ofDays(366));
        assertThat(story.financialYear()).isNotEqualTo(before);
        owed.pay(Money.hkd(1_000), "FT-3");
        story.awaitStatus("CLOSED");
        assertThat(story.amount("paid")).isEqualTo("8000.00");
        var open = Finance.read("/envelopes")
                .<Map<String, Map<String, String>>>get("items.find { it.scheme == '%s' && it.financialYear == '%s' }"
                        .formatted(story.scheme, story.financialYear()));
        assertThat(open.get("recovered")).containsEntry("amount", "1000.00");
        assertThat(open.get("decommitted"))
                .as("what was never drawn returns to the open year, too")
                .containsEntry("amount", "9000.00");
    }

    @Test
    void servesQueueWithRecoveredCash() {
        var story = training.paidTo("320000114");
        var owed = events.owing(story, HALF, Money.hkd(8_000));
        var next = GrantStory.inScheme(story.scheme, clock, Money.hkd(1_000));
        events.isApplied(next.approval());
        assertThat(log.of(next.grant)).containsExactly("award.waiting");
        owed.pay(Money.hkd(1_000), "FT-4");
        assertThat(log.of(next.grant)).containsExactly("award.waiting", "award.committed");
    }

    @Test
    void paysFullySetOffTrancheWithoutAttempt() {
        var story = training.paidTo("320000116");
        var owed = events.owing(story, HALF, Money.hkd(2_000));
        var next = dueNext(story, Money.hkd(5_000));
        owed.setOff(next.tranche(1), Money.hkd(5_000), "preparer").then().statusCode(201);
        owed.confirmSetOff("releaser").then().statusCode(200);
        assertThat(Finance.statusOf(next.tranche(1))).isEqualTo("PAID");
        assertThat(Finance.read("/tranches/" + next.tranche(1) + "/attempts").getList("$"))
                .isEmpty();
        next.awaitStatus("CLOSED");
        assertThat(next.amount("paid")).isEqualTo("5000.00");
        assertThat(log.of(next.grant)).endsWith("tranche.due", "tranche.paid", "award.closed");
        assertThat(owed.outstanding()).isEqualTo("2000.00");
    }

    @Test
    void paysRestByBankAfterSetOffAndBounce() {
        var story = training.paidTo("320000128");
        var owed = events.owing(story, HALF, Money.ZERO);
        story.withPayee("320000901");
        var next = dueNext(story, GRANT);
        owed.setOff(next.tranche(1), HALF, "preparer").then().statusCode(201);
        assertThat(owed.outstanding()).isEqualTo("9000.00");
        owed.confirmSetOff("releaser").then().statusCode(200);
        assertThat(owed.read().getString("status")).isEqualTo("SETTLED");
        assertThat(log.of(story.grant)).contains("receivable.settled");
        var tranche = Finance.read("/tranches/" + next.tranche(1));
        assertThat(tranche.getString("status")).isEqualTo("DUE");
        assertThat(tranche.getString("toPay.amount")).isEqualTo("9000.00");

        next.payOut(1);
        next.awaitTranche(1, "DUE"); // the bank returns the first payment to this account
        assertThat(next.amount("paid")).isEqualTo("9000.00");
        assertThat(Finance.read("/tranches/" + next.tranche(1)).getString("toPay.amount"))
                .isEqualTo("9000.00");
        next.payOut(1);
        next.awaitStatus("CLOSED");
        story.awaitStatus("CLOSED");
        assertThat(next.amount("paid")).isEqualTo("18000.00");
        assertThat(Finance.read("/tranches/" + next.tranche(1) + "/attempts").getList("amount.amount", String.class))
                .containsExactly("9000.00", "9000.00");
        assertThat(story.amount("paid")).isEqualTo("0.00");
    }

    @Test
    void setsOffAgainstTrancheOfSameGrant() {
        var story = GrantStory.of(clock, GRANT, GRANT).agreed().withPayee("320000117");
        var owed = events.owing(story, HALF, Money.hkd(8_000));
        story.due(2, GRANT);
        owed.setOff(story.tranche(2), Money.hkd(1_000), "preparer").then().statusCode(201);
        owed.confirmSetOff("releaser").then().statusCode(200);
        story.payOut(2);
        story.awaitStatus("CLOSED");
        assertThat(story.amount("paid")).isEqualTo("26000.00");
    }

    @Test
    void raisesReceivableWhenClaimDeadlinePasses() {
        var paid = events.advancePaid(training.paidTo("320000118"), HALF);
        events.isApplied(paid.deadline(1));
        assertThat(Finance.owedBy(paid).read().getString("reason"))
                .isEqualTo("HK$9,000.00 was paid in advance, and the claim deadline passed without an accepted claim.");

        var released = events.advanceDue(training.paidTo("320000902"), HALF);
        released.payOut(released.advance(1));
        events.isApplied(released.deadline(1));
        events.isLate(released.deadline(1), "a claim was accepted, or the tranche has nothing to claim");
        assertThat(Finance.statusOf(released.tranche(1))).isEqualTo("SCHEDULED");
        released.awaitTranche(1, "CANCELLED");
        assertThat(Finance.owedBy(released).outstanding()).isEqualTo("9000.00");

        var due = events.advanceDue(training.paidTo("320000119"), HALF);
        events.isApplied(due.deadline(1));
        due.awaitStatus("CLOSED");
        assertThat(due.amount("undrawn")).isEqualTo("18000.00");
        assertThat(log.of(due.grant)).endsWith("tranche.advance-merged", "award.closed");
    }

    @Test
    void cancelsReceivableWhenAdvanceBounces() {
        var story = training.paidTo("320000906");
        var owed = events.owing(story, HALF, Money.hkd(4_000));
        assertThat(owed.outstanding()).isEqualTo("5000.00");
        dueNext(story, Money.hkd(10)).payOut(1); // only now does the bank send the advance back
        story.awaitTranche(story.advance(1), "DUE");
        assertThat(owed.read().getString("status")).isEqualTo("CANCELLED");
        assertThat(story.amount("owed")).isEqualTo("0.00");
        assertThat(story.amount("undrawn")).isEqualTo("14000.00");
        assertThat(Finance.read("/tranches/" + story.advance(1)).getString("toPay.amount"))
                .isEqualTo("4000.00");
        story.payOut(story.advance(1));
        story.awaitStatus("CLOSED");
        assertThat(story.amount("paid")).isEqualTo("4000.00");
    }

    @Test
    void cancelsTrancheWhenFullyUnearnedAdvanceBounces() {
        var story = training.paidTo("320001906");
        events.owing(story, HALF, Money.ZERO);
        dueNext(story, Money.hkd(10)).payOut(1);
        story.awaitStatus("CLOSED");
        assertThat(Finance.statusOf(story.advance(1))).isEqualTo("CANCELLED");
        assertThat(story.amount("committed")).isEqualTo("0.00");
        assertThat(log.of(story.grant))
                .endsWith("receivable.settled", "payment.bounced", "tranche.advance-merged", "award.closed");
    }

    @Test
    void parksBounceOfPartlyRecoveredAdvance() {
        var story = training.paidTo("320002906");
        var owed = events.owing(story, HALF, Money.ZERO);
        owed.pay(Money.hkd(1_000), "FT-5");
        var attempt =
                Finance.read("/tranches/" + story.advance(1) + "/attempts").getString("[0].id");
        var next = dueNext(story, Money.hkd(10));
        next.payOut(1);
        next.awaitTranche(1, "PAID"); // answered after the bounce
        assertThat(Finance.read("/payments/parked").getString("find { it.endToEndId == '" + attempt + "' }.reason"))
                .isEqualTo(
                        "the payment bounced, but the grantee owes the payment back and a part was already recovered");
        assertThat(owed.outstanding()).isEqualTo("8000.00");
        assertThat(Finance.statusOf(story.advance(1))).isEqualTo("PAID");
    }

    @Test
    void listsReceivablesByDueDate() {
        var first = training.paidTo("320000127");
        var older = events.owing(first, HALF, Money.ZERO);
        TestClock.advance(Duration.ofDays(20));
        var younger = events.owing(first.another(GRANT).agreed(), HALF, Money.ZERO);
        TestClock.advance(Duration.ofDays(11));
        var of = "/receivables?organisation=" + first.organisation;
        assertThat(Finance.read(of).getList("items.id", String.class)).containsExactly(older.id(), younger.id());
        assertThat(Finance.read(of).getList("items.ageDays", Integer.class)).containsExactly(31, 11);
        assertThat(Finance.read(of).getList("items.overdue", Boolean.class)).containsExactly(true, false);
        assertThat(Finance.read(of + "&overdue=true").getList("items.id", String.class))
                .containsExactly(older.id());
        var page = Finance.read(of + "&size=1");
        assertThat(page.getList("items.id", String.class)).containsExactly(older.id());
        assertThat(Finance.read(of + "&size=1&cursor=" + page.getString("next")).getList("items.id", String.class))
                .containsExactly(younger.id());
        older.pay(HALF, "FT-12");
        assertThat(Finance.read(of + "&status=OPEN").getList("items.id", String.class))
                .containsExactly(younger.id());
        assertThat(Finance.read(of + "&status=SETTLED").getList("items.overdue", Boolean.class))
                .containsExactly(false);
    }
}
