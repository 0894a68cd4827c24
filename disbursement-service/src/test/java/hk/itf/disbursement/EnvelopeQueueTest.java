package hk.itf.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.event.ApplicationEvent.OfferLapsed;
import hk.itf.model.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The order in which awards are committed when the envelope has too little. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class EnvelopeQueueTest {

    @Inject
    Clock clock;

    @Inject
    EventLog log;

    @AfterEach
    void theBooksAreCoherent() {
        Finance.requireCoherence();
    }

    @Test
    void servesQueueInOrderWithoutOvertaking() {
        var scheme = GrantStory.aScheme();
        var large = GrantStory.inScheme(scheme, clock, Money.hkd(500));
        var small = GrantStory.inScheme(scheme, clock, Money.hkd(100));
        var envelope = large.envelopeWith(Money.hkd(200));
        large.approve();
        large.awaitStatus("WAITING");
        small.approve();
        small.awaitStatus("WAITING"); // it would fit, and does not overtake

        assertThat(Finance.read("/envelopes/" + envelope).getList("waiting.grant", String.class))
                .containsExactly(large.grant.toString(), small.grant.toString());
        assertThat(log.of(small.grant)).containsExactly("award.waiting");

        small.envelopeWith(Money.hkd(300));
        large.awaitStatus("COMMITTED");
        assertThat(Finance.read("/awards/" + small.grant).getString("status")).isEqualTo("WAITING");
        small.envelopeWith(Money.hkd(100));
        small.awaitStatus("COMMITTED");
        assertThat(log.of(small.grant)).containsExactly("award.waiting", "award.committed");
        assertThat(Finance.read("/envelopes/" + envelope).getString("free.amount"))
                .isEqualTo("0.00");
    }

    @Test
    void waitsForEnvelopeWithoutTopUp() {
        var story = GrantStory.of(clock, Money.hkd(70));
        story.approve();
        story.awaitStatus("WAITING");
        story.envelopeWith(Money.hkd(70));
        story.awaitStatus("COMMITTED");
        assertThat(story.amount("committed")).isEqualTo("70.00");
    }

    @Test
    void commitsNextWhenFirstInQueueIsWithdrawn() {
        var scheme = GrantStory.aScheme();
        var large = GrantStory.inScheme(scheme, clock, Money.hkd(500));
        var small = GrantStory.inScheme(scheme, clock, Money.hkd(100));
        large.envelopeWith(Money.hkd(200));
        large.approve();
        large.awaitStatus("WAITING");
        small.approve();
        small.awaitStatus("WAITING");
        large.withdraw();
        large.awaitStatus("VOIDED");
        small.awaitStatus("COMMITTED");
        assertThat(log.of(large.grant)).containsExactly("award.waiting", "award.voided");
    }

    @Test
    void commitsNextWhenCommittedAwardIsWithdrawn() {
        var scheme = GrantStory.aScheme();
        var first = GrantStory.inScheme(scheme, clock, Money.hkd(200));
        var second = GrantStory.inScheme(scheme, clock, Money.hkd(200));
        first.envelopeWith(Money.hkd(200));
        first.approve();
        first.awaitStatus("COMMITTED");
        second.approve();
        second.awaitStatus("WAITING");
        first.say(new OfferLapsed(first.grant, Tokens.person("nobody"), Instant.EPOCH));
        second.awaitStatus("COMMITTED");
        first.awaitStatus("VOIDED");
        assertThat(Finance.statusOf(first.tranche(1))).isEqualTo("CANCELLED");
        assertThat(first.amount("committed")).isEqualTo("0.00");
    }

    @Test
    void namesEveryFaultOfTopUp() {
        Response answer = Finance.as("controller one", "fund-controller")
                .body(
                        "{\"scheme\":\"No Scheme\",\"financialYear\":\"2026-28\",\"amount\":{\"amount\":\"-1.00\",\"currency\":\"HKD\"},\"reason\":\"\"}")
                .post("/envelopes");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.pointer", String.class))
                .containsExactlyInAnyOrder("/scheme", "/financialYear", "/amount", "/reason");
    }
}
