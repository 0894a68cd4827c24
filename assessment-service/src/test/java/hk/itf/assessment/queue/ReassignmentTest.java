package hk.itf.assessment.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.assessment.AppendedEvents;
import hk.itf.assessment.SimulatedApplications;
import hk.itf.assessment.TestScheme;
import hk.itf.assessment.Vetter;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.OrganisationId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reassignments that reserve a task for another person. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class ReassignmentTest {

    @Inject
    AppendedEvents events;

    private SimulatedApplications applications;
    private final TestScheme scheme = TestScheme.unpublished();
    private final OrganisationId applicant = OrganisationId.next();
    private final Vetter head = Vetter.secretariat(scheme);
    private final Vetter slow = Vetter.secretariat(scheme);
    private final Vetter quick = Vetter.secretariat(scheme);

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
    void reservedTaskIsOfferedToItsPersonOnly() {
        var grant = applications.submits(scheme, applicant);
        var task = slow.takes();
        reassignTo(quick, task).statusCode(200).body("taskStatus", equalTo("HANDED_BACK"));
        assertThat(slow.takesNext().statusCode()).isEqualTo(204);
        head.asks()
                .get("/tasks?mine=false")
                .then()
                .body(
                        "find { it.grant == '%s' }.reservedFor".formatted(grant),
                        equalTo(quick.person().toString()));
        quick.confirmsCompleteness();
    }

    @Test
    void reservedTaskComesBeforeTaskDueEarlier() {
        var first = applications.submits(scheme);
        events.awaitCaseAt("COMPLETENESS", first);
        var second = applications.submits(scheme);
        events.awaitCaseAt("COMPLETENESS", second);
        var earlier = slow.takesTask();
        var later = slow.takes();
        slow.does(earlier.path("id"), "hand-back", Map.of("reason", "Lunch."))
                .then()
                .statusCode(200);
        reassignTo(quick, later).statusCode(200);
        assertThat(quick.takesTask().<String>path("grant")).isNotEqualTo(earlier.<String>path("grant"));
        assertThat(quick.takesTask().<String>path("grant")).isEqualTo(earlier.<String>path("grant"));
    }

    @Test
    void refusesReassignmentToPersonWhoMayNotJudge() {
        var grant = applications.submits(scheme, applicant);
        var task = slow.takes();
        quick.posts("/conflicts-of-interest", Map.of("organisation", applicant.toString(), "reason", "I own shares."))
                .then()
                .statusCode(201);
        isRefused(reassignTo(quick, task));
        isRefused(reassignTo(slow, task));
        isRefused(reassignTo(Vetter.named("the-submitter", scheme.secretariatRoles()), task));
        assertThat(events.count("select count(*) from review_task where grant_id = :grant and status = 'TAKEN'", grant))
                .as("the task is still taken")
                .isEqualTo(1);
        reassignTo(Vetter.secretariat(scheme), task).statusCode(200);
    }

    @Test
    void taskHandedBackIsOfferedToAnyone() {
        applications.submits(scheme);
        reassignTo(quick, slow.takes()).statusCode(200);
        quick.does(quick.takes(), "hand-back", Map.of("reason", "Too much."))
                .then()
                .statusCode(200);
        assertThat(head.takesNext().statusCode()).isEqualTo(200);
    }

    private ValidatableResponse reassignTo(Vetter person, String task) {
        return head.does(
                        task,
                        "reassignment",
                        Map.of("reason", "On leave.", "to", person.person().toString()))
                .then();
    }

    private static void isRefused(ValidatableResponse answer) {
        answer.statusCode(422).body("type", endsWith("not-theirs-to-judge")).body("errors[0].pointer", equalTo("/to"));
    }
}
