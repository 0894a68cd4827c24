package hk.itf.assessment.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.assessment.AppendedEvents;
import hk.itf.assessment.SimulatedApplications;
import hk.itf.assessment.TestScheme;
import hk.itf.assessment.Vetter;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A second scored stage with its own criteria and pass mark. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class BusinessReviewTest {

    @Inject
    AppendedEvents events;

    private SimulatedApplications applications;
    private final TestScheme scheme = TestScheme.withBusinessReview();
    private final OrganisationId applicant = OrganisationId.next();
    private final Vetter secretary = Vetter.secretariat(scheme);
    private final Vetter first = Vetter.assessor(scheme);
    private final Vetter second = Vetter.assessor(scheme);
    private final Vetter businessAssessor = Vetter.assessor(scheme);
    private final Vetter manager = Vetter.authority(scheme, "senior-manager");

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
    void businessAssessorsScoreOwnCriteriaAndCountAsVoters() {
        var grant = toBusinessReview();
        assertThat(first.takesNext().statusCode())
                .as("an assessor of the technical review")
                .isEqualTo(204);
        var task = businessAssessor.takesTask();
        assertThat(task.<String>path("stage")).isEqualTo("BUSINESS_REVIEW");
        assertThat(task.<List<String>>path("content.criteria.id")).containsExactly("market");
        assertThat(task.<String>path("content.parties.applicant")).isEqualTo(applicant.toString());
        String id = task.path("id");
        businessAssessor
                .does(id, "score-sheet", Vetter.sheet(9))
                .then()
                .statusCode(400)
                .body("type", endsWith("marks-do-not-fit"));
        businessAssessor
                .does(id, "score-sheet", Map.of("marks", Map.of("market", 7), "comment", "It sells."))
                .then()
                .statusCode(200)
                .body("stage", equalTo("DECISION"));

        manager.does(manager.takes(), "decision", Vetter.approval()).then().statusCode(200);
        assertThat(events.awaitLast(ApplicationApproved.class, grant).voters())
                .containsExactlyInAnyOrder(
                        secretary.person(), first.person(), second.person(), businessAssessor.person());
    }

    @Test
    void highTechnicalScoreDoesNotOffsetLowBusinessScore() {
        toBusinessReview();
        businessAssessor.scoresBusinessReview(6);
        manager.does(manager.takes(), "decision", Vetter.approval())
                .then()
                .statusCode(422)
                .body("type", endsWith("below-pass-mark"))
                .body("detail", containsString("business review is below the pass mark of 70"));
    }

    @Test
    void voidedScoresAreReplacedInOrder() {
        var grant = toBusinessReview();
        businessAssessor.scoresBusinessReview(8);
        var decision = manager.takes();

        declaresConflict(first);
        manager.does(decision, "decision", Vetter.approval()).then().statusCode(409);
        assertThat(businessAssessor.takesNext().statusCode())
                .as("the assessor of the business review")
                .isEqualTo(204);
        Vetter.assessor(scheme).scores(8);
        assertThat(stage(grant)).containsExactly("DECISION");
        assertThat(Vetter.assessor(scheme).takesNext().statusCode())
                .as("the score of the business review is kept")
                .isEqualTo(204);

        declaresConflict(second);
        declaresConflict(businessAssessor);
        assertThat(stage(grant)).containsExactly("TECHNICAL_REVIEW");
        Vetter.assessor(scheme).scores(8);
        assertThat(stage(grant)).containsExactly("BUSINESS_REVIEW");
        Vetter.assessor(scheme).scoresBusinessReview(9);
        assertThat(stage(grant)).containsExactly("DECISION");
        manager.does(manager.takes(), "decision", Vetter.approval()).then().statusCode(200);
    }

    private GrantId toBusinessReview() {
        var grant = applications.submits(scheme, applicant);
        secretary.confirmsCompleteness();
        secretary.confirmsEligibility();
        first.scores(9);
        second.scores(9);
        return grant;
    }

    private void declaresConflict(Vetter assessor) {
        assessor.posts(
                        "/conflicts-of-interest",
                        Map.of("organisation", applicant.toString(), "reason", "I own shares."))
                .then()
                .statusCode(201);
    }

    private List<String> stage(GrantId grant) {
        return events.rows("select stage from review_case where grant_id = :grant", grant);
    }
}
