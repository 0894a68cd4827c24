package hk.itf.disbursement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import hk.itf.disbursement.reception.ApplicationEventsConsumer;
import hk.itf.disbursement.reception.AssessmentEventsConsumer;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.event.ApplicationEvent;
import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.ApplicationEvent.ClaimDeadlinePassed;
import hk.itf.model.event.ApplicationEvent.OfferAccepted;
import hk.itf.model.event.AssessmentEvent;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.event.ClaimKind;
import hk.itf.model.event.DomainEvent;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.Gate;
import hk.itf.model.scheme.PlannedTranche;
import hk.itf.model.scheme.SchemeId;
import hk.itf.model.scheme.TranchePlan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens, in whatever order, the laws of money hold: random histories of approvals, claims, amendments,
 * withdrawals, top-ups, releases and new bank details over a few grants that share an envelope, with a bank that bounces.
 * Acts that a rule refuses are part of a history; they must leave nothing behind.
 */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class MoneyLawsTest {

    private static final List<String> ENDINGS = List.of("901", "905", "903");

    @Inject
    Clock clock;

    @Inject
    ApplicationEventsConsumer applications;

    @Inject
    AssessmentEventsConsumer assessments;

    @Inject
    EventLog log;

    @Test
    void theLawsHoldAfterAnyHistory() {
        var told = new ArrayList<GrantStory>();
        qt().withExamples(8)
                .withShrinkCycles(0)
                .forAll(longs().between(1, 1_000_000_000_000L))
                .checkAssert(seed -> {
                    var stories = grants();
                    // Boundary values, which generated lists are full of, would be the same few acts again and again.
                    new Random(seed).ints(35, 0, 1_000_000).forEach(step -> step(stories, step));
                    Finance.requireCoherence();
                    quiet(stories);
                    Finance.requireCoherence();
                    told.addAll(stories);
                });
        assertThat(told.stream().flatMap(story -> log.of(story.grant).stream()))
                .as("what the histories are about has happened in them")
                .contains("award.waiting", "award.committed", "award.amended", "tranche.released");
    }

    private List<GrantStory> grants() {
        SchemeId scheme = GrantStory.aScheme();
        var stories = IntStream.range(0, 3)
                .mapToObj(i -> GrantStory.inScheme(scheme, clock, Money.hkd(100), Money.ofCents(9_999), Money.hkd(50)))
                .toList();
        stories.getFirst().envelopeWith(Money.hkd(550));
        for (var i = 0; i < stories.size(); i++) {
            stories.get(i).withPayee("%06d".formatted(stories.get(i).grant.hashCode() & 0x7ffff) + ENDINGS.get(i));
            receive(stories.get(i).approval());
        }
        stories.forEach(story -> receive(accepted(story)));
        return stories;
    }

    private void step(List<GrantStory> stories, int seed) {
        var story = stories.get(seed % stories.size());
        var tranche = story.tranche(1 + seed / 10 % 3);
        var amount = Money.ofCents(seed % 5_100);
        switch (seed / 100 % 16) {
            case 0 -> story.envelopeWith(amount.plus(Money.hkd(1)));
            case 1 -> receive(accepted(story));
            case 2 -> receive(new ApplicationWithdrawn(story.grant, Tokens.person("applicant"), "", Instant.EPOCH));
            case 3, 4, 5, 6 -> receive(claim(story, tranche, amount));
            case 7 ->
                receive(new ClaimDeadlinePassed(
                        story.grant, tranche, Tokens.person("x"), LocalDate.of(2026, 9, 30), Instant.EPOCH));
            case 8, 9 -> receive(amendment(story, amount, seed));
            case 10 -> changePayeeNowAndThen(story, seed);
            default -> payWhatIsDue(story);
        }
    }

    private static void changePayeeNowAndThen(GrantStory story, int seed) {
        if (seed % 4 == 0) {
            Finance.filePayee(story.organisation, "500000111").then().statusCode(201);
        }
    }

    /** What cannot be applied changes nothing; the event loop would park it. */
    private void receive(DomainEvent event) {
        try {
            var reception = switch (event) {
                case ApplicationEvent of -> applications.on(of);
                case AssessmentEvent of -> assessments.on(of);
                default -> throw new IllegalArgumentException("not received here");
            };
            assertThat(reception).isNotNull();
        } catch (IllegalStateException refused) {
            assertThat(refused).hasMessageMatching("(?s).*(tranche|version|plan).*");
        }
    }

    private static OfferAccepted accepted(GrantStory story) {
        return new OfferAccepted(story.grant, Tokens.person("applicant"), story.organisation, Instant.EPOCH);
    }

    private static ClaimAccepted claim(GrantStory story, TrancheId tranche, Money amount) {
        return new ClaimAccepted(
                story.grant,
                ClaimId.next(),
                Tokens.person("claim officer"),
                tranche,
                amount,
                List.of(),
                List.of(Gate.CLAIM_ACCEPTED, Gate.REPORT_ACCEPTED),
                Instant.EPOCH,
                ClaimKind.PAYMENT);
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
        return new AmendmentApproved(
                story.grant,
                AmendmentId.next(),
                Tokens.person("decider"),
                1 + seed / 30 % 2,
                plan.total(),
                plan,
                "",
                Instant.EPOCH);
    }

    private static void payWhatIsDue(GrantStory story) {
        for (var number = 1; number <= 3; number++) {
            var known = Finance.as("auditor", "auditor").get("/tranches/" + story.tranche(number));
            if (known.statusCode() == 200 && "DUE".equals(known.path("status"))) {
                var prepared =
                        Finance.prepare(story.tranche(number), "preparer").statusCode();
                assertThat(prepared).isIn(200, 409, 412);
                if (prepared == 200) {
                    assertThat(Finance.release(story.tranche(number), "releaser")
                                    .statusCode())
                            .isIn(200, 409, 412);
                }
            }
        }
    }

    /** Until the bank has answered everything. */
    private static void quiet(List<GrantStory> stories) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> stories.stream()
                        .flatMap(story -> IntStream.rangeClosed(1, 3).mapToObj(story::tranche))
                        .map(tranche -> Finance.as("auditor", "auditor").get("/tranches/" + tranche))
                        .filter(answer -> answer.statusCode() == 200)
                        .noneMatch(answer -> "RELEASED".equals(answer.path("status"))));
    }
}
