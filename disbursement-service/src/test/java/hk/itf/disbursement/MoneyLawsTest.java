package hk.itf.disbursement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.DomainException;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.ApplicationEvent.ClaimDeadlinePassed;
import hk.itf.model.event.ApplicationEvent.OfferAccepted;
import hk.itf.model.event.ApplicationEvent.ReportOverdue;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.event.DomainEvent;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.Gate;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.tranche.TranchePlan;
import hk.itf.model.scheme.value.SchemeId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens, in whatever order, the laws of money hold: random histories of approvals, advances, claims, accounts,
 * amendments, later stages, overdue reports, ends before the end, withdrawals, top-ups, ends of years, releases, cash,
 * set-offs and new bank details over a few grants, two of one organisation, that share an envelope, with a bank that bounces.
 * Acts that a rule refuses are part of a history; they must leave nothing behind.
 */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class MoneyLawsTest {

    private final Map<GrantId, TrancheId> later = new HashMap<>();

    private static final List<String> ENDINGS = List.of("901", "906", "905");

    @Inject
    Clock clock;

    @Inject
    Events events;

    @Inject
    EventLog log;

    @Test
    void theLawsHoldAfterAnyHistory() {
        var told = new ArrayList<GrantStory>();
        qt().withExamples(6)
                .withShrinkCycles(0)
                .forAll(longs().between(1, 1_000_000_000_000L))
                .checkAssert(seed -> told.addAll(history(seed)));
        assertThat(told.stream().flatMap(story -> log.of(story.grant).stream()))
                .as("what the histories are about has happened in them")
                .contains(
                        "award.waiting",
                        "award.committed",
                        "award.amended",
                        "tranche.released",
                        "tranche.advance-split",
                        "award.terminated",
                        "receivable.raised");
    }

    /** Accounts of an instalment of which some was paid in advance counted the advance twice. */
    @Test
    void theLawsHoldInAHistoryThatBrokeOne() {
        history(989_209_926_064L);
    }

    private List<GrantStory> history(long seed) {
        var stories = grants();
        // Boundary values, which generated lists are full of, would be the same few acts again and again.
        new Random(seed).ints(40, 0, 1_000_000).forEach(step -> step(stories, step));
        Finance.requireCoherence();
        quiet(stories);
        Finance.requireCoherence();
        stories.forEach(story -> end(story, Money.hkd(20)));
        quiet(stories);
        Finance.requireCoherence();
        return stories;
    }

    private List<GrantStory> grants() {
        SchemeId scheme = GrantStory.aScheme();
        var plan = new Money[] {Money.hkd(100), Money.ofCents(9_999), Money.hkd(50)};
        var first = GrantStory.inScheme(scheme, clock, plan);
        var stories = List.of(first, first.anotherIn(scheme, plan), GrantStory.inScheme(scheme, clock, plan));
        stories.getFirst().envelopeWith(Money.hkd(550));
        for (var i = 0; i < stories.size(); i++) {
            stories.get(i).withPayee("%06d".formatted(stories.get(i).grant.hashCode() & 0x7ffff) + ENDINGS.get(i));
            receive(stories.get(i).approval());
        }
        stories.forEach(story -> receive(accepted(story)));
        owe(first);
        return stories;
    }

    /** Every history has a debt in it; whatever becomes of that. */
    private void owe(GrantStory story) {
        receive(story.advanceOf(3, Money.hkd(30)));
        payWhatIsDue(story);
        quiet(List.of(story));
        receive(story.payment(3, Money.hkd(10)));
    }

    private void step(List<GrantStory> stories, int seed) {
        var story = stories.get(seed % stories.size());
        var tranche = story.tranche(1 + seed / 10 % 3);
        var amount = Money.ofCents(seed % 5_100);
        switch (seed / 100 % 30) {
            case 0 -> story.envelopeWith(amount.plus(Money.hkd(1)));
            case 1 -> receive(accepted(story));
            case 2 -> receive(new ApplicationWithdrawn(story.grant, Tokens.person("applicant"), "", Instant.EPOCH));
            case 3, 4, 5, 6 -> receive(story.payment(1 + seed / 10 % 3, amount));
            case 11, 12, 13 -> receive(story.advanceOf(1 + seed / 10 % 3, amount));
            case 14, 15 -> comeBack(story, amount, seed);
            case 16, 17 -> setOff(story, stories, amount);
            case 7 ->
                receive(new ClaimDeadlinePassed(
                        story.grant, tranche, Tokens.person("x"), LocalDate.of(2026, 9, 30), Instant.EPOCH));
            case 8, 9 -> receive(amendment(story, amount, seed));
            case 10 -> changePayeeNowAndThen(story, seed);
            case 18 -> receive(nextStage(story, amount, seed));
            case 19 -> endNowAndThen(story, amount, seed);
            case 20 ->
                receive(story.claim(
                        ClaimKind.ACCOUNTS, tranche, amount.plus(amount), Gate.CLAIM_ACCEPTED, Gate.REPORT_ACCEPTED));
            case 21 ->
                receive(new ReportOverdue(
                        story.grant,
                        tranche,
                        Tokens.person("x"),
                        ClaimKind.REPORT,
                        LocalDate.of(2026, 9, 30),
                        Instant.EPOCH));
            case 22 -> carryOver(story, amount);
            case 23 ->
                receive(story.claim(
                        ClaimKind.PAYMENT, later(story), amount, Gate.CLAIM_ACCEPTED, Gate.REPORT_ACCEPTED));
            default -> payWhatIsDue(story);
        }
    }

    /** Promises another instalment on top of the plan it began with. */
    private AmendmentApproved nextStage(GrantStory story, Money amount, int seed) {
        var planned = new ArrayList<PlannedTranche>(story.plan.tranches());
        planned.add(GrantStory.planned(later(story), 4, amount.plus(Money.ofCents(1))));
        return story.amendment(AmendmentKind.NEXT_STAGE, 1 + seed / 30 % 2, new TranchePlan(planned), null);
    }

    private TrancheId later(GrantStory story) {
        return later.computeIfAbsent(story.grant, grant -> TrancheId.next());
    }

    private void endNowAndThen(GrantStory story, Money keep, int seed) {
        if (seed % 3 == 0) {
            end(story, keep);
        }
    }

    /** Whichever version is in force. */
    private void end(GrantStory story, Money keep) {
        var inForce = Finance.read("/awards/" + story.grant).getInt("versionInForce");
        receive(story.amendment(AmendmentKind.TERMINATION, inForce, new TranchePlan(List.of()), keep));
    }

    /** Money of a year that is long over. */
    private static void carryOver(GrantStory story, Money amount) {
        var old = Finance.fund(story.scheme.value(), "2019-20", amount.plus(Money.hkd(1)));
        Finance.proposeCarryOver(old).confirmAs("controller two").then().statusCode(200);
    }

    private static void changePayeeNowAndThen(GrantStory story, int seed) {
        if (seed % 4 == 0) {
            Finance.filePayee(story.organisation, "500000111").then().statusCode(201);
        }
    }

    /** What cannot be applied changes nothing; the event loop would park it. */
    private void receive(DomainEvent event) {
        try {
            assertThat(events.receive(event)).isNotNull();
        } catch (IllegalStateException | DomainException refused) {
            assertThat(refused).hasMessageMatching("(?s).*(tranche|version|plan|spent).*");
        }
    }

    private static OfferAccepted accepted(GrantStory story) {
        return story.acceptance(0);
    }

    /** Lowers one tranche of the plan, or leaves it out. */
    private static AmendmentApproved amendment(GrantStory story, Money amount, int seed) {
        var planned = new ArrayList<PlannedTranche>(story.plan.tranches());
        var changed = seed / 7 % 3;
        if (seed % 2 == 0) {
            planned.remove(changed);
        } else {
            planned.set(
                    changed,
                    planned.get(changed).with(amount.min(planned.get(changed).amount())));
        }
        var plan = new TranchePlan(planned);
        return story.amendment(1 + seed / 30 % 2, plan);
    }

    /** Cash, or less of it than was asked for, or more than is owed. */
    private static void comeBack(GrantStory story, Money amount, int seed) {
        debts(story).forEach(owed -> {
            assertThat(owed.record(amount.plus(Money.ofCents(1)), "FT-" + seed).statusCode())
                    .isIn(201, 409, 412);
            if (owed.read().getList("recoveries").isEmpty()) {
                return;
            }
            assertThat(owed.confirmCash("releaser").statusCode()).isIn(200, 404, 409, 412);
        });
    }

    /** Against three tranches of any of the grants, whatever stands against it. */
    private void setOff(GrantStory story, List<GrantStory> stories, Money amount) {
        var all = new ArrayList<>(stories.stream().flatMap(this::tranches).toList());
        Collections.shuffle(all, new Random(amount.cents()));
        for (var owed : debts(story)) {
            for (var tranche : all.subList(0, 3)) {
                var proposed = owed.setOff(tranche, amount.plus(Money.ofCents(1)), "preparer")
                        .statusCode();
                assertThat(proposed).isIn(201, 404, 409, 412);
                if (proposed == 201) {
                    assertThat(owed.confirmSetOff("releaser").statusCode()).isIn(200, 409, 412);
                }
            }
        }
    }

    private static List<Finance.Owed> debts(GrantStory story) {
        return Finance.read("/receivables?status=OPEN&organisation=" + story.organisation)
                .getList("items.id", String.class)
                .stream()
                .map(Finance.Owed::new)
                .toList();
    }

    private Stream<TrancheId> tranches(GrantStory story) {
        return Stream.concat(
                Stream.of(later(story)),
                IntStream.rangeClosed(1, 3)
                        .boxed()
                        .flatMap(number -> Stream.of(story.tranche(number), story.advance(number))));
    }

    private void payWhatIsDue(GrantStory story) {
        tranches(story).forEach(tranche -> {
            var known = Finance.as("auditor", "auditor").get("/tranches/" + tranche);
            if (known.statusCode() == 200 && "DUE".equals(known.path("status"))) {
                var prepared = Finance.prepare(tranche, "preparer").statusCode();
                assertThat(prepared).isIn(200, 409, 412);
                if (prepared == 200) {
                    assertThat(Finance.release(tranche, "releaser").statusCode())
                            .isIn(200, 409, 412);
                }
            }
        });
    }

    /** Until the bank has answered everything. */
    private void quiet(List<GrantStory> stories) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> stories.stream()
                        .flatMap(this::tranches)
                        .map(tranche -> Finance.as("auditor", "auditor").get("/tranches/" + tranche))
                        .filter(answer -> answer.statusCode() == 200)
                        .noneMatch(answer -> "RELEASED".equals(answer.path("status"))));
    }
}
