package hk.itf.disbursement.paymentrun;

import static hk.itf.disbursement.TrainingGrants.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.disbursement.EventLog;
import hk.itf.disbursement.Events;
import hk.itf.disbursement.Finance;
import hk.itf.disbursement.GrantStory;
import hk.itf.disbursement.GrantStoryEvents;
import hk.itf.disbursement.RolledBackStatements;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Payment runs: every rule of a single payment holds for each line. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class PaymentRunTest {

    private static final Money DUE = Money.hkd(60);

    @Inject
    Clock clock;

    @Inject
    Events events;

    @Inject
    EventLog log;

    @Inject
    RolledBackStatements scratch;

    @Inject
    OpenPaymentRun openPaymentRun;

    @Inject
    PaymentRunQueries queries;

    @Inject
    ReleaseLine releaseLine;

    @AfterEach
    void theBooksAreCoherent() {
        Finance.requireCoherence();
    }

    private GrantStory due(String account) {
        return GrantStory.of(clock, DUE).agreed().withPayee(account).due(1, DUE);
    }

    @Test
    void paysEveryDueTrancheAndListsBouncedOneAgain() {
        var first = due("880000111");
        var second = due("880000112");
        var bounced = due("880000901");
        var run = Run.opened();
        assertThat(run.statusOf(first.tranche(1))).isEqualTo("LISTED");
        assertThat(run.total()).isEqualTo(Money.ZERO);
        assertThat(Finance.statusOf(first.tranche(1))).isEqualTo("DUE");

        run.prepareAs("preparer").then().statusCode(200);
        var prepared = run.read();
        assertThat(prepared.getList("lines.findAll { it.status == 'PREPARED' }.tranche", String.class))
                .contains(first.tranche(1).toString(), second.tranche(1).toString());
        assertThat(prepared.getString("totals.find { it.status == 'PREPARED' }.amount.amount"))
                .isEqualTo(prepared.getString("total.amount"));
        assertThat(Finance.read("/tranches/" + first.tranche(1)).getString("preparedBy"))
                .isEqualTo(Tokens.person("preparer").toString());

        var total = run.total();
        run.releaseAs("releaser").then().statusCode(200);
        assertThat(run.total()).isEqualTo(total);
        for (var story : List.of(first, second)) {
            assertThat(run.statusOf(story.tranche(1))).isEqualTo("RELEASED");
            story.awaitStatus("CLOSED");
            assertThat(story.amount("paid")).isEqualTo("60.00");
            assertThat(log.of(story.grant))
                    .endsWith("tranche.due", "tranche.prepared", "tranche.released", "tranche.paid", "award.closed");
        }
        assertThat(run.read().getString("lines.find { it.grant == '" + first.grant + "' }.trancheStatus"))
                .isEqualTo("PAID");
        assertThat(Finance.read("/payment-runs?size=1").getString("items[0].id"))
                .isEqualTo(run.id());

        bounced.awaitTranche(1, "DUE");
        assertThat(run.statusOf(bounced.tranche(1))).isEqualTo("RELEASED");
        assertThat(run.read().getString("lines.find { it.grant == '" + bounced.grant + "' }.trancheStatus"))
                .isEqualTo("DUE");
        assertThat(Run.opened().statusOf(bounced.tranche(1))).isEqualTo("LISTED");
    }

    @Test
    void keepsRefusedLineWithReasonAndPaysRest() {
        var known = due("880000113");
        var held = due("880000114");
        var taken = due("880000115");
        var free = due("880000116");
        events.isApplied(GrantStoryEvents.submitted(known, "preparer"));
        var run = Run.opened();
        hold(held);
        Finance.prepare(taken.tranche(1), "somebody else").then().statusCode(200);

        run.prepareAs("preparer").then().statusCode(200);
        assertThat(run.statusOf(free.tranche(1))).isEqualTo("PREPARED");
        assertThat(run.reasonFor(free.tranche(1))).isNull();
        assertThat(Stream.of(known, held, taken).map(story -> run.statusOf(story.tranche(1))))
                .containsOnly("REFUSED");
        assertThat(run.reasonFor(known.tranche(1))).startsWith("one-person-one-duty: ");
        assertThat(run.reasonFor(held.tranche(1))).startsWith("on-hold: ").contains("A query");
        assertThat(run.reasonFor(taken.tranche(1))).startsWith("stale-version: ");
        assertThat(Finance.statusOf(known.tranche(1))).isEqualTo("DUE");

        run.releaseAs("releaser").then().statusCode(200);
        assertThat(Finance.statusOf(taken.tranche(1)))
                .as("prepared by somebody else, it is not the run's")
                .isEqualTo("PREPARED");
        assertThat(Run.opened().statusOf(known.tranche(1)))
                .as("the next run lists it again")
                .isEqualTo("LISTED");
    }

    @Test
    void refusesReleaseWithOtherTotal() {
        var changing = due("880000117");
        var steady = due("880000118");
        var run = Run.prepared();
        var shown = run.total();
        refused(run.releaseAs("releaser", shown.plus(Money.ofCents(1))), "total-changed");
        Finance.filePayee(changing.organisation, "880000218").then().statusCode(201);
        assertThat(run.statusOf(changing.tranche(1))).isEqualTo("REFUSED");
        assertThat(run.reasonFor(changing.tranche(1))).startsWith("stale-version: ");
        assertThat(run.total()).isEqualTo(shown.minus(DUE));
        refused(run.releaseAs("releaser", shown), "total-changed");
        assertThat(Finance.statusOf(steady.tranche(1))).isEqualTo("PREPARED");

        run.releaseAs("releaser").then().statusCode(200);
        steady.awaitStatus("CLOSED");
        assertThat(Finance.statusOf(changing.tranche(1))).isEqualTo("DUE");
    }

    @Test
    void keepsPreparedLineUntilItCanBeReleased() {
        var story = due("880000119");
        var run = Run.prepared();
        run.releaseAs("preparer").then().statusCode(200);
        assertThat(run.statusOf(story.tranche(1))).isEqualTo("PREPARED");
        assertThat(run.reasonFor(story.tranche(1))).startsWith("one-person-one-duty: ");
        assertThat(Finance.statusOf(story.tranche(1))).isEqualTo("PREPARED");
        var hold = hold(story);
        run.releaseAs("releaser").then().statusCode(200);
        assertThat(run.statusOf(story.tranche(1))).isEqualTo("PREPARED");
        assertThat(run.reasonFor(story.tranche(1))).startsWith("on-hold: ");
        Finance.as("releaser", "finance-releaser")
                .body("{\"reason\":\"Answered\"}")
                .post("/holds/" + hold + "/lifting")
                .then()
                .statusCode(200);
        run.releaseAs("releaser").then().statusCode(200);
        assertThat(run.statusOf(story.tranche(1))).isEqualTo("RELEASED");
        assertThat(run.reasonFor(story.tranche(1))).isNull();
    }

    @Test
    void continuesRunAfterCrash() {
        var first = due("880000121");
        var second = due("880000122");
        var run = Run.prepared();
        var total = run.total();
        releaseLine.handle(new ReleaseLine.Command(lineOf(run, first), Tokens.person("releaser"))); // and no further
        assertThat(run.statusOf(first.tranche(1))).isEqualTo("RELEASED");
        assertThat(run.statusOf(second.tranche(1))).isEqualTo("PREPARED");
        run.releaseAs("releaser", total).then().statusCode(200);
        run.releaseAs("releaser", total).then().statusCode(200);
        run.prepareAs("preparer").then().statusCode(200);
        for (var story : List.of(first, second)) {
            story.awaitStatus("CLOSED");
            assertThat(Finance.read("/tranches/" + story.tranche(1) + "/attempts")
                            .getList("$"))
                    .hasSize(1);
        }
    }

    @Test
    void releasesOnceDespiteParallelReleasers() throws Exception {
        var story = due("880000123");
        var run = Run.prepared();
        var total = run.total();
        var start = new CyclicBarrier(4);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var asked = pool.invokeAll(Collections.<Callable<Response>>nCopies(4, () -> {
                start.await();
                return run.releaseAs("releaser", total);
            }));
            assertThat(asked.stream().map(Future::resultNow).map(Response::statusCode))
                    .containsOnly(200);
        }
        assertThat(run.statusOf(story.tranche(1))).isEqualTo("RELEASED");
        assertThat(Finance.read("/tranches/" + story.tranche(1) + "/attempts").getList("$"))
                .hasSize(1);
    }

    @Test
    void limitsRunToLongestDueTranches() {
        due("880000124");
        var later = due("880000125");
        var run = Run.openedWith("?upTo=1").read();
        assertThat(run.getList("lines")).hasSize(1);
        assertThat(run.getString("lines[0].tranche"))
                .isNotEqualTo(later.tranche(1).toString());
    }

    @Test
    void refusesRunWithoutDueTranches() {
        var everythingHeld =
                List.of("insert into hold (id, version, target, target_id, reason, placed_by, placed_at) select"
                        + " gen_random_uuid(), 0, 'AWARD', grant_id, 'a test', gen_random_uuid(), clock_timestamp() from"
                        + " award");
        assertThatThrownBy(() -> scratch.after(
                        everythingHeld,
                        () -> openPaymentRun.handle(new OpenPaymentRun.Command(null, Tokens.person("preparer")))))
                .hasMessage("nothing-due");
    }

    private UUID lineOf(Run run, GrantStory story) {
        var position = run.read()
                .getList("lines.findAll { it.status == 'PREPARED' }.tranche", String.class)
                .indexOf(story.tranche(1).toString());
        return queries.lines(UUID.fromString(run.id()), PaymentLineStatus.PREPARED)
                .get(position);
    }

    private static String hold(GrantStory story) {
        return Finance.as("releaser", "finance-releaser")
                .body("{\"target\":\"AWARD\",\"id\":\"%s\",\"reason\":\"A query\"}".formatted(story.grant))
                .post("/holds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
