package hk.itf.assessment.claimvetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.assessment.AppendedEvents;
import hk.itf.assessment.Committee;
import hk.itf.assessment.SimulatedApplications;
import hk.itf.assessment.TestScheme;
import hk.itf.assessment.Vetter;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.event.ApplicationEvent.ClaimResubmitted;
import hk.itf.model.event.ApplicationEvent.OfferAccepted;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.event.AssessmentEvent.ClaimRejected;
import hk.itf.model.event.AssessmentEvent.StageGateFailed;
import hk.itf.model.event.AssessmentEvent.StageGatePassed;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.Gate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Claims for HK$0.00. The scheme names the vetting role of each kind; a panel advises on stage gates. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class ClaimKindsTest {

    private static final TrancheId TRANCHE = TrancheId.next();
    private static final Map<String, Object> ACCEPT_ALL = Map.of();

    @Inject
    AppendedEvents events;

    private SimulatedApplications applications;
    private final TestScheme scheme = TestScheme.withPanel(2);
    private final Committee panel = Committee.of(scheme, 1);
    private final Vetter commissioner = Vetter.authority(scheme, "commissioner");

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
    void acceptedReportMeetsItsGate() {
        var grant = applications.submits(scheme);
        var claim = claims(grant, ClaimKind.REPORT);
        var taken = panel.secretary().takes("CLAIM_VETTING");
        assertThat(LocalDate.parse(
                        panel.secretary().asks().get("/tasks/" + taken).path("dueOn")))
                .as("5 working days for a report, not the 20 for a payment")
                .isBefore(TestClock.today().plusDays(14));

        panel.secretary()
                .does(taken, "claim-vetting", Map.of("lines", List.of(Map.of("number", 1, "accepted", true))))
                .then()
                .statusCode(400)
                .body("type", endsWith("lines-do-not-fit"));
        panel.secretary()
                .does(taken, "claim-vetting", ACCEPT_ALL)
                .then()
                .statusCode(200)
                .body("outcome", equalTo("ACCEPTED"));
        var accepted = events.awaitLast(ClaimAccepted.class, grant);
        assertThat(accepted.claim()).isEqualTo(claim);
        assertThat(accepted.kind()).isEqualTo(ClaimKind.REPORT);
        assertThat(accepted.accepted()).isEqualTo(Money.ZERO);
        assertThat(accepted.gates()).containsExactly(Gate.REPORT_ACCEPTED);
        assertThat(events.about(grant, StageGatePassed.class)).isEmpty();
    }

    @Test
    void claimIsNotOfferedToPersonWhoAcceptedTheOffer() {
        var grant = applications.submits(scheme);
        var officer = Vetter.secretariat(scheme);
        applications.sends(
                new OfferAccepted(grant, officer.person(), OrganisationId.next(), SimulatedApplications.NOW, 0));
        claims(grant, ClaimKind.REPORT);
        events.awaitCaseAt("CLAIM_VETTING", grant);

        assertThat(officer.posts("/queue/next", Map.of("stages", List.of("CLAIM_VETTING")))
                        .statusCode())
                .isEqualTo(204);
        assertThat(panel.secretary().takes("CLAIM_VETTING")).isNotBlank();
    }

    @Test
    void stageGatePassesAfterSupportOfPanel() {
        var grant = applications.submits(scheme);
        decidesAmendment(grant);
        var claim = claims(grant, ClaimKind.STAGE_GATE);
        var reviewCase = events.awaitCaseAt("PANEL", grant);
        assertThat(commissioner.takesNext().statusCode()).isEqualTo(204);
        panel.advises(reviewCase, "SUPPORT");

        assertThat(Vetter.authority(scheme, "senior-manager").takesNext().statusCode())
                .isEqualTo(204);
        var task = commissioner.takesTask();
        assertThat(task.<String>path("stage")).isEqualTo("CLAIM_VETTING");
        assertThat(task.<Boolean>path("content.recommendation.supported")).isTrue();
        commissioner
                .alsoWith(scheme.authorityRoles("senior-manager"))
                .does(task.path("id"), "claim-vetting", ACCEPT_ALL)
                .then()
                .statusCode(403)
                .body("type", endsWith("authority-exceeded"));
        commissioner.does(task.path("id"), "claim-vetting", ACCEPT_ALL).then().statusCode(200);

        assertThat(events.awaitLast(ClaimAccepted.class, grant).kind()).isEqualTo(ClaimKind.STAGE_GATE);
        var passed = events.awaitLast(StageGatePassed.class, grant);
        assertThat(passed.claim()).isEqualTo(claim);
        assertThat(passed.tranche()).isEqualTo(TRANCHE);
        assertThat(passed.voters())
                .as("the panel without the decider")
                .containsExactlyInAnyOrder(
                        panel.chair().person(), panel.member(0).person());
        assertThat(duties(grant, commissioner))
                .as("the decider of the grant may pass its stage")
                .containsExactly("DECIDED");
        assertThat(events.count("select count(*) from duty_conflict where grant_id = :grant", grant))
                .isZero();
    }

    @Test
    void unsupportedStageGateCanOnlyBeRejectedAfterAnswer() {
        var grant = applications.submits(scheme);
        var claim = claims(grant, ClaimKind.STAGE_GATE);
        panel.advises(events.awaitCaseAt("PANEL", grant), "SUPPORT");
        commissioner
                .does(
                        commissioner.takes(),
                        "clarification",
                        Map.of("question", "Where is the prototype?", "answerWithinDays", 14))
                .then()
                .statusCode(200);
        applications.sends(new ClaimResubmitted(
                grant,
                claim,
                SimulatedApplications.SUBMITTER,
                SimulatedApplications.claimWithoutMoney(ClaimKind.STAGE_GATE, 2, TRANCHE),
                SimulatedApplications.NOW));
        panel.advises(events.awaitCaseAt("PANEL", grant), "NOT_SUPPORT");

        var task = commissioner.takes();
        commissioner
                .does(task, "claim-vetting", ACCEPT_ALL)
                .then()
                .statusCode(422)
                .body("type", endsWith("not-recommended"));
        commissioner
                .does(task, "claim-vetting", Map.of("reject", "The prototype does not work yet."))
                .then()
                .statusCode(200);
        assertThat(events.awaitLast(ClaimRejected.class, grant).reason()).isEqualTo("The prototype does not work yet.");
        var failed = events.awaitLast(StageGateFailed.class, grant);
        assertThat(failed.reason()).isEqualTo("The prototype does not work yet.");
        assertThat(failed.voters()).hasSize(2).doesNotContain(commissioner.person());
        assertThat(events.about(grant, StageGatePassed.class)).isEmpty();
    }

    private void decidesAmendment(GrantId grant) {
        applications.amends(scheme, grant, SimulatedApplications.earlyEnd(scheme));
        commissioner
                .does(commissioner.takes("DECISION"), "decision", Vetter.approval())
                .then()
                .statusCode(200);
    }

    private ClaimId claims(GrantId grant, ClaimKind kind) {
        return applications.claims(scheme, grant, SimulatedApplications.claimWithoutMoney(kind, 1, TRANCHE));
    }

    private List<String> duties(GrantId grant, Vetter who) {
        return events.rows(
                "select duty from grant_duty where grant_id = :grant and person = '%s'".formatted(who.person()), grant);
    }
}
