package hk.itf.assessment.claimvetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.assessment.AppendedEvents;
import hk.itf.assessment.SimulatedApplications;
import hk.itf.assessment.TestScheme;
import hk.itf.assessment.Vetter;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.event.ApplicationEvent.ClaimDeadlinePassed;
import hk.itf.model.event.ApplicationEvent.ClaimResubmitted;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.event.AssessmentEvent.ClaimRejected;
import hk.itf.model.event.AssessmentEvent.ClarificationRequested;
import hk.itf.model.event.AssessmentEvent.RefusedLine;
import hk.itf.model.event.AssessmentEvent.StageGateFailed;
import hk.itf.model.event.Subject;
import hk.itf.model.id.ClaimId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
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

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class ClaimVettingTest {

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

    private static final TrancheId TRANCHE = TrancheId.next();
    private static final Money MONTH = Money.hkd(45_000);

    @Test
    void acceptedSumExcludesRefusedMonth() {
        var grant = applications.submits(scheme);
        var claim = claims(grant);
        var vetter = Vetter.secretariat(scheme);
        var task = vetter.takes("CLAIM_VETTING");

        vetter.does(task, "claim-vetting", Map.of("lines", List.of(accepted(1), accepted(2))))
                .then()
                .statusCode(400)
                .body("type", endsWith("lines-do-not-fit"));
        vetter.does(
                        task,
                        "claim-vetting",
                        Map.of("lines", List.of(accepted(1), refused(2, "No payslip."), accepted(3))))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("ACCEPTED"));

        var accepted = events.awaitLast(ClaimAccepted.class, grant);
        assertThat(accepted.claim()).isEqualTo(claim);
        assertThat(accepted.tranche()).isEqualTo(TRANCHE);
        assertThat(accepted.accepted()).isEqualTo(Money.hkd(90_000));
        assertThat(accepted.refused()).containsExactly(new RefusedLine(2, MONTH, "No payslip."));
        assertThat(accepted.gates()).containsExactly(Gate.CLAIM_ACCEPTED, Gate.REPORT_ACCEPTED);
    }

    @Test
    void rejectedClaimCarriesReason() {
        var grant = applications.submits(scheme);
        claims(grant);
        var vetter = Vetter.secretariat(scheme);
        vetter.does(vetter.takes("CLAIM_VETTING"), "claim-vetting", Map.of("reject", "The report is missing."))
                .then()
                .statusCode(200)
                .body("outcome", equalTo("REJECTED"));
        assertThat(events.awaitLast(ClaimRejected.class, grant).reason()).isEqualTo("The report is missing.");
        assertThat(events.about(grant, ClaimAccepted.class)).isEmpty();
        assertThat(events.about(grant, StageGateFailed.class)).isEmpty();
    }

    @Test
    void vetsClarifiedClaimAfterDeadlinePassed() {
        var grant = applications.submits(scheme);
        var claim = claims(grant);
        var vetter = Vetter.secretariat(scheme);
        vetter.does(
                        vetter.takes("CLAIM_VETTING"),
                        "clarification",
                        Map.of("question", "Which bank?", "answerWithinDays", 7))
                .then()
                .statusCode(200)
                .body("caseStatus", equalTo("CLARIFYING"));
        assertThat(events.awaitLast(ClarificationRequested.class, grant).subject())
                .isEqualTo(new Subject(Subject.Kind.CLAIM, claim.value()));

        applications.sends(new ClaimDeadlinePassed(
                grant, TRANCHE, SimulatedApplications.SUBMITTER, LocalDate.of(2027, 5, 31), SimulatedApplications.NOW));
        applications.sends(new ClaimResubmitted(
                grant,
                claim,
                SimulatedApplications.SUBMITTER,
                SimulatedApplications.claim(2, TRANCHE),
                SimulatedApplications.NOW));
        vetter.does(
                        vetter.takes("CLAIM_VETTING"),
                        "claim-vetting",
                        Map.of("lines", List.of(accepted(1), accepted(2), accepted(3))))
                .then()
                .statusCode(200);
        assertThat(events.awaitLast(ClaimAccepted.class, grant).accepted()).isEqualTo(Money.hkd(135_000));
    }

    private ClaimId claims(GrantId grant) {
        return applications.claims(scheme, grant, SimulatedApplications.claim(1, TRANCHE));
    }

    private static Map<String, Object> accepted(int number) {
        return Map.of("number", number, "accepted", true);
    }

    private static Map<String, Object> refused(int number, String reason) {
        return Map.of("number", number, "accepted", false, "reason", reason);
    }
}
