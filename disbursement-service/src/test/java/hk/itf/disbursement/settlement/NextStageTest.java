package hk.itf.disbursement.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.disbursement.Events;
import hk.itf.disbursement.Finance;
import hk.itf.disbursement.GrantStory;
import hk.itf.infra.clock.Candidate;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.testkit.MovesTimeFar;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.event.AmendmentFiling;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.event.ApplicationEvent.AmendmentSubmitted;
import hk.itf.model.event.ApplicationEvent.AmendmentWithdrawn;
import hk.itf.model.event.ApplicationEvent.ClaimSubmitted;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.event.AssessmentEvent.AmendmentDeclined;
import hk.itf.model.event.AssessmentEvent.StageGateFailed;
import hk.itf.model.event.AssessmentEvent.StageGatePassed;
import hk.itf.model.event.ClaimFiling;
import hk.itf.model.event.Parties;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.Gate;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import hk.itf.model.scheme.value.DateRange;
import hk.itf.model.scheme.value.SchemeRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An award stays open while its grant can still ask for, or be granted, a later stage. */
@QuarkusTest
@MovesTimeFar
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class NextStageTest {

    private static final Money STAGE = Money.hkd(500);
    private static final int CLAIM_WITHIN_DAYS = 60;
    private static final int ASK_WITHIN_DAYS = 180;

    private final ClaimId gate = ClaimId.next();
    private final AmendmentId next = AmendmentId.next();

    @Inject
    Clock clock;

    @Inject
    Events events;

    @Inject
    CloseAward closeAward;

    @AfterEach
    void checkCoherence() {
        Finance.requireCoherence();
    }

    @Test
    void staysOpenUntilNextStageDaysPass() {
        var story = paidStage("510000111");
        isStillOpen(story);
        advanceTo(story.plan.tranches().getFirst().claimBy().plusDays(ASK_WITHIN_DAYS));
        isStillOpen(story);
        advanceDays(1);
        story.awaitStatus("CLOSED");
    }

    @Test
    void staysOpenUntilRequestedStageIsApproved() {
        var story = paidStage("510000112");
        events.isApplied(gateOf(story));
        advanceDays(CLAIM_WITHIN_DAYS + ASK_WITHIN_DAYS + 1);
        isStillOpen(story);
        events.isApplied(passed(story));
        advanceDays(ASK_WITHIN_DAYS - 1);
        isStillOpen(story);
        events.isApplied(requested(story));
        advanceDays(ASK_WITHIN_DAYS);
        isStillOpen(story);

        story.envelopeWith(STAGE);
        var added = planned(2);
        events.isApplied(approved(story, added));
        assertThat(story.amount("awarded")).isEqualTo("1000.00");
        events.isApplied(story.claim(ClaimKind.REPORT, added.id(), Money.ZERO, Gate.REPORT_ACCEPTED));
        story.payOut(added.id());
        story.awaitStatus("CLOSED");
        assertThat(story.amount("paid")).isEqualTo("1000.00");
    }

    @Test
    void closesAfterRefusalReceivedInAnyOrder() {
        var failed = paidStage("510000113");
        events.isApplied(new StageGateFailed(
                failed.grant, gate, Tokens.person("decider"), failed.tranche(1), "No.", List.of(), Instant.EPOCH));
        events.isApplied(gateOf(failed));
        var declined = paidStage("510000114");
        events.isApplied(
                new AmendmentDeclined(declined.grant, next, Tokens.person("decider"), "No.", Instant.EPOCH, List.of()));
        events.isApplied(requested(declined));
        var withdrawn = paidStage("510000115");
        events.isApplied(requested(withdrawn, AmendmentId.next()));
        advanceDays(CLAIM_WITHIN_DAYS + ASK_WITHIN_DAYS + 1);
        failed.awaitStatus("CLOSED");
        declined.awaitStatus("CLOSED");
        isStillOpen(withdrawn);
    }

    @Test
    void closesAfterStageRequestIsWithdrawn() {
        var story = paidStage("510000116");
        events.isApplied(requested(story));
        advanceDays(CLAIM_WITHIN_DAYS + ASK_WITHIN_DAYS + 1);
        isStillOpen(story);
        events.isApplied(new AmendmentWithdrawn(story.grant, next, Tokens.person("applicant"), Instant.EPOCH));
        story.awaitStatus("CLOSED");
    }

    /** Sweeps as the sweeper does, and closes the award as if the sweeper had listed it. */
    private void isStillOpen(GrantStory story) {
        assertThat(closeAward.candidates(Optional.empty())).doesNotContain(new Candidate<>(story.grant, true));
        closeAward.handle(story.grant);
        assertThat(Finance.read("/awards/" + story.grant).getString("status")).isEqualTo("AGREED");
    }

    private void advanceTo(LocalDate day) {
        TestClock.advance(Duration.between(clock.instant(), day.atTime(12, 0).atZone(HongKong.ZONE)));
    }

    private static void advanceDays(int advanceDays) {
        TestClock.advance(Duration.ofDays(advanceDays));
    }

    private GrantStory paidStage(String account) {
        var story = GrantStory.planned(clock, new TranchePlan(List.of(planned(1))));
        story.envelopeWith(STAGE);
        events.isApplied(story.approval());
        events.isApplied(story.acceptance(1));
        story.withPayee(account);
        events.isApplied(story.claim(ClaimKind.REPORT, story.tranche(1), Money.ZERO, Gate.REPORT_ACCEPTED));
        story.payOut(1);
        story.awaitTranche(1, "PAID");
        return story;
    }

    /** A tranche with its claim deadline {@code CLAIM_WITHIN_DAYS} from today. */
    private static PlannedTranche planned(int number) {
        var today = TestClock.today();
        return new PlannedTranche(
                TrancheId.next(),
                number,
                STAGE,
                new DateRange(today.minusMonths(3), today),
                Set.of(Gate.AGREEMENT_SIGNED, Gate.REPORT_ACCEPTED, Gate.PAYEE_VERIFIED),
                today.plusDays(CLAIM_WITHIN_DAYS));
    }

    private ClaimSubmitted gateOf(GrantStory story) {
        return new ClaimSubmitted(
                story.grant,
                gate,
                Tokens.person("applicant"),
                new SchemeRef(story.scheme, 1),
                Parties.of(story.organisation),
                new ClaimFiling(1, ClaimKind.STAGE_GATE, story.tranche(1), List.of(), Money.ZERO, "", List.of()),
                Instant.EPOCH);
    }

    private StageGatePassed passed(GrantStory story) {
        return new StageGatePassed(
                story.grant, gate, Tokens.person("decider"), story.tranche(1), List.of(), Instant.EPOCH);
    }

    private AmendmentSubmitted requested(GrantStory story) {
        return requested(story, next);
    }

    private static AmendmentSubmitted requested(GrantStory story, AmendmentId amendment) {
        var increased = with(story, planned(2));
        return new AmendmentSubmitted(
                story.grant,
                amendment,
                Tokens.person("applicant"),
                new SchemeRef(story.scheme, 1),
                Parties.of(story.organisation),
                new AmendmentFiling(
                        1,
                        AmendmentKind.NEXT_STAGE,
                        1,
                        TestClock.today(),
                        "",
                        increased.total(),
                        increased,
                        null,
                        null,
                        null),
                Instant.EPOCH);
    }

    private AmendmentApproved approved(GrantStory story, PlannedTranche added) {
        var increased = with(story, added);
        return new AmendmentApproved(
                story.grant,
                next,
                Tokens.person("decider"),
                1,
                increased.total(),
                increased,
                "",
                Instant.EPOCH,
                AmendmentKind.NEXT_STAGE,
                null,
                List.of());
    }

    private static TranchePlan with(GrantStory story, PlannedTranche added) {
        return new TranchePlan(
                Stream.concat(story.plan.tranches().stream(), Stream.of(added)).toList());
    }
}
