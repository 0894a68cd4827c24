package hk.itf.disbursement;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.event.ApplicationEvent.ClaimDeadlinePassed;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.TranchePlan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Claims and amendments return the undrawn amount to the envelope, to the cent. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class ClaimsAndAmendmentsTest {

    @Inject
    Clock clock;

    @Inject
    EventLog log;

    @AfterEach
    void checkCoherence() {
        Finance.requireCoherence();
    }

    private static final Money QUARTER = Money.hkd(135_000);

    @Test
    void paysAcceptedMonthsAndDecommitsRestAtClosing() {
        var story =
                GrantStory.of(clock, QUARTER).agreed().withPayee("222000111").due(1, Money.hkd(90_000));
        assertThat(story.amount("undrawn")).isEqualTo("45000.00");
        story.payOut(1);
        story.awaitStatus("CLOSED");
        assertThat(story.amount("paid")).isEqualTo("90000.00");
        assertThat(story.amount("committed")).isEqualTo("90000.00");
        var envelope = Finance.read("/awards/" + story.grant).getString("envelope");
        assertThat(Finance.read("/envelopes/" + envelope).getString("free.amount"))
                .isEqualTo("45000.00");
        assertThat(log.of(story.grant)).endsWith("tranche.paid", "award.closed");
    }

    @Test
    void cancelsUnclaimedAndFullyRefusedTranches() {
        var story = GrantStory.of(clock, QUARTER, QUARTER).agreed();
        story.passDeadline(1);
        story.acceptClaim(2, Money.ZERO);
        story.awaitStatus("CLOSED");
        assertThat(story.amount("committed")).isEqualTo("0.00");
        assertThat(story.amount("undrawn")).isEqualTo("270000.00");
        assertThat(log.of(story.grant)).containsExactly("award.committed", "award.closed");
    }

    /** Happens when a withdrawn claim and its replacement are both accepted. */
    @Test
    void ignoresSecondAcceptedClaimOnTranche() {
        var story = GrantStory.of(clock, QUARTER, QUARTER).agreed().withPayee("222000555");
        story.acceptClaim(1, QUARTER);
        story.awaitTranche(1, "DUE");
        story.acceptClaim(1, Money.hkd(90_000));
        story.acceptClaim(2, QUARTER);
        story.awaitTranche(2, "DUE");
        assertThat(log.ignored(story.grant)).hasSize(1);
        assertThat(Finance.read("/tranches/" + story.tranche(1)).getString("toPay.amount"))
                .isEqualTo("135000.00");
        assertThat(story.amount("undrawn")).isEqualTo("0.00");
    }

    @Test
    void ignoresClaimDeadlineAfterAcceptedClaim() {
        var story = GrantStory.of(clock, QUARTER).agreed();
        story.acceptClaim(1, QUARTER);
        await().atMost(ofSeconds(20)).until(() -> log.applied(story.grant).contains("assessment 2"));
        story.say(new ClaimDeadlinePassed(
                story.grant, story.tranche(1), Tokens.person("x"), LocalDate.of(2026, 9, 30), Instant.EPOCH));
        await().atMost(ofSeconds(20)).until(() -> !log.ignored(story.grant).isEmpty());
        assertThat(Finance.statusOf(story.tranche(1))).isEqualTo("SCHEDULED");
    }

    @Test
    void lowerVersionDecommitsAndServesQueue() {
        var story = GrantStory.of(clock, QUARTER, QUARTER, QUARTER, QUARTER)
                .agreed()
                .withPayee("222000222")
                .due(1, Money.hkd(100_000));
        story.payOut(1);
        story.awaitTranche(1, "PAID");
        var next = GrantStory.inScheme(story.scheme, clock, Money.hkd(200_000));
        next.approve();
        next.awaitStatus("WAITING");

        var shorter = new TranchePlan(List.of(
                story.plan.tranches().get(0), story.plan.tranches().get(1).with(Money.hkd(45_000))));
        story.amend(1, shorter);
        next.awaitStatus("COMMITTED");

        assertThat(story.amount("awarded")).isEqualTo("180000.00");
        assertThat(story.amount("committed")).isEqualTo("180000.00");
        assertThat(story.amount("undrawn")).isEqualTo("35000.00");
        assertThat(Finance.statusOf(story.tranche(1))).isEqualTo("PAID");
        assertThat(Finance.statusOf(story.tranche(3))).isEqualTo("CANCELLED");
        assertThat(Finance.read("/awards/" + story.grant).getList("versions.status", String.class))
                .containsExactly("SUPERSEDED", "IN_FORCE");
        assertThat(log.of(story.grant)).endsWith("tranche.paid", "award.amended");

        story.amend(1, shorter); // names a version that is no longer in force
        await().atMost(ofSeconds(20)).until(() -> !log.ignored(story.grant).isEmpty());
    }

    @Test
    void parksVersionThatOmitsPaidTranche() {
        var story = GrantStory.of(clock, QUARTER, QUARTER)
                .agreed()
                .withPayee("222000333")
                .due(1, QUARTER);
        story.payOut(1);
        story.awaitTranche(1, "PAID");
        story.amend(1, new TranchePlan(List.of(story.plan.tranches().get(1))));
        await().atMost(ofSeconds(20)).until(() -> log.waiting(story.grant).equals(List.of("PARKED")));
        assertThat(story.amount("committed")).isEqualTo("270000.00");
        assertThat(Finance.read("/awards/" + story.grant).getInt("versionInForce"))
                .isEqualTo(1);
    }
}
