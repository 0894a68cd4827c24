package hk.itf.applications.papers;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import hk.itf.applications.Applicant;
import hk.itf.applications.Project;
import hk.itf.applications.SimulatedFund;
import hk.itf.applications.amendment.AmendmentView;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.ReviewTaskId;
import hk.itf.model.json.Json;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reviewers of a change of key people see the new people, whose names never enter a topic. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class ProposedAnswersTest {

    private static final String OLD = "Chan Tai Man leads a team of four.";
    private static final String NEW = "Wong Siu Ming leads a team of three.";

    private final Applicant decider = Applicant.withRole("decider-" + UUID.randomUUID(), "decision-authority");
    private final Applicant other = Applicant.withRole("other-" + UUID.randomUUID(), "assessor");
    private SimulatedFund fund;
    private Project project;
    private AmendmentView change;

    @BeforeEach
    void startVariationOfKeyPeople() {
        fund = SimulatedFund.open();
        project = Project.sponsored(fund, TestClock.today(), 12);
        var path = "/applications/" + project.id() + "/amendments";
        var draft = project.people()
                .keyedRequest()
                .body(Map.of("kind", "VARIATION", "answers", Map.of("key-people", NEW), "reason", "Chan has left."))
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        change = Json.read(
                project.people()
                        .keyedRequest()
                        .header("If-Match", "\"0\"")
                        .post(path + "/" + draft + "/submission")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString(),
                AmendmentView.class);
    }

    @AfterEach
    void closeFund() {
        fund.close();
    }

    @Test
    void showsNewPeopleToReviewersOfTheVariationOnly() {
        var judging = takes(decider, amendment(), false);
        var vetting = takes(other, application(), false);
        sees(decider, judging, NEW);
        sees(other, vetting, OLD);
    }

    @Test
    void blindTaskShowsNoPeople() {
        var judging = takes(decider, amendment(), true);
        served(decider, judging)
                .statusCode(200)
                .body("key-people", nullValue())
                .body("abstract", equalTo("A harbour crane finds its load by itself."));
    }

    @Test
    void showsOldPeopleAfterWithdrawal() {
        var judging = takes(decider, amendment(), false);
        sees(decider, judging, NEW);
        project.people()
                .keyedRequest()
                .header("If-Match", "\"" + change.version() + "\"")
                .post("/applications/" + project.id() + "/amendments/" + change.id() + "/withdrawal")
                .then()
                .statusCode(200);
        sees(decider, judging, OLD);
    }

    private ReviewTaskId takes(Applicant person, Subject subject, boolean blind) {
        var task = fund.takeTask(project.id(), subject, person.name(), blind, List.of("project", "team"));
        await().atMost(ofSeconds(10)).untilAsserted(() -> served(person, task).statusCode(200));
        return task;
    }

    private void sees(Applicant person, ReviewTaskId task, String people) {
        served(person, task).statusCode(200).body("key-people", equalTo(people));
    }

    private ValidatableResponse served(Applicant person, ReviewTaskId task) {
        return person.request()
                .get("/applications/" + project.id() + "/answers-for-review?task=" + task)
                .then();
    }

    private Subject amendment() {
        return new Subject(Subject.Kind.AMENDMENT, change.id().value());
    }

    private Subject application() {
        return new Subject(Subject.Kind.APPLICATION, GrantId.of(project.id()).value());
    }
}
