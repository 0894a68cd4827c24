package hk.itf.assessment.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import hk.itf.assessment.AppendedEvents;
import hk.itf.assessment.SimulatedApplications;
import hk.itf.assessment.TestScheme;
import hk.itf.assessment.Vetter;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.id.GrantId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Overdue clarifications, reminders and the workload. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class OversightTest {

    @Inject
    AppendedEvents events;

    private SimulatedApplications applications;
    private final TestScheme scheme = TestScheme.unpublished();
    private final Vetter secretary = Vetter.secretariat(scheme);

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
    void clarificationIsOverdueFromDayAfterDeadline() {
        var reviewCase = askForClarification(14);
        TestClock.advance(Duration.ofDays(14));
        overdue(reviewCase).body("", nullValue());
        reminds(reviewCase).statusCode(409).body("type", endsWith("nothing-overdue"));

        TestClock.advance(Duration.ofDays(3));
        overdue(reviewCase)
                .body("ageInDays", equalTo(17))
                .body("daysOverdue", equalTo(3))
                .body("reminders", equalTo(0))
                .body("stage", equalTo("COMPLETENESS"));
        Vetter.with("auditor").asks().get("/overdue-clarifications").then().body("reviewCase", hasItem(reviewCase));
    }

    @Test
    void remindsApplicantOnceADay() {
        var grant = applications.submits(scheme);
        var reviewCase = askForClarification(grant, 7);
        TestClock.advance(Duration.ofDays(8));
        reminds(reviewCase)
                .statusCode(200)
                .body("reminders", equalTo(1))
                .body("lastReminded", equalTo(TestClock.today().toString()));
        reminds(reviewCase).statusCode(409).body("type", endsWith("reminded-today"));
        TestClock.advance(Duration.ofDays(1));
        reminds(reviewCase).statusCode(200).body("reminders", equalTo(2));
        assertThat(events.count(
                        "select count(*) from timeline where grant_id = :grant and transition = 'REMIND'", grant))
                .isEqualTo(2);
    }

    @Test
    void answeredClarificationIsNotOverdue() {
        var grant = applications.submits(scheme);
        var reviewCase = askForClarification(grant, 1);
        TestClock.advance(Duration.ofDays(2));
        reminds(reviewCase).statusCode(200);
        applications.resubmits(scheme, grant, 2);
        events.awaitCaseAt("COMPLETENESS", grant);
        overdue(reviewCase).body("", nullValue());

        secretary
                .does(secretary.takes(), "clarification", Map.of("question", "And the date?", "answerWithinDays", 1))
                .then()
                .statusCode(200);
        TestClock.advance(Duration.ofDays(2));
        overdue(reviewCase).body("reminders", equalTo(0));
    }

    @Test
    void workloadCountsHeldAndRecentlyDoneTasks() {
        applications.submits(scheme);
        applications.submits(scheme);
        var diligent = Vetter.secretariat(scheme);
        diligent.confirmsCompleteness();
        diligent.takes("COMPLETENESS");
        load(diligent).body("held", equalTo(1)).body("done", equalTo(1)).body("lapsed", equalTo(0));
        TestClock.advance(Duration.ofDays(60));
        load(diligent).body("held", equalTo(1)).body("done", equalTo(0));
        secretary
                .asks()
                .get("/workload")
                .then()
                .body("waiting.stage", hasItem("ELIGIBILITY"))
                .body("waiting.find { it.stage == 'ELIGIBILITY' }.overdue", greaterThan(0));
    }

    private String askForClarification(int days) {
        return askForClarification(applications.submits(scheme), days);
    }

    private String askForClarification(GrantId grant, int days) {
        var reviewCase = events.awaitCaseAt("COMPLETENESS", grant);
        secretary
                .does(
                        secretary.takes(),
                        "clarification",
                        Map.of("question", "Where is the contract?", "answerWithinDays", days))
                .then()
                .statusCode(200);
        return reviewCase;
    }

    private ValidatableResponse overdue(String reviewCase) {
        return found("/overdue-clarifications", "find { it.reviewCase == '%s' }".formatted(reviewCase));
    }

    private ValidatableResponse load(Vetter person) {
        return found("/workload", "people.find { it.person == '%s' }".formatted(person.person()));
    }

    private ValidatableResponse found(String path, String what) {
        return secretary.asks().get(path).then().statusCode(200).rootPath(what);
    }

    private ValidatableResponse reminds(String reviewCase) {
        return secretary
                .posts("/overdue-clarifications/" + reviewCase + "/reminders", Map.of())
                .then();
    }
}
