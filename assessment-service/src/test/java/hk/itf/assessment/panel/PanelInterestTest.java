package hk.itf.assessment.panel;

import static hk.itf.assessment.Committee.attends;
import static hk.itf.assessment.Committee.isIndependent;
import static hk.itf.assessment.Committee.on;
import static hk.itf.assessment.Committee.votes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import hk.itf.assessment.AppendedEvents;
import hk.itf.assessment.Committee;
import hk.itf.assessment.SimulatedApplications;
import hk.itf.assessment.TestScheme;
import hk.itf.assessment.Vetter;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.AssessmentEvent.ReviewTaskEnded;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who has an interest in a case reads nothing of it, votes on nothing and makes up no quorum: whenever it is declared. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class PanelInterestTest {

    private static final Map<String, Object> DAUGHTER = Map.of("reason", "My daughter is on the team.");

    @Inject
    AppendedEvents said;

    private SimulatedApplications applications;
    private final TestScheme scheme = TestScheme.withPanel(2);
    private final Committee panel = Committee.of(scheme, 2);

    @BeforeEach
    void publish() {
        applications = new SimulatedApplications();
        applications.publishes(scheme);
    }

    @AfterEach
    void close() {
        applications.close();
    }

    private final OrganisationId applicant = OrganisationId.next();
    private final Vetter manager = Vetter.authority(scheme, "senior-manager");

    @Test
    void whoDeclaresAnInterestHasNoPartInTheItem() {
        var grant = submitted();
        var meeting = panel.isCalledTogether();
        var item = listed(grant, meeting);
        var member = panel.member(0);
        isIndependent(member, item);

        on(item, member, "interest", DAUGHTER)
                .then()
                .statusCode(200)
                .body("reading", nullValue())
                .body(of(member, "interest"), equalTo("DECLARED"))
                .body(of(member, "late"), equalTo(false));
        assertThat(said.the(ReviewTaskEnded.class, grant).ending()).isEqualTo("RECUSED");
        on(item, member, "independence", Map.of())
                .then()
                .statusCode(409)
                .body("type", endsWith("conflict-of-interest"));

        panel.meets(meeting);
        isIndependent(panel.chair(), item);
        on(item, panel.chair(), "call", Map.of()).then().statusCode(200).body("present", equalTo(1));
        votes(member, item, "SUPPORT").then().statusCode(409).body("type", endsWith("conflict-of-interest"));
        panel.closes(item).then().statusCode(409).body("type", endsWith("no-quorum"));
    }

    @Test
    void anInterestDeclaredAfterTheMeetingWasOpenedIsLateAndTakesTheVoteBack() {
        var item = called(submitted());
        votes(panel.member(0), item, "NOT_SUPPORT").then().statusCode(200);
        on(item, panel.member(0), "interest", DAUGHTER)
                .then()
                .statusCode(200)
                .body(of(panel.member(0), "late"), equalTo(true));
        votes(panel.member(1), item, "SUPPORT").then().statusCode(200);

        var reviewCase = panel.closes(item)
                .then()
                .statusCode(200)
                .body("present", equalTo(2))
                .body("course.supported", equalTo(true))
                .extract()
                .<String>path("reviewCase");
        panel.secretary()
                .asks()
                .get("/cases/" + reviewCase)
                .then()
                .body(
                        "recommendation.interested[0]",
                        equalTo(panel.member(0).person().toString()))
                .body("recommendation.votes.size()", equalTo(1));
    }

    @Test
    void aConflictWithAPartyCountsWhereverItWasDeclared() {
        var grant = submitted();
        var meeting = panel.isCalledTogether();
        var item = listed(grant, meeting);
        var shareholder = panel.member(0);
        declares(shareholder);
        on(item, shareholder, "independence", Map.of())
                .then()
                .statusCode(409)
                .body("type", endsWith("conflict-of-interest"));
        isIndependent(panel.member(1), item);
        declares(panel.member(1));
        assertThat(said.the(ReviewTaskEnded.class, grant).ending()).isEqualTo("RECUSED");

        attends(shareholder, meeting);
        panel.secretary()
                .asks()
                .get("/agenda-items/" + item)
                .then()
                .body(of(shareholder, "interest"), equalTo("DECLARED"))
                .body(of(panel.member(1), "interest"), equalTo("DECLARED"))
                .body("present", equalTo(0));
    }

    @Test
    void whoActsForAPartyIsInConflictUndeclared() {
        var item = listed(submitted(), panel.isCalledTogether());
        on(item, Vetter.actingFor(applicant, scheme.memberRoles()), "independence", Map.of())
                .then()
                .statusCode(409)
                .body("type", endsWith("conflict-of-interest"));
    }

    @Test
    void anInterestInACaseIsOneInEveryTaskOfItsGrant() {
        var grant = submitted();
        var item = called(grant);
        var twoHats = panel.member(0);
        on(
                        item,
                        twoHats,
                        "interest",
                        Map.of(
                                "reason",
                                "I advised them.",
                                "organisation",
                                OrganisationId.next().toString()))
                .then()
                .statusCode(200);
        votes(panel.chair(), item, "SUPPORT").then().statusCode(200);
        panel.closes(item).then().statusCode(200);
        assertThat(twoHats.alsoWith(scheme.authorityRoles("commissioner"))
                        .takesNext()
                        .statusCode())
                .isEqualTo(204);
        assertThat(manager.takesNext().statusCode()).isEqualTo(200);
    }

    @Test
    void aVoterWhoTurnsOutToHaveAnInterestBringsTheCaseBackToThePanel() {
        var grant = submitted();
        var item = panel.advises(said.caseAt("PANEL", grant), "SUPPORT");
        var decision = manager.takes();
        declares(panel.member(0));

        manager.does(decision, "decision", Vetter.approval())
                .then()
                .statusCode(409)
                .body("type", endsWith("task-not-held"));
        panel.secretary()
                .asks()
                .get("/agenda-items/" + item)
                .then()
                .body("course.status", equalTo("VOIDED"))
                .body("course.voidReason", equalTo("a voter declared an interest"));
        var meeting = panel.isCalledTogether();
        var again = listed(grant, meeting);
        panel.chair()
                .posts("/panel-meetings/" + meeting + "/opening", Map.of())
                .then()
                .statusCode(200);
        attends(panel.member(1), meeting);
        isIndependent(panel.chair(), again);
        isIndependent(panel.member(1), again);
        on(again, panel.chair(), "call", Map.of()).then().statusCode(200);
        votes(panel.member(1), again, "SUPPORT").then().statusCode(200);
        panel.closes(again).then().statusCode(200);
        manager.does(manager.takes(), "decision", Vetter.approval()).then().statusCode(200);
        assertThat(said.the(ApplicationApproved.class, grant).voters())
                .contains(panel.member(1).person())
                .doesNotContain(panel.member(0).person());
    }

    @Test
    void aMemberWhoDidNotVoteUndoesNothing() {
        var grant = submitted();
        var item = called(grant);
        votes(panel.chair(), item, "SUPPORT").then().statusCode(200);
        panel.closes(item).then().statusCode(200);
        declares(panel.member(0));
        assertThat(said.caseAt("DECISION", grant)).isNotBlank();
        panel.secretary()
                .asks()
                .get("/agenda-items/" + item)
                .then()
                .body(of(panel.member(0), "interest"), equalTo("NONE"))
                .body("present", equalTo(3));
    }

    @Test
    void anotherLeadsWhereTheChairHasAnInterest() {
        var meeting = panel.isCalledTogether();
        var item = listed(submitted(), meeting);
        panel.meets(meeting);
        var deputy = Vetter.chair(scheme);
        attends(deputy, meeting);
        isIndependent(deputy, item);
        isIndependent(panel.member(0), item);
        on(item, deputy, "call", Map.of()).then().statusCode(403).body("type", endsWith("not-in-the-chair"));
        on(item, panel.chair(), "call", Map.of()).then().statusCode(409).body("type", endsWith("leader-not-clear"));
        on(item, panel.chair(), "interest", DAUGHTER).then().statusCode(200);

        on(item, deputy, "call", Map.of()).then().statusCode(200);
        votes(deputy, item, "NOT_SUPPORT").then().statusCode(200);
        votes(panel.member(0), item, "SUPPORT").then().statusCode(200);
        panel.closes(item).then().statusCode(403).body("type", endsWith("not-in-the-chair"));
        on(item, deputy, "closing", Map.of("reason", "Too early."))
                .then()
                .statusCode(200)
                .body("course.supported", equalTo(false));
    }

    @Test
    void aScoreThatCountsNoMoreTakesTheAdviceBackThatRestedOnIt() {
        var advised = applications.publishes(TestScheme.withPeersAndPanel());
        var committee = Committee.of(advised, 1);
        var grant = applications.submits(advised, applicant);
        committee.secretary().confirmsCompleteness();
        committee.secretary().confirmsEligibility();
        var peer = Vetter.assessor(advised);
        peer.scores(8);
        Vetter.assessor(advised).scores(8);
        var item = committee.advises(said.caseAt("PANEL", grant), "SUPPORT");
        declares(peer);

        assertThat(said.caseAt("TECHNICAL_REVIEW", grant)).isNotBlank();
        committee
                .secretary()
                .asks()
                .get("/agenda-items/" + item)
                .then()
                .body("course.status", equalTo("VOIDED"))
                .body("course.voidReason", equalTo("a score sheet was voided"));
        Vetter.assessor(advised).scores(8);
        var again = committee.hasOnItsAgenda(said.caseAt("PANEL", grant), committee.isCalledTogether());
        on(again, committee.member(0), "independence", Map.of())
                .then()
                .body("reading.scoreSheets.counts", hasItems(true, false));
    }

    private GrantId submitted() {
        var grant = applications.submits(scheme, applicant);
        panel.secretary().confirmsCompleteness();
        panel.secretary().confirmsEligibility();
        return grant;
    }

    private String listed(GrantId grant, String meeting) {
        return panel.hasOnItsAgenda(said.caseAt("PANEL", grant), meeting);
    }

    private String called(GrantId grant) {
        var meeting = panel.isCalledTogether();
        var item = listed(grant, meeting);
        panel.meets(meeting);
        panel.hears(item);
        return item;
    }

    private void declares(Vetter who) {
        who.posts("/conflicts-of-interest", Map.of("organisation", applicant.toString(), "reason", "I own shares."))
                .then()
                .statusCode(201);
    }

    private static String of(Vetter member, String field) {
        return "members.find { it.person == '%s' }.%s".formatted(member.person(), field);
    }
}
