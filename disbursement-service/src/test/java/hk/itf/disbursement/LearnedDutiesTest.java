package hk.itf.disbursement;

import static hk.itf.disbursement.TrainingGrants.refused;
import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.event.AmendmentFiling;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.event.ApplicationEvent.AmendmentResubmitted;
import hk.itf.model.event.ApplicationEvent.AmendmentSubmitted;
import hk.itf.model.event.ApplicationEvent.ApplicationResubmitted;
import hk.itf.model.event.ApplicationEvent.ClaimResubmitted;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.event.AssessmentEvent.AmendmentDeclined;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.event.AssessmentEvent.ClaimRejected;
import hk.itf.model.event.AssessmentEvent.StageGateFailed;
import hk.itf.model.event.AssessmentEvent.StageGatePassed;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.event.DomainEvent;
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
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Duties learned from events of other services bar their holders from preparing payments of the grant. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class LearnedDutiesTest {

    private static final Money ALL = Money.hkd(60);

    /** Events that carry a duty, by description. */
    private static final Map<String, BiFunction<GrantStory, PersonId, DomainEvent>> ACTS = Map.of(
            "answers a clarification of the application",
            (story, person) ->
                    new ApplicationResubmitted(story.grant, person, GrantStoryEvents.filing(story), Instant.EPOCH),
            "answers a clarification of a claim",
            (story, person) -> new ClaimResubmitted(
                    story.grant,
                    ClaimId.next(),
                    person,
                    new ClaimFiling(1, ClaimKind.REPORT, story.tranche(1), List.of(), Money.ZERO, "", List.of()),
                    Instant.EPOCH),
            "asks for an amendment",
            (story, person) -> new AmendmentSubmitted(
                    story.grant,
                    AmendmentId.next(),
                    person,
                    new SchemeRef(story.scheme, 1),
                    Parties.of(story.organisation),
                    filing(story),
                    Instant.EPOCH),
            "answers a clarification of an amendment",
            (story, person) ->
                    new AmendmentResubmitted(story.grant, AmendmentId.next(), person, filing(story), Instant.EPOCH),
            "approves an amendment",
            (story, person) -> approved(story, person, List.of()),
            "found for an amendment",
            (story, person) -> approved(story, Tokens.person("another decider"), List.of(person)),
            "declines an amendment",
            (story, person) ->
                    new AmendmentDeclined(story.grant, AmendmentId.next(), person, "No.", Instant.EPOCH, List.of()),
            "passes a stage",
            (story, person) -> new StageGatePassed(
                    story.grant, ClaimId.next(), person, story.tranche(1), List.of(person), Instant.EPOCH),
            "fails a stage",
            (story, person) -> new StageGateFailed(
                    story.grant, ClaimId.next(), person, story.tranche(1), "No.", List.of(), Instant.EPOCH),
            "votes on a stage",
            (story, person) -> new StageGatePassed(
                    story.grant,
                    ClaimId.next(),
                    Tokens.person("another decider"),
                    story.tranche(1),
                    List.of(person),
                    Instant.EPOCH));

    @Inject
    Clock clock;

    @Inject
    Events events;

    @AfterEach
    void checkCoherence() {
        Finance.requireCoherence();
    }

    @Test
    void refusesPreparationByHolderOfLearnedDuty() {
        ACTS.forEach((act, event) -> {
            var story = due();
            events.receive(event.apply(story, Tokens.person("somebody")));
            assertThat(Finance.prepare(story.tranche(1), "somebody")
                            .then()
                            .statusCode(409)
                            .extract()
                            .<String>path("type"))
                    .as(act)
                    .endsWith(":one-person-one-duty");
        });
    }

    @Test
    void stageDecisionCountsAsDecidedNotAsVetting() {
        var story = due();
        var person = Tokens.person("decider");
        events.receive(new ClaimAccepted(
                story.grant,
                ClaimId.next(),
                person,
                story.tranche(1),
                Money.ZERO,
                List.of(),
                List.of(),
                Instant.EPOCH,
                ClaimKind.STAGE_GATE));
        events.receive(new StageGatePassed(
                story.grant, ClaimId.next(), person, story.tranche(1), List.of(person), Instant.EPOCH));
        events.receive(new ClaimRejected(
                story.grant, ClaimId.next(), person, story.tranche(1), "No.", Instant.EPOCH, ClaimKind.STAGE_GATE));
        events.receive(new StageGateFailed(
                story.grant, ClaimId.next(), person, story.tranche(1), "No.", List.of(), Instant.EPOCH));
        assertThat(DutyConflictStory.conflictsOf(story)).isEmpty();
        refused(Finance.prepare(story.tranche(1), "decider"), "one-person-one-duty");
    }

    private GrantStory due() {
        return GrantStory.of(clock, ALL).agreed().withPayee("520000111").due(1, ALL);
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

    private static AmendmentApproved approved(GrantStory story, PersonId person, List<PersonId> voters) {
        return new AmendmentApproved(
                story.grant,
                AmendmentId.next(),
                person,
                1,
                story.plan.total(),
                story.plan,
                "",
                Instant.EPOCH,
                AmendmentKind.EARLY_END,
                null,
                voters);
    }
}
