package hk.itf.disbursement;

import static hk.itf.disbursement.TrainingGrants.refused;
import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.eventing.Reception;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.event.AmendmentFiling;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.event.ApplicationEvent.AmendmentSubmitted;
import hk.itf.model.event.ApplicationEvent.OfferAccepted;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.event.AssessmentEvent.StageGatePassed;
import hk.itf.model.event.Parties;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.PersonId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.value.SchemeRef;
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

/** A person who took a duty in another service neither prepares nor releases payments of the grant. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class LearnedDutiesTest {

    private static final Money ALL = Money.hkd(60);

    @Inject
    Clock clock;

    @Inject
    Events events;

    @AfterEach
    void theBooksAreCoherent() {
        Finance.requireCoherence();
    }

    @Test
    void refusesPreparationByHoldersOfLearnedDuties() {
        var story = GrantStory.of(clock, ALL).agreed().withPayee("520000111").due(1, ALL);
        events.isApplied(new AmendmentSubmitted(
                story.grant,
                AmendmentId.next(),
                Tokens.person("submitter"),
                new SchemeRef(story.scheme, 1),
                Parties.of(story.organisation),
                filing(story),
                Instant.EPOCH));
        var second = new OfferAccepted(story.grant, Tokens.person("late one"), story.organisation, Instant.EPOCH, 0);
        assertThat(events.receive(second)).isInstanceOf(Reception.Late.class);
        decideStageGate(story, Tokens.person("decider"));

        for (var holder : List.of("applicant", "submitter", "late one", "decider")) {
            refused(Finance.prepare(story.tranche(1), holder), "one-person-one-duty");
        }
        assertThat(DutyConflictStory.conflictsOf(story))
                .as("a stage gate is decided by the person who vetted it")
                .isEmpty();
    }

    @Test
    void learnsVotersDutyFromEarlyEvent() {
        var story = GrantStory.of(clock, ALL);
        var amendment = approved(story, Tokens.person("somebody"));
        assertThat(events.receive(amendment)).isInstanceOf(Reception.Early.class);
        assertThat(events.receive(amendment)).isInstanceOf(Reception.Early.class); // received again

        story.agreed().withPayee("520000113").due(1, ALL);
        refused(Finance.prepare(story.tranche(1), "somebody"), "one-person-one-duty");
        assertThat(DutyConflictStory.conflictsOf(story)).isEmpty();
    }

    private void decideStageGate(GrantStory story, PersonId decider) {
        var gate = ClaimId.next();
        events.receive(new ClaimAccepted(
                story.grant,
                gate,
                decider,
                story.tranche(1),
                Money.ZERO,
                List.of(),
                List.of(),
                Instant.EPOCH,
                ClaimKind.STAGE_GATE));
        events.receive(
                new StageGatePassed(story.grant, gate, decider, story.tranche(1), List.of(decider), Instant.EPOCH));
    }

    private static AmendmentFiling filing(GrantStory story) {
        return new AmendmentFiling(
                1,
                AmendmentKind.EARLY_END,
                1,
                LocalDate.of(2026, 9, 30),
                "",
                story.plan.total(),
                story.plan,
                null,
                null,
                null);
    }

    private static AmendmentApproved approved(GrantStory story, PersonId voter) {
        return new AmendmentApproved(
                story.grant,
                AmendmentId.next(),
                Tokens.person("another decider"),
                1,
                story.plan.total(),
                story.plan,
                "",
                Instant.EPOCH,
                AmendmentKind.EARLY_END,
                null,
                List.of(voter));
    }
}
