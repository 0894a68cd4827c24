package hk.itf.assessment.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import hk.itf.assessment.AppendedEvents;
import hk.itf.assessment.SimulatedApplications;
import hk.itf.assessment.TestScheme;
import hk.itf.assessment.Vetter;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.event.AssessmentEvent.ReviewTaskEnded;
import hk.itf.model.event.AssessmentEvent.ReviewTaskTaken;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class QueueTest {

    @Inject
    AppendedEvents events;

    private SimulatedApplications applications;
    private final TestScheme scheme = TestScheme.unpublished();

    @BeforeEach
    void publish() {
        applications = new SimulatedApplications();
        applications.publishes(scheme);
    }

    @AfterEach
    void close() {
        applications.close();
    }

    @Test
    void concurrentRequestsNeverTakeTaskTwice() throws Exception {
        submitAndAwaitTasks(20);
        var people =
                IntStream.range(0, 8).mapToObj(i -> Vetter.secretariat(scheme)).toList();

        var answers = concurrently(IntStream.range(0, 32)
                .<Callable<Response>>mapToObj(i -> people.get(i % 8)::takesNext)
                .toList());

        var taken =
                answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        assertThat(answers).allMatch(answer -> answer.statusCode() == 200 || answer.statusCode() == 204);
        assertThat(taken).hasSize(20);
        assertThat(taken.stream().map(answer -> answer.<String>path("id"))).doesNotHaveDuplicates();
        assertThat(people).allMatch(person -> heldBy(person) <= 4);
    }

    @Test
    void concurrentRequestsKeepLoadCap() throws Exception {
        submitAndAwaitTasks(7);
        var eager = Vetter.secretariat(scheme);
        var answers = concurrently(Stream.<Callable<Response>>generate(() -> eager::takesNext)
                .limit(8)
                .toList());
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(5);
        assertThat(heldBy(eager)).isEqualTo(5);
    }

    @Test
    void repeatedKeyReturnsSameTask() {
        submitAndAwaitTasks(2);
        var person = Vetter.secretariat(scheme);
        var key = UUID.randomUUID().toString();
        var first = person.asks().header("Idempotency-Key", key).body(Map.of()).post("/queue/next");
        var again = person.asks().header("Idempotency-Key", key).body(Map.of()).post("/queue/next");
        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(heldBy(person)).isEqualTo(1);
    }

    @Test
    void conflictHidesTask() {
        var applicant = OrganisationId.next();
        var conflicted = Vetter.secretariat(scheme);
        conflicted
                .posts(
                        "/conflicts-of-interest",
                        Map.of("organisation", applicant.toString(), "reason", " My brother.\n\u3000"))
                .then()
                .statusCode(201)
                .body("reason", equalTo("My brother."));
        conflicted.asks().get("/conflicts-of-interest").then().body("organisation", hasItem(applicant.toString()));
        applications.submits(scheme, applicant);
        var other = Vetter.secretariat(scheme);
        var task = other.takes();
        other.does(task, "hand-back", Map.of("reason", "Lunch.")).then().statusCode(200);

        assertThat(conflicted.takesNext().statusCode()).isEqualTo(204);
        assertThat(Vetter.actingFor(applicant, scheme.secretariatRoles())
                        .takesNext()
                        .statusCode())
                .as("acting for a party is a conflict without a declaration")
                .isEqualTo(204);
        assertThat(other.takes()).isNotEqualTo(task);
    }

    @Test
    void recusedPersonIsNotOfferedCaseAgain() {
        var grant = applications.submits(scheme);
        var person = Vetter.secretariat(scheme);
        person.does(person.takes(), "recusal", Map.of("reason", "I know the talent."))
                .then()
                .statusCode(200)
                .body("taskStatus", equalTo("RECUSED"));
        assertThat(events.awaitLast(ReviewTaskEnded.class, grant).ending()).isEqualTo("RECUSED");
        assertThat(person.takesNext().statusCode()).isEqualTo(204);
        assertThat(Vetter.secretariat(scheme).takes()).isNotBlank();
    }

    @Test
    void secretariatReassignsTask() {
        var grant = applications.submits(scheme);
        var slow = Vetter.secretariat(scheme);
        var task = slow.takes();
        Vetter.secretariat(scheme)
                .does(task, "reassignment", Map.of("reason", "On leave."))
                .then()
                .statusCode(200)
                .body("taskStatus", equalTo("HANDED_BACK"));
        slow.does(task, "completeness", Map.of("complete", true))
                .then()
                .statusCode(409)
                .body("type", endsWith("task-not-held"));
        assertThat(events.about(grant, ReviewTaskEnded.class)).hasSize(1);
        Vetter.assessor(scheme)
                .does(task, "reassignment", Map.of("reason", "Mine."))
                .then()
                .statusCode(403);
    }

    @Test
    void onlyHolderActsAndOnlyWithActOfStage() {
        applications.submits(scheme);
        var holder = Vetter.secretariat(scheme);
        var task = holder.takes();
        Vetter.secretariat(scheme)
                .does(task, "completeness", Map.of("complete", true))
                .then()
                .statusCode(409)
                .body("type", endsWith("task-not-held"));
        holder.does(task, "eligibility", Map.of("eligible", true))
                .then()
                .statusCode(409)
                .body("type", endsWith("wrong-stage"));
        holder.does(GrantId.next().toString(), "completeness", Map.of("complete", true))
                .then()
                .statusCode(404);
        Vetter.with("applicant").asks().get("/tasks").then().statusCode(403);
        holder.asks().get("/tasks/" + task).then().statusCode(200);
        Vetter.assessor(scheme).asks().get("/tasks/" + task).then().statusCode(404);
        holder.does(task, "heartbeat", Map.of()).then().statusCode(200).body("status", equalTo("TAKEN"));
    }

    @Test
    void blindReviewShowsOnlyBlindSafeAnswers() {
        var grant = applications.submits(scheme);
        var secretary = Vetter.secretariat(scheme);
        var open = secretary.takesTask();
        assertThat(open.<String>path("content.parties.applicant")).isNotBlank();
        assertThat(open.<List<String>>path("content.entitlement.lines.source"))
                .anyMatch(source -> source.contains("fact sheet"));
        assertThat(open.<String>path("papers")).isEqualTo("/applications/" + grant + "/papers");
        secretary
                .does(open.path("id"), "completeness", Map.of("complete", true))
                .then()
                .statusCode(200);
        secretary.confirmsEligibility();

        var blind = Vetter.assessor(scheme).takesTask();
        assertThat(blind.<List<String>>path("content.answers.question"))
                .contains("duties", "degree")
                .doesNotContain("monthly-salary", "subvented");
        assertThat(blind.<Object>path("content.parties")).isNull();
        assertThat(blind.<Object>path("content.entitlement")).isNull();
        assertThat(blind.<List<String>>path("content.criteria.id")).contains("research-content");
        var taken = events.about(grant, ReviewTaskTaken.class).getLast();
        assertThat(taken.blind()).isTrue();
        assertThat(taken.groups()).contains("engagement").doesNotContain("talent-identity");
    }

    private void submitAndAwaitTasks(int count) {
        var grants = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            grants.add(applications.submits(scheme).toString());
        }
        var overseer = Vetter.secretariat(scheme);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> overseer.asks()
                        .get("/tasks?mine=false")
                        .jsonPath()
                        .getList("grant", String.class)
                        .containsAll(grants));
    }

    private static long heldBy(Vetter person) {
        return person.asks().get("/tasks").jsonPath().getList("id").size();
    }

    private static List<Response> concurrently(List<Callable<Response>> calls) throws Exception {
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            var answers = new ArrayList<Response>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
