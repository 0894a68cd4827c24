package hk.itf.disbursement;

import static hk.itf.disbursement.TrainingGrants.refused;
import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.disbursement.Finance.CarryOver;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.testkit.MovesTimeFar;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.ApplicationEvent.OfferLapsed;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.TranchePlan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Carry-over of the free amount and the waiting awards to the open year, with four eyes. */
@QuarkusTest
@MovesTimeFar
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class YearEndTest {

    @Inject
    Clock clock;

    @Inject
    Events events;

    @Inject
    RolledBackStatements scratch;

    @AfterEach
    void theBooksAreCoherent() {
        Finance.requireCoherence();
    }

    @Test
    void carriesFreeAmountAndQueueToOpenYear() {
        var committed = story(Money.hkd(100));
        var old = committed.envelopeWith(Money.hkd(300));
        events.isApplied(committed.approval());
        var large = GrantStory.inScheme(committed.scheme, clock, Money.hkd(500));
        events.isApplied(large.approval());
        theYearEnds();
        var younger = GrantStory.inScheme(committed.scheme, clock, Money.hkd(30));
        events.isApplied(younger.approval());
        var open = younger.envelopeWith(Money.hkd(20));

        Finance.proposeCarryOver(old).confirmAs("controller two").then().statusCode(200);

        var carried = envelope(old);
        assertThat(carried.getString("carriedOut.amount")).isEqualTo("200.00");
        assertThat(carried.getString("free.amount")).isEqualTo("0.00");
        assertThat(carried.getString("committed.amount")).isEqualTo("100.00");
        assertThat(carried.getList("waiting")).isEmpty();
        assertThat(carried.getString("carryOvers[0].status")).isEqualTo("CONFIRMED");
        assertThat(carried.getString("carryOvers[0].carried.amount")).isEqualTo("200.00");
        assertThat(carried.getInt("carryOvers[0].awards")).isEqualTo(1);
        assertThat(carried.getString("carryOvers[0].to")).isEqualTo(open);
        assertThat(envelope(open).getString("carriedIn.amount")).isEqualTo("200.00");
        assertThat(envelope(open).getString("free.amount")).isEqualTo("220.00");
        assertThat(envelope(open).getList("waiting.grant", String.class))
                .as("who was recorded first is served first, though the other would fit")
                .containsExactly(large.grant.toString(), younger.grant.toString());
        assertThat(Finance.read("/grants/" + large.grant + "/timeline").getList("transition", String.class))
                .contains("CARRY_OVER");

        younger.envelopeWith(Money.hkd(310));
        assertThat(statusOf(large)).isEqualTo("COMMITTED");
        assertThat(statusOf(younger)).isEqualTo("COMMITTED");
        assertThat(envelope(open).getString("free.amount")).isEqualTo("0.00");
    }

    @Test
    void commitsAwardFromFreeAmountsOfBothYears() {
        var story = story(Money.hkd(500));
        var old = story.envelopeWith(Money.hkd(300));
        events.isApplied(story.approval());
        theYearEnds();
        story.envelopeWith(Money.hkd(200));
        assertThat(statusOf(story)).isEqualTo("WAITING");
        Finance.proposeCarryOver(old).confirmAs("controller two").then().statusCode(200);
        assertThat(statusOf(story)).isEqualTo("COMMITTED");
    }

    @Test
    void returnsLaterDecommitmentToOpenYear() {
        var story = story(Money.hkd(100));
        var old = story.envelopeWith(Money.hkd(100));
        events.isApplied(story.approval());
        theYearEnds();
        var next = GrantStory.inScheme(story.scheme, clock, Money.hkd(60));
        events.isApplied(next.approval());
        assertThat(statusOf(next)).isEqualTo("WAITING");
        events.isApplied(new OfferLapsed(story.grant, Tokens.person("nobody"), Instant.EPOCH));
        assertThat(statusOf(next)).isEqualTo("COMMITTED");
        assertThat(envelope(old).getString("free.amount")).isEqualTo("0.00");
        var open = openYear(old);
        assertThat(open.getString("decommitted.amount")).isEqualTo("100.00");
        assertThat(open.getString("free.amount")).isEqualTo("40.00");
    }

    @Test
    void servesQueueOfEndedYearAfterWithdrawal() {
        var large = story(Money.hkd(500));
        var old = large.envelopeWith(Money.hkd(200));
        events.isApplied(large.approval());
        var small = GrantStory.inScheme(large.scheme, clock, Money.hkd(150));
        events.isApplied(small.approval());
        theYearEnds();
        assertThat(statusOf(small)).isEqualTo("WAITING");
        events.isApplied(
                new ApplicationWithdrawn(large.grant, Tokens.person("applicant"), "no longer needed", Instant.EPOCH));
        assertThat(statusOf(small)).isEqualTo("COMMITTED");
        assertThat(envelope(old).getString("free.amount")).isEqualTo("50.00");
    }

    @Test
    void commitsWaitingIncreaseFromOpenYear() {
        var story = story(Money.hkd(100)).agreed();
        var old = Finance.fund(story.scheme.value(), story.financialYear(), Money.hkd(10));
        var plan = new ArrayList<>(story.plan.tranches());
        plan.add(GrantStory.planned(TrancheId.next(), 2, Money.hkd(70)));
        events.isApplied(story.amendment(AmendmentKind.NEXT_STAGE, 1, new TranchePlan(plan), null));
        theYearEnds();
        Finance.proposeCarryOver(old).confirmAs("controller two").then().statusCode(200);
        assertThat(story.amount("awarded")).isEqualTo("100.00");
        story.envelopeWith(Money.hkd(65));
        assertThat(story.amount("awarded")).isEqualTo("170.00");
        var open = openYear(old);
        assertThat(envelope(old).getString("committed.amount")).isEqualTo("100.00");
        assertThat(open.getString("committed.amount")).isEqualTo("70.00");

        events.isApplied(story.amendment(AmendmentKind.TERMINATION, 2, new TranchePlan(List.of()), Money.ZERO));
        assertThat(statusOf(story)).isEqualTo("TERMINATED");
        assertThat(openYear(old).getString("decommitted.amount")).isEqualTo("170.00");
        assertThat(openYear(old).getString("free.amount")).isEqualTo("175.00");
    }

    @Test
    void confirmsCarryOverByAnotherForReadVersion() {
        var old = story(Money.hkd(1)).envelopeWith(Money.hkd(300));
        refused(Finance.tryToCarryOver(old), "year-not-over");
        theYearEnds();
        var proposed = Finance.proposeCarryOver(old);
        refused(Finance.tryToCarryOver(old), "carry-over-proposed");
        refused(proposed.confirmAs("controller one"), "four-eyes");
        var read = Finance.as("auditor", "auditor").get("/envelopes/" + old).getHeader("ETag");
        Finance.fund(envelope(old).getString("scheme"), envelope(old).getString("financialYear"), Money.hkd(5));
        proposed.confirmAs("controller two", read).then().statusCode(412);
        proposed.confirmAs("controller two").then().statusCode(200);
        refused(proposed.confirmAs("controller two"), "illegal-transition");
        refused(proposed.withdrawAs("controller two"), "illegal-transition");
        assertThat(openYear(old).getString("free.amount")).isEqualTo("305.00");
        refused(Finance.tryToCarryOver(old), "nothing-to-carry-over");
    }

    @Test
    void proposesCarryOverAgainAfterWithdrawal() {
        var old = story(Money.hkd(1)).envelopeWith(Money.hkd(300));
        theYearEnds();
        var mistaken = Finance.proposeCarryOver(old);
        refusesRowsWithoutConfirmerOrTarget(old);
        mistaken.withdrawAs("controller one").then().statusCode(200);
        refused(mistaken.confirmAs("controller two"), "illegal-transition");
        assertThat(envelope(old).getString("free.amount")).isEqualTo("300.00");
        Finance.proposeCarryOver(old).confirmAs("controller two").then().statusCode(200);
        assertThat(envelope(old).getList("carryOvers.status", String.class)).containsExactly("WITHDRAWN", "CONFIRMED");
    }

    @Test
    void carriesOverOnceDespiteParallelConfirmations() throws Exception {
        var old = story(Money.hkd(1)).envelopeWith(Money.hkd(300));
        theYearEnds();
        var proposed = Finance.proposeCarryOver(old);
        var start = new CyclicBarrier(4);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var statuses = pool
                    .invokeAll(List.of(
                            confirming(proposed, start, "controller two"),
                            confirming(proposed, start, "controller three"),
                            confirming(proposed, start, "controller four"),
                            confirming(proposed, start, "controller five")))
                    .stream()
                    .map(done -> done.resultNow())
                    .toList();
            assertThat(statuses)
                    .containsOnlyOnce(200)
                    .allMatch(status -> List.of(200, 409, 412).contains(status));
        }
        assertThat(openYear(old).getString("free.amount")).isEqualTo("300.00");
    }

    private void refusesRowsWithoutConfirmerOrTarget(String old) {
        var of = " where envelope_id = '" + old + "'";
        assertThat(scratch.refusalOf("update carry_over set status = 'CONFIRMED', confirmed_by = proposed_by" + of))
                .contains("carry_over_four_eyes");
        assertThat(scratch.refusalOf(
                        "update carry_over set status = 'CONFIRMED', confirmed_by = gen_random_uuid()" + of))
                .contains("carry_over_goes_somewhere");
        assertThat(scratch.refusalOf(
                        "insert into carry_over (id, version, envelope_id, reason, status, proposed_by, proposed_at)"
                                + " select gen_random_uuid(), 0, envelope_id, reason, status, proposed_by, proposed_at"
                                + " from carry_over"
                                + of))
                .contains("one_carry_over_proposed");
        assertThat(scratch.refusalOf("delete from carry_over" + of)).contains("carry_over is append-only");
    }

    private static Callable<Integer> confirming(CarryOver proposed, CyclicBarrier start, String person) {
        return () -> {
            start.await();
            return proposed.confirmAs(person).statusCode();
        };
    }

    private GrantStory story(Money awarded) {
        return GrantStory.of(clock, awarded);
    }

    /** The time until the first day of the next financial year in Hong Kong. */
    private void theYearEnds() {
        var today = HongKong.dayOf(clock.instant());
        var first = LocalDate.of(today.getYear(), 4, 1);
        var next = today.isBefore(first) ? first : first.plusYears(1);
        TestClock.advance(Duration.between(clock.instant(), next.atStartOfDay(HongKong.ZONE))
                .plusSeconds(1));
        Poll.until(() -> !HongKong.dayOf(clock.instant()).isBefore(next));
    }

    private JsonPath openYear(String old) {
        var scheme = envelope(old).getString("scheme");
        var open = Finance.read("/envelopes?size=100")
                .getList("items.findAll { it.scheme == '" + scheme + "' && it.id != '" + old + "' }.id", String.class);
        assertThat(open).hasSize(1);
        return envelope(open.getFirst());
    }

    private static JsonPath envelope(String id) {
        return Finance.read("/envelopes/" + id);
    }

    private static String statusOf(GrantStory story) {
        return Finance.read("/awards/" + story.grant).getString("status");
    }
}
