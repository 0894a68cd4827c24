package hk.itf.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.event.ApplicationEvent.OfferAccepted;
import hk.itf.model.event.Parties;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reception of repeated, early, late and invalid events. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class ReceptionOrderTest {

    @Inject
    Clock clock;

    @Inject
    EventLog log;

    @AfterEach
    void checkCoherence() {
        Finance.requireCoherence();
    }

    @Test
    void voidsApprovalThatFollowsWithdrawal() {
        var story = GrantStory.of(clock, Money.hkd(50));
        story.envelopeWith(Money.hkd(50));
        story.withdraw();
        Poll.until(() -> !log.applied(story.grant).isEmpty());
        assertThat(Finance.read("/awards/" + story.grant).getString("status")).isEqualTo("VOIDED");
        var approved = story.approve();
        Poll.until(() -> !log.ignored(story.grant).isEmpty());
        story.sayAgain(story.approval(), approved);
        var fence = GrantStory.inScheme(story.scheme, clock, Money.hkd(50));
        fence.approve();
        fence.awaitStatus("COMMITTED"); // nothing was taken from the envelope
        assertThat(log.of(story.grant)).containsExactly("award.voided");
    }

    @Test
    void appliesEarlyAcceptanceAfterApproval() {
        var story = GrantStory.of(clock, Money.hkd(50));
        story.envelopeWith(Money.hkd(50));
        story.accept();
        Poll.until(() -> log.waiting(story.grant).equals(List.of("EARLY")));
        story.approve();
        story.awaitStatus("AGREED");
        assertThat(log.waiting(story.grant)).isEmpty();
    }

    @Test
    void ignoresRedeliveredEvents() {
        var story = GrantStory.of(clock, Money.hkd(50), Money.hkd(50));
        story.envelopeWith(Money.hkd(100));
        var approved = story.approve();
        story.sayAgain(story.approval(), approved);
        story.awaitStatus("COMMITTED");
        story.sayAgain(story.approval(), approved);
        story.accept();
        story.awaitStatus("AGREED");
        var claim = story.acceptClaim(1, Money.hkd(20));
        story.sayAgain(story.approval(), claim);
        story.acceptClaim(2, Money.hkd(30)); // the fence: same topic, same key
        Poll.until(() -> log.applied(story.grant).contains("assessment 3"));
        assertThat(log.of(story.grant)).containsExactly("award.committed");
        assertThat(story.amount("undrawn")).isEqualTo("50.00");
        assertThat(story.amount("committed")).isEqualTo("100.00");
    }

    @Test
    void parksGrantWhoseClaimExceedsItsTranche() {
        var story = GrantStory.of(clock, Money.hkd(50)).agreed();
        story.acceptClaim(1, Money.hkd(51));
        Poll.until(() -> log.waiting(story.grant).equals(List.of("PARKED")));
        var other = GrantStory.of(clock, Money.hkd(50)).agreed();
        assertThat(other.amount("committed")).isEqualTo("50.00");
        assertThat(Finance.read("/tranches/" + story.tranche(1)).getString("payable.amount"))
                .isEqualTo("50.00");
    }

    @Test
    void ignoresWithdrawalAfterAgreement() {
        var story = GrantStory.of(clock, Money.hkd(50)).agreed();
        story.withdraw();
        Poll.until(() -> !log.ignored(story.grant).isEmpty());
        assertThat(Finance.read("/awards/" + story.grant).getString("status")).isEqualTo("AGREED");
    }

    @Test
    void parksGrantAcceptedByForeignOrganisation() {
        var story = GrantStory.of(clock, Money.hkd(50));
        story.envelopeWith(Money.hkd(50));
        story.approve();
        story.awaitStatus("COMMITTED");
        story.say(new OfferAccepted(story.grant, Tokens.person("applicant"), OrganisationId.next(), Instant.EPOCH, 0));
        Poll.until(() -> log.waiting(story.grant).equals(List.of("PARKED")));
        var award = Finance.read("/awards/" + story.grant);
        assertThat(award.getString("status")).isEqualTo("COMMITTED");
        assertThat(award.getString("organisation")).isEqualTo(story.organisation.toString());
    }

    @Test
    void partnerNamedInApprovalCanAccept() {
        var story = GrantStory.of(clock, Money.hkd(50));
        var partner = OrganisationId.next();
        var parties = new Parties(story.organisation, List.of(partner), List.of());
        story.envelopeWith(Money.hkd(50));
        story.say(story.approvalWith(parties));
        story.awaitStatus("COMMITTED");
        story.say(new OfferAccepted(story.grant, Tokens.person("applicant"), partner, Instant.EPOCH, 0));
        story.awaitStatus("AGREED");
        assertThat(Finance.read("/awards/" + story.grant).getString("organisation"))
                .isEqualTo(partner.toString());
    }
}
