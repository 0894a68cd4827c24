package hk.itf.assessment.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.assessment.AppendedEvents;
import hk.itf.assessment.SimulatedApplications;
import hk.itf.assessment.TestScheme;
import hk.itf.assessment.Vetter;
import hk.itf.infra.testkit.OtherService;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.AssessmentEvent.ApplicationFoundIneligible;
import hk.itf.model.event.AssessmentEvent.AssessmentStarted;
import hk.itf.model.event.AssessmentEvent.InformationComplete;
import hk.itf.model.event.AssessmentEvent.ReviewTaskEnded;
import hk.itf.model.event.AssessmentEvent.ReviewTaskTaken;
import hk.itf.model.event.DisbursementEvent.TranchePrepared;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.PlannedTranche;
import hk.itf.model.scheme.value.RuleId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class ApplicationRouteTest {

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
    void approvesLargeApplicationWithFullPlan() {
        var grant = GrantId.next();
        applications.sends(SimulatedApplications.submission(
                grant,
                SimulatedApplications.filing(
                        scheme, OrganisationId.next(), 1, SimulatedApplications.doctoralPost(36))));
        var secretary = Vetter.secretariat(scheme);
        var first = Vetter.assessor(scheme);
        var second = Vetter.assessor(scheme);
        var commissioner = Vetter.authority(scheme, "commissioner");

        secretary.confirmsCompleteness();
        secretary.confirmsEligibility();
        first.scores(8);
        second.scores(6);
        assertThat(Vetter.authority(scheme, "senior-manager").takesNext().statusCode())
                .as("the amount exceeds the authority")
                .isEqualTo(204);
        commissioner
                .does(commissioner.takes(), "decision", Vetter.approval())
                .then()
                .statusCode(200);

        var approved = events.awaitLast(ApplicationApproved.class, grant);
        assertThat(approved.awarded()).isEqualTo(Money.hkd(1_620_000));
        assertThat(approved.plan().tranches())
                .hasSize(12)
                .extracting(PlannedTranche::amount)
                .containsOnly(Money.hkd(135_000));
        assertThat(approved.actor()).isEqualTo(commissioner.person());
        assertThat(approved.voters()).containsExactlyInAnyOrder(secretary.person(), first.person(), second.person());
        assertThat(approved.contentSha256()).isEqualTo("a".repeat(64));
        assertThat(events.awaitLast(AssessmentStarted.class, grant).revision()).isEqualTo(1);
        assertThat(events.about(grant, InformationComplete.class)).hasSize(1);
        assertThat(events.about(grant, ReviewTaskTaken.class)).hasSize(5);
        assertThat(events.about(grant, ReviewTaskEnded.class))
                .hasSize(5)
                .allMatch(ended -> ended.ending().equals("DONE"));
    }

    @Test
    void lowerAwardRescalesPlanToTheCent() {
        var secretary = Vetter.secretariat(scheme);
        var grant = applications.submits(scheme);
        secretary.confirmsCompleteness();
        secretary.confirmsEligibility();
        Vetter.assessor(scheme).scores(7);
        Vetter.assessor(scheme).scores(7);
        var personWithTwoRoles = secretary.alsoWith(scheme.authorityRoles("commissioner"));
        var offer = personWithTwoRoles.takesNext();
        assertThat(offer.statusCode())
                .as("the person who confirmed the eligibility")
                .isEqualTo(204);
        assertThat(offer.header("Retry-After")).isEqualTo("5");
        var manager = Vetter.authority(scheme, "senior-manager");
        var task = manager.takes();

        manager.does(task, "decision", approvalOf("540000.01"))
                .then()
                .statusCode(422)
                .body("type", endsWith("award-above-entitlement"));
        manager.does(task, "decision", approvalOf("100000.01")).then().statusCode(200);

        var approved = events.awaitLast(ApplicationApproved.class, grant);
        assertThat(approved.awarded()).isEqualTo(Money.ofCents(10_000_001));
        assertThat(approved.plan().total()).isEqualTo(approved.awarded());
        assertThat(approved.conditions()).containsExactly("Report every quarter.");
    }

    @Test
    void letterNamesFailedEligibilityRules() {
        var grant = applications.submitsIneligible(scheme);
        var secretary = Vetter.secretariat(scheme);
        secretary.confirmsCompleteness();
        secretary
                .does(secretary.takes(), "eligibility", Map.of("eligible", false))
                .then()
                .statusCode(200)
                .body("caseStatus", equalTo("CLOSED"))
                .body("outcome", equalTo("INELIGIBLE"));

        var found = events.awaitLast(ApplicationFoundIneligible.class, grant);
        assertThat(found.rules()).containsExactly(RuleId.of("engagement-length"));
        assertThat(found.letter()).contains("The engagement lasts at most 36 months.");
        assertThat(found.actor()).isEqualTo(secretary.person());
    }

    @Test
    void overrideOfEligibilityNeedsReason() {
        applications.submitsIneligible(scheme);
        var secretary = Vetter.secretariat(scheme);
        secretary.confirmsCompleteness();
        var task = secretary.takes();

        secretary
                .does(task, "eligibility", Map.of("eligible", true))
                .then()
                .statusCode(422)
                .body("type", endsWith("override-needs-a-reason"))
                .body("errors[0].pointer", equalTo("/reason"));
        secretary
                .does(task, "eligibility", Map.of("eligible", true, "reason", "Extended by the Commissioner in 2025."))
                .then()
                .statusCode(200)
                .body("stage", equalTo("TECHNICAL_REVIEW"));
    }

    @Test
    void refusesDecisionOfPersonWhoPreparedTranche() {
        var grant = applications.submits(scheme);
        applications.amends(scheme, grant, SimulatedApplications.earlyEnd(scheme));
        var manager = Vetter.authority(scheme, "senior-manager");
        var task = manager.takes();
        try (var disbursement = OtherService.named("disbursement")) {
            disbursement.send(new TranchePrepared(
                    grant,
                    TrancheId.next(),
                    manager.person(),
                    Tokens.person("a-verifier"),
                    1,
                    Money.hkd(135_000),
                    SimulatedApplications.NOW));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> events.count(
                                "select count(*) from grant_duty where grant_id = :grant and duty = 'PREPARED'", grant)
                        == 1);

        manager.does(task, "decision", Vetter.approval())
                .then()
                .statusCode(409)
                .body("type", endsWith("one-person-one-duty"));
    }

    private static Map<String, Object> approvalOf(String amount) {
        return Map.of(
                "outcome",
                "APPROVE",
                "awarded",
                Map.of("amount", amount, "currency", "HKD"),
                "conditions",
                List.of("Report every quarter."),
                "letter",
                "Less, but well planned.");
    }
}
