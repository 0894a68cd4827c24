package hk.itf.disbursement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import hk.itf.infra.testkit.StackResource;
import hk.itf.model.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules that stop preparation and release. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class ReleaseRulesTest {

    @Inject
    Clock clock;

    @Inject
    EventLog log;

    @AfterEach
    void checkCoherence() {
        Finance.requireCoherence();
    }

    private static final Money ALL = Money.hkd(600);

    @Test
    void newBankDetailsReturnPreparedTrancheToDue() {
        var story = GrantStory.of(clock, ALL).agreed().withPayee("123456001").due(1, ALL);
        Finance.prepare(story.tranche(1), "preparer").then().statusCode(200);
        Finance.filePayee(story.organisation, "123456002").then().statusCode(201);

        assertThat(Finance.statusOf(story.tranche(1))).isEqualTo("DUE");
        Finance.prepare(story.tranche(1), "preparer")
                .then()
                .statusCode(409)
                .body("type", endsWith(":gate-unmet"))
                .body("detail", containsString("has not been verified"));
        var verified =
                Finance.verifyPayee(story.organisation, 2, "verifier").then().statusCode(200);
        Finance.prepare(story.tranche(1), "preparer").then().statusCode(409).body("type", endsWith(":gate-unmet"));
        story.coolOff(Instant.parse(verified.extract().path("coolsOffAt")));
        story.payOut(1);
        story.awaitTranche(1, "PAID");
        assertThat(log.of(story.grant))
                .containsSubsequence("tranche.prepared", "tranche.due", "tranche.prepared", "tranche.released");
    }

    @Test
    void showsMaskedBankDetailsToEntitledPeopleOnly() {
        var story = GrantStory.of(clock, ALL);
        Finance.filePayee(story.organisation, "123456789").then().statusCode(201);
        var seen = Finance.as("verifier", "payee-verifier").get("/organisations/" + story.organisation + "/payees");
        assertThat(seen.asString()).contains("******789").doesNotContain("123456789");
        Finance.as("a stranger", "applicant")
                .get("/organisations/" + story.organisation + "/payees")
                .then()
                .statusCode(404);
        Finance.verifyPayee(story.organisation, 1, "applicant")
                .then()
                .statusCode(409)
                .body("type", endsWith(":four-eyes"));
        Finance.verifyPayee(story.organisation, 2, "verifier").then().statusCode(404);
    }

    @Test
    void refusesPreparationBeforeGatesAreMet() {
        var story = GrantStory.of(clock, ALL).agreed();
        assertThat(Finance.read("/tranches/" + story.tranche(1))
                        .getList("gates.findAll { !it.met }.gate", String.class))
                .containsExactlyInAnyOrder("CLAIM_ACCEPTED", "REPORT_ACCEPTED", "PAYEE_VERIFIED");
        Finance.prepare(story.tranche(1), "preparer")
                .then()
                .statusCode(409)
                .body("type", endsWith(":illegal-transition"));
    }

    @Test
    void refusesReleaseByDutyHoldersAndUntilHoldIsLifted() {
        var story = GrantStory.of(clock, ALL);
        Events.ofService().isApplied(GrantStoryEvents.submitted(story, "applicant"));
        story.agreed().withPayee("123456003").due(1, ALL);
        Finance.prepare(story.tranche(1), "preparer").then().statusCode(200);
        for (var person : List.of("preparer", "verifier", "applicant", "decider", "assessor one", "claim officer")) {
            var refused = Finance.release(story.tranche(1), person);
            assertThat(refused.statusCode()).as(person).isEqualTo(409);
            assertThat(refused.jsonPath().getString("type"))
                    .as(person)
                    .isEqualTo("urn:itf:problem:one-person-one-duty");
        }
        var hold = Finance.as("releaser", "finance-releaser")
                .body("{\"target\":\"AWARD\",\"id\":\"%s\",\"reason\":\"under query\"}".formatted(story.grant))
                .post("/holds")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Finance.release(story.tranche(1), "releaser").then().statusCode(409).body("type", endsWith(":on-hold"));
        assertThat(Finance.read("/awards/" + story.grant).getString("tranches[0].holds[0].reason"))
                .isEqualTo("under query");
        Finance.as("releaser", "finance-releaser")
                .body("{\"reason\":\"answered\"}")
                .post("/holds/" + hold + "/lifting")
                .then()
                .statusCode(200);
        Finance.release(story.tranche(1), "releaser").then().statusCode(200);
        story.awaitTranche(1, "PAID");
    }

    @Test
    void refusesPreparationByDutyHoldersAndOfStaleVersions() {
        var story = GrantStory.of(clock, ALL);
        Events.ofService().isApplied(GrantStoryEvents.submitted(story, "second submitter"));
        story.agreed().withPayee("123456004").due(1, ALL);
        for (var person : List.of("verifier", "second submitter")) {
            Finance.prepare(story.tranche(1), person)
                    .then()
                    .statusCode(409)
                    .body("type", endsWith(":one-person-one-duty"));
        }
        var path = "/tranches/" + story.tranche(1) + "/preparation";
        Finance.as("preparer", "finance-preparer").post(path).then().statusCode(428);
        Finance.as("preparer", "finance-preparer")
                .header("If-Match", "\"99\"")
                .post(path)
                .then()
                .statusCode(412);
        Finance.prepare(story.tranche(1), "preparer").then().statusCode(200);
    }

    @Test
    void preparesReturnedTrancheAgain() {
        var story = GrantStory.of(clock, ALL).agreed().withPayee("123456007").due(1, ALL);
        Finance.prepare(story.tranche(1), "preparer").then().statusCode(200);
        Finance.as("releaser", "finance-releaser")
                .header("If-Match", Finance.etag(story.tranche(1)))
                .body("{\"reason\":\"look again\"}")
                .post("/tranches/" + story.tranche(1) + "/return")
                .then()
                .statusCode(200);
        assertThat(Finance.statusOf(story.tranche(1))).isEqualTo("DUE");
        Finance.prepare(story.tranche(1), "another preparer").then().statusCode(200);
        Finance.release(story.tranche(1), "preparer").then().statusCode(409);
    }

    @Test
    void makesOneAttemptFromEightParallelReleases() throws Exception {
        var story = GrantStory.of(clock, ALL).agreed().withPayee("123456009").due(1, ALL);
        var prepared = atOnce(
                8, i -> Finance.prepare(story.tranche(1), "preparer " + i).statusCode());
        assertThat(prepared.stream().filter(status -> status == 200)).hasSize(1);
        var released = atOnce(
                8, i -> Finance.release(story.tranche(1), "releaser " + i).statusCode());
        assertThat(released.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(released).allMatch(status -> List.of(200, 409, 412, 503).contains(status));
        assertThat(Finance.read("/tranches/" + story.tranche(1) + "/attempts").getList("$"))
                .hasSize(1);
        story.awaitTranche(1, "PAID");
        assertThat(story.amount("paid")).isEqualTo("600.00");
    }

    private static List<Integer> atOnce(int threads, IntFunction<Integer> act) throws Exception {
        var start = new CyclicBarrier(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var work = IntStream.range(0, threads)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        start.await();
                        return act.apply(i);
                    })
                    .toList();
            var results = new ArrayList<Integer>();
            for (var future : pool.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
