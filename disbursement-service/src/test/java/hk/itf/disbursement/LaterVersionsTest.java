package hk.itf.disbursement;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.MovesTimeFar;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.event.ApplicationEvent.ReportOverdue;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.Gate;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import hk.itf.model.scheme.value.DateRange;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Running awards: reports, accounts, versions that increase the award, terminations and overdue reports. */
@QuarkusTest
@MovesTimeFar
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class LaterVersionsTest {

    private static final Money FIRST = Money.hkd(400_000);
    private static final Money LAST = Money.hkd(200_000);

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

    @Test
    void limitsLastTrancheToAcceptedSpending() {
        var story = twoPaid("222000302");
        events.isApplied(story.claim(ClaimKind.REPORT, story.tranche(3), Money.ZERO, Gate.REPORT_ACCEPTED));
        events.isApplied(story.claim(ClaimKind.ACCOUNTS, story.tranche(3), Money.hkd(900_000), Gate.ACCOUNTS_ACCEPTED));
        story.payOut(3);
        story.awaitStatus("CLOSED");
        assertThat(story.amount("paid")).isEqualTo("900000.00");
        assertThat(story.amount("undrawn")).isEqualTo("100000.00");
    }

    @Test
    void queuesIncreaseBehindOthersWhileAwardRunsOn() {
        var story = project("222000304");
        var other = GrantStory.inScheme(story.scheme, clock, Money.hkd(50_000));
        events.isApplied(other.approval());
        var increased = new TranchePlan(java.util.stream.Stream.concat(
                        story.plan.tranches().stream(),
                        java.util.stream.Stream.of(tranche(4, Money.hkd(300_000), Gate.REPORT_ACCEPTED)))
                .toList());
        events.isApplied(story.amendment(AmendmentKind.NEXT_STAGE, 1, increased, null));
        assertThat(read(story).getString("waitingFor")).isEqualTo("FUNDS");
        assertThat(story.amount("awarded")).isEqualTo("1000000.00");
        assertThat(read(story).getList("versions.status", String.class))
                .containsExactly("IN_FORCE", "WAITING_FOR_FUNDS");
        story.awaitTranche(1, "DUE");
        story.payOut(1);
        story.awaitTranche(1, "PAID");

        story.envelopeWith(Money.hkd(60_000));
        assertThat(log.of(other.grant)).containsExactly("award.waiting", "award.committed");
        assertThat(story.amount("awarded")).isEqualTo("1000000.00");
        story.envelopeWith(Money.hkd(290_000));
        assertThat(story.amount("awarded")).isEqualTo("1300000.00");
        assertThat(read(story).getList("versions.status", String.class)).containsExactly("SUPERSEDED", "IN_FORCE");
        assertThat(story.amount("committed")).isEqualTo("1300000.00");
        assertThat(log.of(story.grant)).endsWith("award.amended");

        var fourth = increased.tranches().getLast().id();
        events.isApplied(story.claim(ClaimKind.REPORT, fourth, Money.ZERO, Gate.REPORT_ACCEPTED));
        assertThat(Finance.statusOf(fourth)).isEqualTo("DUE");
    }

    @Test
    void terminationCancelsUnpaidAndReclaimsNotKept() {
        var story = twoPaid("222000305");
        events.isApplied(story.amendment(
                AmendmentKind.TERMINATION,
                1,
                new TranchePlan(story.plan.tranches().subList(0, 2)),
                Money.hkd(500_000)));
        story.awaitStatus("TERMINATED");
        assertThat(story.amount("paid")).isEqualTo("500000.00");
        assertThat(story.amount("owed")).isEqualTo("300000.00");
        assertThat(story.amount("committed")).isEqualTo("800000.00");
        assertThat(Finance.statusOf(story.tranche(3))).isEqualTo("CANCELLED");
        assertThat(log.of(story.grant)).containsSubsequence("award.amended", "receivable.raised", "award.terminated");
    }

    @Test
    void terminationCancelsPreparedTranche() {
        var story = project("222000306");
        story.awaitTranche(1, "DUE");
        Finance.prepare(story.tranche(1), "preparer").then().statusCode(200);
        events.isApplied(story.amendment(
                AmendmentKind.TERMINATION,
                1,
                new TranchePlan(story.plan.tranches().subList(0, 1)),
                Money.ZERO));
        story.awaitStatus("TERMINATED");
        assertThat(Finance.statusOf(story.tranche(1))).isEqualTo("CANCELLED");
        assertThat(story.amount("committed")).isEqualTo("0.00");
        assertThat(story.amount("owed")).isEqualTo("0.00");
        Finance.prepare(story.tranche(1), "preparer").then().statusCode(409);
    }

    @Test
    void holdsAwardUntilOverdueReportIsAccepted() {
        var story = project("222000307");
        story.awaitTranche(1, "DUE");
        var overdue = new ReportOverdue(
                story.grant,
                story.tranche(2),
                Tokens.person("applicant"),
                ClaimKind.REPORT,
                LocalDate.of(2026, 7, 31),
                Instant.EPOCH);
        var sent = story.say(overdue);
        Poll.until(() -> Statuses.ofService().hasActiveHold(story.grant));
        Finance.prepare(story.tranche(1), "preparer").then().statusCode(409);
        story.sayAgain(overdue, sent);
        story.accept(ClaimKind.REPORT, 2, Money.ZERO, Gate.REPORT_ACCEPTED);
        story.awaitTranche(2, "DUE");
        assertThat(Finance.statusOf(story.tranche(3))).isEqualTo("SCHEDULED");
        Poll.until(() -> !Statuses.ofService().hasActiveHold(story.grant));
        Finance.prepare(story.tranche(1), "preparer").then().statusCode(200);
    }

    private io.restassured.path.json.JsonPath read(GrantStory story) {
        return Finance.read("/awards/" + story.grant);
    }

    /** Tranches of 400,000 at once, 400,000 for a report, and 200,000 for a report and the accounts. */
    private GrantStory project(String account) {
        return GrantStory.planned(
                        clock,
                        new TranchePlan(List.of(
                                tranche(1, FIRST),
                                tranche(2, FIRST, Gate.REPORT_ACCEPTED),
                                tranche(3, LAST, Gate.REPORT_ACCEPTED, Gate.ACCOUNTS_ACCEPTED))))
                .agreed()
                .withPayee(account);
    }

    private GrantStory twoPaid(String account) {
        var story = project(account);
        events.isApplied(story.claim(ClaimKind.REPORT, story.tranche(2), Money.ZERO, Gate.REPORT_ACCEPTED));
        IntStream.of(1, 2).forEach(number -> {
            story.awaitTranche(number, "DUE");
            story.payOut(number);
            story.awaitTranche(number, "PAID");
        });
        return story;
    }

    private static PlannedTranche tranche(int number, Money amount, Gate... gatesToMeet) {
        var gates = new java.util.HashSet<>(Set.of(gatesToMeet));
        gates.addAll(Set.of(Gate.AGREEMENT_SIGNED, Gate.PAYEE_VERIFIED));
        var first = LocalDate.of(2026, 1, 1).plusMonths(6L * (number - 1));
        return new PlannedTranche(
                TrancheId.next(),
                number,
                amount,
                new DateRange(first, first.plusMonths(6).minusDays(1)),
                gates,
                first.plusMonths(12));
    }
}
