package hk.itf.disbursement;

import static hk.itf.disbursement.TrainingGrants.refused;
import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.StackResource;
import hk.itf.model.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bank answers and their effect on attempts, tranches and awards. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class BankAnswersTest {

    @Inject
    Clock clock;

    @Inject
    EventLog log;

    @Inject
    RolledBackStatements scratch;

    @AfterEach
    void theBooksAreCoherent() {
        Finance.requireCoherence();
    }

    private static final Money ALL = Money.hkd(900);

    private GrantStory released(String accountNumber) {
        var story = GrantStory.of(clock, ALL).agreed().withPayee(accountNumber).due(1, ALL);
        story.payOut(1);
        return story;
    }

    @Test
    void paysSecondAttemptAfterBounce() {
        var story = released("000111901");
        story.awaitTranche(1, "DUE");
        assertThat(story.amount("released")).isEqualTo("0.00");

        story.payOut(1);
        story.awaitTranche(1, "PAID");
        var attempts = Finance.read("/tranches/" + story.tranche(1) + "/attempts");
        assertThat(attempts.getList("status", String.class)).containsExactly("BOUNCED", "BOOKED");
        story.awaitStatus("CLOSED");
        assertThat(story.amount("paid")).isEqualTo("900.00");
        assertThat(log.of(story.grant))
                .containsSubsequence(
                        "tranche.released",
                        "payment.bounced",
                        "tranche.due",
                        "tranche.prepared",
                        "tranche.released",
                        "tranche.paid",
                        "award.closed");
        assertThat(Finance.read("/books")
                        .getString("accounts.find { it.account == 'paid:" + story.grant + "' }.balance.amount"))
                .isEqualTo("900.00");
    }

    @Test
    void booksRepeatedAnswerOnce() {
        var story = released("000111903");
        story.awaitTranche(1, "PAID");
        var fence = released("000111222"); // its answer comes after both
        fence.awaitTranche(1, "PAID");
        assertThat(story.amount("paid")).isEqualTo("900.00");
        assertThat(log.of(story.grant).stream().filter("tranche.paid"::equals)).hasSize(1);
    }

    @Test
    void appliesParkedAnswerOnceItFits() {
        var story = released("000111902"); // the bank is late
        assertThat(Finance.statusOf(story.tranche(1))).isEqualTo("RELEASED");
        var attempt =
                Finance.read("/tranches/" + story.tranche(1) + "/attempts").getString("[0].id");
        parked(-101, attempt, "another amount", 1);
        parked(-102, attempt, "a fault of ours", ALL.cents());
        refused(retry(-101), "still-parked");
        assertThat(story.amount("paid")).isEqualTo("0.00");
        retry(-102).then().statusCode(204);
        assertThat(story.amount("paid")).isEqualTo("900.00");
        retry(-102).then().statusCode(404);
        retry(-103).then().statusCode(404);
        assertThat(Finance.read("/payments/parked").getList("position", Integer.class))
                .contains(-101)
                .doesNotContain(-102);
        story.awaitStatus("CLOSED");
    }

    private void parked(long position, String attempt, String reason, long cents) {
        scratch.commit("insert into parked_bank_answer (position, end_to_end_id, outcome, amount_cents, reference,"
                + " reason, reason_zh_hant, reason_zh_hans)"
                + " values (%1$d, '%2$s', 'BOOKED', %3$d, 'SB-1', '%4$s', '%4$s', '%4$s')"
                        .formatted(position, attempt, cents, reason));
    }

    private static Response retry(long position) {
        return Finance.as("controller", "fund-controller").post("/payments/parked/" + position + "/retrial");
    }

    @Test
    void reopensClosedAwardWhenBookedPaymentBounces() {
        var story = released("000111905");
        Poll.until(() -> log.of(story.grant).contains("payment.bounced"));
        story.awaitStatus("AGREED");
        assertThat(story.amount("paid")).isEqualTo("0.00");
        assertThat(Finance.statusOf(story.tranche(1))).isEqualTo("DUE");

        story.payOut(1);
        story.awaitStatus("CLOSED");
        assertThat(story.amount("paid")).isEqualTo("900.00");
    }
}
