package hk.itf.assessment.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import hk.itf.assessment.AppendedEvents;
import hk.itf.assessment.SimulatedApplications;
import hk.itf.assessment.TestScheme;
import hk.itf.assessment.Vetter;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.event.AssessmentEvent.ReviewTaskEnded;
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

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class ScoringTest {

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
    private final Vetter first = Vetter.assessor(scheme);
    private final Vetter second = Vetter.assessor(scheme);

    @Test
    void assessorSeesOtherScoresOnlyAfterScoring() {
        toReview(OrganisationId.next());
        var mine = first.takesTask();
        var theirs = second.takes();
        String reviewCase = mine.path("reviewCase");
        second.does(theirs, "score-sheet", Vetter.sheet(9)).then().statusCode(200);

        first.asks()
                .get("/cases/" + reviewCase + "/score-sheets")
                .then()
                .statusCode(200)
                .body("$", hasSize(0));
        first.does(mine.path("id"), "score-sheet", Vetter.sheet(4)).then().statusCode(200);
        first.asks()
                .get("/cases/" + reviewCase + "/score-sheets")
                .then()
                .body("weighted", equalTo(List.of("90.0", "40.0")));
        secretary.asks().get("/cases/" + reviewCase + "/score-sheets").then().body("$", hasSize(2));
    }

    @Test
    void conflictAfterScoringVoidsAndReplacesScore() {
        var applicant = OrganisationId.next();
        var grant = toReview(applicant);
        first.scores(9);
        second.scores(9);
        var manager = Vetter.authority(scheme, "senior-manager");
        var decision = manager.takes();

        first.posts("/conflicts-of-interest", Map.of("organisation", applicant.toString(), "reason", "I own shares."))
                .then()
                .statusCode(201);

        manager.does(decision, "decision", Vetter.approval())
                .then()
                .statusCode(409)
                .body("type", endsWith("task-not-held"));
        assertThat(events.awaitLast(ReviewTaskEnded.class, grant).ending()).isEqualTo("HANDED_BACK");
        assertThat(first.takesNext().statusCode()).isEqualTo(204);
        Vetter.assessor(scheme).scores(2);
        manager.does(manager.takes(), "decision", Vetter.approval()).then().statusCode(200);
    }

    @Test
    void conflictBarsHolderFromScoring() {
        var applicant = OrganisationId.next();
        var grant = toReview(applicant);
        var task = first.takes();
        first.nowActingFor(applicant, scheme.assessorRoles())
                .does(task, "score-sheet", Vetter.sheet(9))
                .then()
                .statusCode(409)
                .body("type", endsWith("conflict-of-interest"));
        first.posts("/conflicts-of-interest", Map.of("organisation", applicant.toString(), "reason", "I own shares."))
                .then()
                .statusCode(201);
        assertThat(events.awaitLast(ReviewTaskEnded.class, grant).ending()).isEqualTo("RECUSED");
        first.does(task, "score-sheet", Vetter.sheet(9)).then().statusCode(409);
    }

    private GrantId toReview(OrganisationId applicant) {
        var grant = applications.submits(scheme, applicant);
        secretary.confirmsCompleteness();
        secretary.confirmsEligibility();
        return grant;
    }
}
