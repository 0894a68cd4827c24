package hk.itf.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.StackResource;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.TranchePlan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
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

    @Inject
    Events events;

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

    @Test
    void ignoresClaimDeadlineAfterAcceptedClaim() {
        var story = GrantStory.of(clock, QUARTER).agreed(); // without bank details, so that the tranche is not due
        events.isApplied(story.payment(1, QUARTER));
        events.isLate(story.deadline(1), "a claim was accepted, or the tranche has nothing to claim");
        assertThat(Finance.statusOf(story.tranche(1))).isEqualTo("SCHEDULED");
    }

    @Test
    void lowerVersionKeepsPaidTrancheAndServesQueue() {
        var story = GrantStory.of(clock, QUARTER, QUARTER, QUARTER, QUARTER)
                .agreed()
                .withPayee("222000222")
                .due(1, Money.hkd(100_000));
        story.payOut(1);
        story.awaitTranche(1, "PAID");
        var next = GrantStory.inScheme(story.scheme, clock, Money.hkd(200_000));
        events.isApplied(next.approval());
        events.isNotApplicable(
                story.amendment(1, new TranchePlan(story.plan.tranches().subList(1, 4))), "cannot omit tranche");
        assertThat(Finance.read("/awards/" + story.grant).getInt("versionInForce"))
                .isEqualTo(1);

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
        Poll.until(() -> !log.ignored(story.grant).isEmpty());
    }
}
