package hk.itf.disbursement.filing;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.disbursement.EventLog;
import hk.itf.disbursement.Filings;
import hk.itf.disbursement.Finance;
import hk.itf.disbursement.GrantStory;
import hk.itf.disbursement.Poll;
import hk.itf.infra.testkit.OtherService;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.event.ApplicationEvent.ClaimResubmitted;
import hk.itf.model.event.ApplicationEvent.ClaimSubmitted;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.event.AssessmentEvent.StageGatePassed;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.event.DomainEvent;
import hk.itf.model.event.Parties;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.Gate;
import hk.itf.model.scheme.value.SchemeRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No money is committed on the word of one service, or of somebody who writes to the broker. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class TwoServicesWordTest {

    private static final String HASH = "0".repeat(64);

    @Inject
    Clock clock;

    @Inject
    EventLog log;

    private final ClaimId claim = ClaimId.next();
    private GrantStory story;

    @BeforeEach
    void fund() {
        story = GrantStory.of(clock, Money.hkd(1_000_000));
        story.envelopeWith(Money.hkd(5_000_000));
    }

    @AfterEach
    void checkCoherence() {
        Finance.requireCoherence();
    }

    @Test
    void approvalWaitsUntilItsFilingIsKnown() {
        var submission = Filings.of(story.approval());
        var applications = story.speaker(submission);
        var late = applications.prepare(submission);
        sendRaw(story.approval());
        story.accept();
        Poll.until(() -> log.waiting(story.grant).equals(List.of("EARLY", "GAP")));
        assertThat(log.of(story.grant)).isEmpty();

        applications.transmit(late);
        story.awaitStatus("AGREED");
        assertThat(story.amount("committed")).isEqualTo("1000000.00");
    }

    @Test
    void approvalAboveEntitlementIsParked() {
        var parties = Parties.of(story.organisation);
        sendRaw(Filings.of(story.approval()));
        sendRaw(story.approval(parties, GrantStory.plan(Money.hkd(1_000_001)), HASH));
        assertParked();
    }

    @Test
    void approvalForOtherOrganisationIsParked() {
        sendRaw(Filings.of(story.approval()));
        sendRaw(story.approvalWith(Parties.of(OrganisationId.next())));
        assertParked();
    }

    @Test
    void approvalFromForeignSourceIsSetAside() {
        sendRaw(Filings.of(story.approval()));
        try (var forger = OtherService.named("applications")) {
            forger.send(story.approval()); // on the topic of assessment-service
        }
        Poll.until(() -> log.setAside(story.grant)
                .equals(List.of("the source applications may not send on the topic itf.assessments")));
        assertThat(log.of(story.grant)).isEmpty();
    }

    @Test
    void acceptanceWaitsForTheRevisionThatItNames() {
        story.agreed();
        var first = filed(1, Money.hkd(400));
        var second = filed(2, Money.hkd(500));
        sendRaw(claim(first));
        sendRaw(accepted(second)); // overtakes the resubmission that it judges
        Poll.until(() -> log.waiting(story.grant).equals(List.of("EARLY")));

        sendRaw(new ClaimResubmitted(story.grant, claim, Tokens.person("applicant"), second, Instant.EPOCH));
        Poll.until(() -> log.waiting(story.grant).isEmpty());
        assertThat(story.amount("undrawn")).isEqualTo("999500.00");
    }

    @Test
    void acceptanceAboveClaimIsParked() {
        story.agreed();
        sendRaw(claim(filed(1, Money.hkd(400))));
        sendRaw(accepted(filed(1, Money.hkd(400)), Money.hkd(401)));
        Poll.until(() -> log.waiting(story.grant).equals(List.of("PARKED")));
        assertThat(story.amount("undrawn")).isEqualTo("0.00");
    }

    @Test
    void passedStageWaitsForTheFilingThatItNames() {
        story.agreed();
        var filing = gate(1);
        sendRaw(passed(filing, filing.tranche()));
        Poll.until(() -> log.waiting(story.grant).equals(List.of("EARLY")));
        sendRaw(claim(filing));
        Poll.until(() -> log.waiting(story.grant).isEmpty());
    }

    @Test
    void passedStageOfAnotherTrancheIsParked() {
        story.agreed();
        var filing = gate(1);
        sendRaw(claim(filing));
        sendRaw(passed(filing, TrancheId.next()));
        Poll.until(() -> log.waiting(story.grant).equals(List.of("PARKED")));
    }

    @Test
    void approvalWaitsForTheRevisionThatItNames() {
        sendRaw(Filings.of(story.approval())); // revision 1
        var approval = story.approval();
        sendRaw(new ApplicationApproved(
                approval.grant(),
                approval.actor(),
                approval.reference(),
                approval.scheme(),
                approval.parties(),
                approval.awarded(),
                approval.plan(),
                approval.conditions(),
                approval.letter(),
                approval.contentSha256(),
                approval.voters(),
                approval.decidedAt(),
                2));
        Poll.until(() -> log.waiting(story.grant).equals(List.of("EARLY")));
        assertThat(log.of(story.grant)).isEmpty();
    }

    @Test
    void amendmentThatDiffersFromItsFilingIsParked() {
        story.agreed();
        var lower = GrantStory.plan(Money.hkd(900_000));
        var filedPlan = story.amendment(1, lower);
        sendRaw(Filings.of(filedPlan));
        sendRaw(new AmendmentApproved(
                story.grant,
                filedPlan.amendment(),
                Tokens.person("decider"),
                1,
                Money.hkd(900_000),
                GrantStory.plan(Money.hkd(900_000)), // other tranches
                "",
                Instant.EPOCH,
                filedPlan.kind(),
                null,
                List.of()));
        Poll.until(() -> log.waiting(story.grant).equals(List.of("PARKED")));
        assertThat(story.amount("committed")).isEqualTo("1000000.00");
    }

    @Test
    void amendmentOfAnotherGrantIsEarlyForEver() {
        story.agreed();
        var other = GrantStory.of(clock, Money.hkd(1_000_000));
        var foreign = other.amendment(1, other.plan);
        other.speaker(Filings.of(foreign)).send(Filings.of(foreign));
        sendRaw(new AmendmentApproved(
                story.grant,
                foreign.amendment(),
                Tokens.person("decider"),
                1,
                foreign.awarded(),
                foreign.plan(),
                "",
                Instant.EPOCH,
                foreign.kind(),
                null,
                List.of()));
        Poll.until(() -> log.waiting(story.grant).equals(List.of("EARLY")));
    }

    private ClaimFiling filed(int revision, Money claimed) {
        return new ClaimFiling(
                        revision,
                        ClaimKind.PAYMENT,
                        story.tranche(1),
                        List.of(),
                        claimed,
                        "As planned.",
                        List.of(Gate.CLAIM_ACCEPTED, Gate.REPORT_ACCEPTED))
                .hashed();
    }

    private ClaimFiling gate(int revision) {
        return new ClaimFiling(
                        revision,
                        ClaimKind.STAGE_GATE,
                        story.tranche(1),
                        List.of(),
                        Money.ZERO,
                        "As planned.",
                        List.of())
                .hashed();
    }

    private StageGatePassed passed(ClaimFiling filing, TrancheId tranche) {
        return new StageGatePassed(
                story.grant, claim, Tokens.person("decider"), tranche, List.of(), Instant.EPOCH, filing.ref());
    }

    private ClaimSubmitted claim(ClaimFiling filing) {
        return new ClaimSubmitted(
                story.grant,
                claim,
                Tokens.person("applicant"),
                new SchemeRef(story.scheme, 1),
                Parties.of(story.organisation),
                filing,
                Instant.EPOCH);
    }

    private ClaimAccepted accepted(ClaimFiling filing) {
        return accepted(filing, filing.claimed());
    }

    private ClaimAccepted accepted(ClaimFiling filing, Money accepted) {
        return new ClaimAccepted(
                story.grant,
                claim,
                Tokens.person("claim officer"),
                filing.tranche(),
                accepted,
                List.of(),
                filing.gates(),
                Instant.EPOCH,
                filing.kind(),
                filing.ref());
    }

    /** Sends an event without the filing that a story hands in before a decision. */
    private void sendRaw(DomainEvent event) {
        story.speaker(event).send(event);
    }

    private void assertParked() {
        Poll.until(() -> log.waiting(story.grant).equals(List.of("PARKED")));
        assertThat(log.of(story.grant)).isEmpty();
    }
}
