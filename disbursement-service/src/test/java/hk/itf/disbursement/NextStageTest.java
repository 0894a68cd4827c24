package hk.itf.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.clock.HongKong;
import hk.itf.infra.testkit.OwnTime;
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
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An award whose grant may go on to a later stage is not closed, nor its money given back, before that is settled. */
@QuarkusTest
@TestProfile(OwnTime.class)
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class NextStageTest {

    private static final Money STAGE = Money.hkd(500);
    private static final int CLAIM_WITHIN_DAYS = 60;
    private static final int ASK_WITHIN_DAYS = 180;

    private final ClaimId gate = ClaimId.next();
    private final AmendmentId next = AmendmentId.next();
    private final List<GrantStory> fences = new ArrayList<>();

    @Inject
    Clock clock;

    @Inject
    Events events;

    @AfterEach
    void theBooksAreCoherent() {
        Finance.requireCoherence();
    }

    @Test
    void waitsForAWhileAfterTheLastDayToClaim() {
        fencesAre(2);
        var story = paidStage("510000111");
        isStillOpen(story);
        isThe(story.plan.tranches().getFirst().claimBy().plusDays(ASK_WITHIN_DAYS));
        isStillOpen(story);
        days(1);
        story.awaitStatus("CLOSED");
    }

    @Test
    void goesOnToAStageThatIsAskedForAndApprovedLongAfterEverythingWasPaid() {
        fencesAre(3);
        var story = paidStage("510000112");
        events.isApplied(gateOf(story));
        days(CLAIM_WITHIN_DAYS + ASK_WITHIN_DAYS + 1);
        isStillOpen(story);
        events.isApplied(passed(story));
        days(ASK_WITHIN_DAYS - 1);
        isStillOpen(story);
        events.isApplied(asked(story));
        days(ASK_WITHIN_DAYS);
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
    void closesWhenTheGateOrTheStageIsRefusedInWhicheverOrderItHears() {
        fencesAre(1);
        var failed = paidStage("510000113");
        events.isApplied(new StageGateFailed(
                failed.grant, gate, Tokens.person("decider"), failed.tranche(1), "No.", List.of(), Instant.EPOCH));
        events.isApplied(gateOf(failed));
        var declined = paidStage("510000114");
        events.isApplied(
                new AmendmentDeclined(declined.grant, next, Tokens.person("decider"), "No.", Instant.EPOCH, List.of()));
        events.isApplied(asked(declined));
        var withdrawn = paidStage("510000115");
        events.isApplied(asked(withdrawn, AmendmentId.next()));
        days(CLAIM_WITHIN_DAYS + ASK_WITHIN_DAYS + 1);
        failed.awaitStatus("CLOSED");
        declined.awaitStatus("CLOSED");
        isStillOpen(withdrawn);
    }

    @Test
    void closesWhenTheStageThatWasAskedForIsWithdrawn() {
        fencesAre(1);
        var story = paidStage("510000116");
        events.isApplied(asked(story));
        days(CLAIM_WITHIN_DAYS + ASK_WITHIN_DAYS + 1);
        isStillOpen(story);
        events.isApplied(new AmendmentWithdrawn(story.grant, next, Tokens.person("applicant"), Instant.EPOCH));
        story.awaitStatus("CLOSED");
    }

    /** Awards of which all is due; nothing moves business time any more before they are paid. */
    private void fencesAre(int count) {
        for (var i = 0; i < count; i++) {
            fences.add(
                    GrantStory.of(clock, STAGE).agreed().withPayee("510000222").due(1, STAGE));
        }
    }

    /** Another award, paid later, is closed by the same sweep that would have closed this one. */
    private void isStillOpen(GrantStory story) {
        var fence = fences.removeFirst();
        fence.payOut(1);
        fence.awaitStatus("CLOSED");
        assertThat(Finance.read("/awards/" + story.grant).getString("status")).isEqualTo("AGREED");
    }

    private void isThe(LocalDate day) {
        TestClock.advance(Duration.between(clock.instant(), day.atTime(12, 0).atZone(HongKong.ZONE)));
    }

    private static void days(int days) {
        TestClock.advance(Duration.ofDays(days));
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

    /** To be claimed within some days of now. */
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

    private AmendmentSubmitted asked(GrantStory story) {
        return asked(story, next);
    }

    private static AmendmentSubmitted asked(GrantStory story, AmendmentId amendment) {
        var more = with(story, planned(2));
        return new AmendmentSubmitted(
                story.grant,
                amendment,
                Tokens.person("applicant"),
                new SchemeRef(story.scheme, 1),
                Parties.of(story.organisation),
                new AmendmentFiling(
                        1, AmendmentKind.NEXT_STAGE, 1, TestClock.today(), "", more.total(), more, null, null, null),
                Instant.EPOCH);
    }

    private AmendmentApproved approved(GrantStory story, PlannedTranche added) {
        var more = with(story, added);
        return new AmendmentApproved(
                story.grant,
                next,
                Tokens.person("decider"),
                1,
                more.total(),
                more,
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
