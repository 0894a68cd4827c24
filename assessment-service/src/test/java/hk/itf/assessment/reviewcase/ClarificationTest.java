package hk.itf.assessment.reviewcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import hk.itf.assessment.AppendedEvents;
import hk.itf.assessment.SimulatedApplications;
import hk.itf.assessment.TestScheme;
import hk.itf.assessment.Vetter;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.AssessmentEvent.AssessmentStarted;
import hk.itf.model.event.AssessmentEvent.ClarificationRequested;
import hk.itf.model.event.AssessmentEvent.InformationComplete;
import hk.itf.model.event.AssessmentEvent.ReviewTaskEnded;
import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class ClarificationTest {

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

    private final Vetter secretary = Vetter.secretariat(scheme);

    @Test
    void startsPledgeOnlyAfterMissingInformationArrived() {
        var grant = applications.submits(scheme);
        var incomplete = secretary.takes();
        secretary
                .does(incomplete, "completeness", Map.of("complete", false))
                .then()
                .statusCode(422)
                .body("type", endsWith("incomplete-needs-clarification"));
        asks(secretary, incomplete, "Where is the contract?");

        var asked = events.awaitLast(ClarificationRequested.class, grant);
        assertThat(asked.subject()).isEqualTo(new Subject(Subject.Kind.APPLICATION, grant.value()));
        assertThat(asked.stage()).isEqualTo("COMPLETENESS");
        assertThat(secretary.takesNext().statusCode()).isEqualTo(204);

        applications.resubmits(scheme, grant, 2);
        secretary.confirmsCompleteness();
        assertThat(events.about(grant, AssessmentStarted.class))
                .extracting(AssessmentStarted::revision)
                .containsExactly(1, 2);
        assertThat(events.about(grant, InformationComplete.class)).hasSize(1);
    }

    @Test
    void answerToAssessorVoidsScoresAndMovesPledge() {
        var grant = applications.submits(scheme);
        secretary.confirmsCompleteness();
        secretary.confirmsEligibility();
        var first = Vetter.assessor(scheme);
        var second = Vetter.assessor(scheme);
        first.scores(9);
        asks(second, second.takes(), "What does the talent do on Fridays?");
        TestClock.advance(Duration.ofDays(14));
        applications.resubmits(scheme, grant, 2);

        first.scores(7);
        second.scores(7);
        var manager = Vetter.authority(scheme, "senior-manager");
        manager.does(manager.takes(), "decision", Vetter.approval()).then().statusCode(200);

        assertThat(events.count(
                        "select count(*) from score_sheet s join voided_score_sheet v on v.sheet_id = s.id where s.grant_id = :grant",
                        grant))
                .isEqualTo(1);
        var pledges = events.about(grant, InformationComplete.class);
        assertThat(pledges).hasSize(2);
        assertThat(pledges.getLast().pledgedBy()).isAfter(pledges.getFirst().pledgedBy());
        assertThat(events.awaitLast(AssessmentStarted.class, grant).revision()).isEqualTo(2);
        assertThat(events.awaitLast(ApplicationApproved.class, grant).voters()).hasSize(3);
    }

    @Test
    void answerToDeciderRepeatsReviewAndEndsOtherTasks() {
        var grant = applications.submits(scheme);
        secretary.confirmsCompleteness();
        secretary.confirmsEligibility();
        Vetter.assessor(scheme).scores(9);
        Vetter.assessor(scheme).scores(9);
        var manager = Vetter.authority(scheme, "senior-manager");
        asks(manager, manager.takes(), "Is the salary settled?");
        applications.resubmits(scheme, grant, 2);

        var first = Vetter.assessor(scheme);
        var taken = first.takesTask();
        assertThat(taken.<String>path("stage")).isEqualTo("TECHNICAL_REVIEW");
        assertThat(manager.takesNext().statusCode()).isEqualTo(204);

        var second = Vetter.assessor(scheme);
        asks(second, second.takes(), "Who supervises?");
        first.does(taken.path("id"), "score-sheet", Vetter.sheet(5))
                .then()
                .statusCode(409)
                .body("type", endsWith("task-not-held"));
        assertThat(events.about(grant, ReviewTaskEnded.class))
                .extracting(ReviewTaskEnded::ending)
                .filteredOn(ending -> !ending.equals("DONE"))
                .containsExactly("HANDED_BACK");
    }

    @Test
    void withdrawalEndsTakenTask() {
        var grant = applications.submits(scheme);
        var task = secretary.takes();
        applications.withdraws(grant);

        var ended = events.awaitLast(ReviewTaskEnded.class, grant);
        assertThat(ended.ending()).isEqualTo("HANDED_BACK");
        assertThat(ended.task()).hasToString(task);
        secretary
                .does(task, "completeness", Map.of("complete", true))
                .then()
                .statusCode(409)
                .body("type", endsWith("task-not-held"));
        assertThat(secretary.takesNext().statusCode()).isEqualTo(204);
    }

    @Test
    void showsOverdueCasesClarificationsAndTimeline() {
        var grant = applications.submits(scheme);
        String id = secretary.takesTask().path("reviewCase");
        var held = secretary
                .asks()
                .get("/tasks")
                .jsonPath()
                .getList("id", String.class)
                .getFirst();
        secretary.does(held, "completeness", Map.of("complete", true)).then().statusCode(200);
        secretary.asks().get("/cases/" + id).then().statusCode(200).body("overdue", equalTo(false));

        TestClock.advance(Duration.ofDays(60));
        secretary
                .asks()
                .get("/cases?overdue=true&size=100")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        asks(secretary, secretary.takes(), "Are you still there?");
        TestClock.advance(Duration.ofDays(3));
        secretary
                .asks()
                .get("/cases/" + id)
                .then()
                .body("status", equalTo("CLARIFYING"))
                .body("overdue", equalTo(true))
                .body("clarification.ageInDays", equalTo(3));
        secretary.asks().get("/cases?status=CLARIFYING&size=1").then().body("items.size()", equalTo(1));
        secretary
                .asks()
                .get("/workload")
                .then()
                .body("people.person", hasItem(secretary.person().toString()));

        var auditor = Vetter.with("auditor");
        auditor.asks()
                .get("/grants/" + grant + "/timeline")
                .then()
                .statusCode(200)
                .body("size()", greaterThan(4))
                .body("transition", hasItem("COMPLETE_INFORMATION"));
        auditor.asks().get("/grants/" + GrantId.next() + "/timeline").then().statusCode(404);
        auditor.asks().get("/cases/" + GrantId.next()).then().statusCode(404);
        Vetter.assessor(scheme).asks().get("/cases/" + id).then().statusCode(403);
    }

    private static void asks(Vetter vetter, String task, String question) {
        vetter.does(task, "clarification", Map.of("question", question, "answerWithinDays", 14))
                .then()
                .statusCode(200)
                .body("caseStatus", equalTo("CLARIFYING"));
    }
}
