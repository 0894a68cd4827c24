package hk.itf.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.StackResource;
import hk.itf.model.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One grant from the approval to the booked payment. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class GrantPaymentTest {

    private static final Money QUARTER = Money.hkd(135_000);

    @Inject
    Clock clock;

    @Inject
    EventLog log;

    @AfterEach
    void checkCoherence() {
        Finance.requireCoherence();
    }

    @Test
    void paysFirstQuarterOfGrant() {
        var story = GrantStory.of(clock, QUARTER, QUARTER, QUARTER, QUARTER);
        var envelope = story.envelopeWith(Money.hkd(1_000_000));
        story.approve();
        story.awaitStatus("COMMITTED");
        assertThat(Finance.read("/envelopes/" + envelope).getString("free.amount"))
                .isEqualTo("460000.00");
        story.accept();
        story.awaitStatus("AGREED");
        story.withPayee("123456789");
        story.due(1, QUARTER);
        story.payOut(1);
        story.awaitTranche(1, "PAID");

        assertThat(story.amount("committed")).isEqualTo("540000.00");
        assertThat(story.amount("released")).isEqualTo("135000.00");
        assertThat(story.amount("paid")).isEqualTo("135000.00");
        assertThat(log.of(story.grant))
                .containsExactly(
                        "award.committed", "tranche.due", "tranche.prepared", "tranche.released", "tranche.paid");
        assertThat(Finance.read("/books")
                        .getString("accounts.find { it.account == 'paid:" + story.grant + "' }.balance.amount"))
                .isEqualTo("135000.00");
        assertThat(Finance.read("/grants/" + story.grant + "/timeline").getList("transition", String.class))
                .contains("APPROVE", "COMMIT", "AGREE", "ACCEPT_CLAIM", "BECOME_DUE", "PREPARE", "RELEASE", "PAY");
    }
}
