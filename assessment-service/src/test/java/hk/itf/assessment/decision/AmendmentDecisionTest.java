package hk.itf.assessment.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.assessment.AppendedEvents;
import hk.itf.assessment.Committee;
import hk.itf.assessment.SimulatedApplications;
import hk.itf.assessment.TestScheme;
import hk.itf.assessment.Vetter;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.event.AmendmentKind;
import hk.itf.model.event.ApplicationEvent.AmendmentWithdrawn;
import hk.itf.model.event.AssessmentEvent.AmendmentApproved;
import hk.itf.model.event.AssessmentEvent.AmendmentDeclined;
import hk.itf.model.id.AmendmentId;
import hk.itf.model.id.GrantId;
import hk.itf.model.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class AmendmentDecisionTest {

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
    void approvesAmendmentOnlyWithFiledPlan() {
        var grant = applications.submits(scheme);
        var amendment = amends(grant);
        var manager = Vetter.authority(scheme, "senior-manager");
        var task = manager.takesTask();
        assertThat(task.<String>path("content.amendment.kind")).isEqualTo("EARLY_END");
        String id = task.path("id");

        manager.does(id, "decision", approvalOfOneDollar())
                .then()
                .statusCode(422)
                .body("type", endsWith("amendment-as-filed"));
        manager.does(id, "decision", Vetter.approval()).then().statusCode(200).body("outcome", equalTo("APPROVED"));

        var approved = events.awaitLast(AmendmentApproved.class, grant);
        assertThat(approved.amendment()).isEqualTo(amendment);
        assertThat(approved.kind()).isEqualTo(AmendmentKind.EARLY_END);
        assertThat(approved.keep()).isNull();
        assertThat(approved.baseVersion()).isEqualTo(1);
        assertThat(approved.awarded()).isEqualTo(Money.hkd(270_000));
        assertThat(approved.plan().total()).isEqualTo(approved.awarded());
    }

    @Test
    void declinedAmendmentCarriesLetter() {
        var grant = applications.submits(scheme);
        var amendment = amends(grant);
        var manager = Vetter.authority(scheme, "commissioner");
        manager.does(manager.takes(), "decision", Map.of("outcome", "DECLINE", "letter", "It comes too late."))
                .then()
                .statusCode(200);
        var declined = events.awaitLast(AmendmentDeclined.class, grant);
        assertThat(declined.amendment()).isEqualTo(amendment);
        assertThat(declined.letter()).isEqualTo("It comes too late.");
    }

    @Test
    void withdrawnAmendmentLeavesQueue() {
        var grant = applications.submits(scheme);
        var amendment = amends(grant);
        applications.sends(
                new AmendmentWithdrawn(grant, amendment, SimulatedApplications.SUBMITTER, SimulatedApplications.NOW));
        await().until(() -> events.count(
                        "select count(*) from review_case where grant_id = :grant and outcome = 'WITHDRAWN'", grant)
                == 1);
        assertThat(Vetter.authority(scheme, "commissioner").takesNext().statusCode())
                .isEqualTo(204);
    }

    @Test
    void nextStageNeedsSupportOfPanelAndAuthorityForNewTotal() {
        var staged = applications.publishes(TestScheme.withPanel(2));
        var grant = applications.submits(staged);
        applications.amends(
                staged, grant, SimulatedApplications.amendment(staged, AmendmentKind.NEXT_STAGE, Money.hkd(1_500_000)));
        Committee.of(staged, 1).advises(events.awaitCaseAt("PANEL", grant), "NOT_SUPPORT");

        assertThat(Vetter.authority(staged, "senior-manager").takesNext().statusCode())
                .as("HK$1,500,000 exceeds the authority")
                .isEqualTo(204);
        var commissioner = Vetter.authority(staged, "commissioner");
        var task = commissioner.takes();
        commissioner
                .does(task, "decision", Vetter.approval())
                .then()
                .statusCode(422)
                .body("type", endsWith("not-recommended"));
        commissioner
                .does(task, "decision", Map.of("outcome", "DECLINE", "letter", "The panel was not convinced."))
                .then()
                .statusCode(200);
    }

    @Test
    void approvedTerminationCarriesAmountToKeep() {
        var staged = applications.publishes(TestScheme.withPanel(2));
        var manager = Vetter.authority(staged, "senior-manager");
        var grant = applications.submits(staged);
        applications.amends(
                staged, grant, SimulatedApplications.amendment(staged, AmendmentKind.TERMINATION, Money.hkd(270_000)));
        manager.does(manager.takes("DECISION"), "decision", Vetter.approval())
                .then()
                .statusCode(200);
        var approved = events.awaitLast(AmendmentApproved.class, grant);
        assertThat(approved.kind()).isEqualTo(AmendmentKind.TERMINATION);
        assertThat(approved.keep()).isEqualTo(Money.hkd(1));
    }

    private AmendmentId amends(GrantId grant) {
        return applications.amends(scheme, grant, SimulatedApplications.earlyEnd(scheme));
    }

    private static Map<String, Object> approvalOfOneDollar() {
        return Map.of(
                "outcome",
                "APPROVE",
                "awarded",
                Map.of("amount", "1.00", "currency", "HKD"),
                "letter",
                "Less than was filed.");
    }
}
