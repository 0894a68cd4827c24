package hk.itf.assessment.panel;

import static hk.itf.assessment.Committee.actOn;
import static hk.itf.assessment.Committee.attends;
import static hk.itf.assessment.Committee.isIndependent;
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

/** A member with an interest in a case reads no papers, has no vote and does not count for the quorum. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class PanelInterestTest {

    private static final Map<String, Object> DAUGHTER = Map.of("reason", "My daughter is on the team.");

    @Inject
    AppendedEvents events;

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
    void declaredInterestExcludesMemberFromItem() {
        var grant = submitted();
        var meeting = panel.schedulesMeeting();
        var item = listed(grant, meeting);
        var member = panel.member(0);
        isIndependent(member, item);

        actOn(item, member, "interest", DAUGHTER)
                .then()
                .statusCode(200)
                .body("reading", nullValue())
                .body(of(member, "interest"), equalTo("DECLARED"))
                .body(of(member, "late"), equalTo(false));
        assertThat(events.awaitLast(ReviewTaskEnded.class, grant).ending()).isEqualTo("RECUSED");
        actOn(item, member, "independence", Map.of())
                .then()
                .statusCode(409)
                .body("type", endsWith("conflict-of-interest"));

        panel.opensMeeting(meeting);
        isIndependent(panel.chair(), item);
        actOn(item, panel.chair(), "call", Map.of()).then().statusCode(200).body("present", equalTo(1));
        votes(member, item, "SUPPORT").then().statusCode(409).body("type", endsWith("conflict-of-interest"));
        panel.closes(item).then().statusCode(409).body("type", endsWith("no-quorum"));
    }

    @Test
    void lateInterestVoidsVoteAndBarsFromTasksOfGrant() {
        var item = called(submitted());
        votes(panel.member(0), item, "NOT_SUPPORT").then().statusCode(200);
        var inPartner = Map.of(
                "reason",
                "I advised them.",
                "organisation",
                OrganisationId.next().toString());
        actOn(item, panel.member(0), "interest", inPartner)
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
        assertThat(panel.member(0)
                        .alsoWith(scheme.authorityRoles("commissioner"))
                        .takesNext()
                        .statusCode())
                .isEqualTo(204);
        assertThat(manager.takesNext().statusCode()).isEqualTo(200);
    }

    @Test
    void conflictOfInterestWithPartyExcludesMember() {
        var grant = submitted();
        var meeting = panel.schedulesMeeting();
        var item = listed(grant, meeting);
        var shareholder = panel.member(0);
        actOn(item, Vetter.actingFor(applicant, scheme.memberRoles()), "independence", Map.of())
                .then()
                .statusCode(409)
                .body("type", endsWith("conflict-of-interest"));
        declaresConflict(shareholder);
        actOn(item, shareholder, "independence", Map.of())
                .then()
                .statusCode(409)
                .body("type", endsWith("conflict-of-interest"));
        isIndependent(panel.member(1), item);
        declaresConflict(panel.member(1));
        assertThat(events.awaitLast(ReviewTaskEnded.class, grant).ending()).isEqualTo("RECUSED");

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
    void onlyInterestOfVoterVoidsAdvice() {
        var grant = submitted();
        var item = panel.advises(events.awaitCaseAt("PANEL", grant), "SUPPORT");
        var decision = manager.takes();
        declaresConflict(panel.member(0));

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
        var meeting = panel.schedulesMeeting();
        var again = listed(grant, meeting);
        panel.chair()
                .posts("/panel-meetings/" + meeting + "/opening", Map.of())
                .then()
                .statusCode(200);
        attends(panel.member(1), meeting);
        isIndependent(panel.chair(), again);
        isIndependent(panel.member(1), again);
        actOn(again, panel.chair(), "call", Map.of()).then().statusCode(200);
        votes(panel.member(1), again, "SUPPORT").then().statusCode(200);
        panel.closes(again).then().statusCode(200);

        declaresConflict(panel.chair()); // who did not vote again
        panel.secretary()
                .asks()
                .get("/agenda-items/" + again)
                .then()
                .body("course.status", equalTo("CLOSED"))
                .body(of(panel.chair(), "interest"), equalTo("NONE"))
                .body("present", equalTo(2));
        manager.does(manager.takes(), "decision", Vetter.approval()).then().statusCode(200);
        assertThat(events.awaitLast(ApplicationApproved.class, grant).voters())
                .contains(panel.member(1).person())
                .doesNotContain(panel.member(0).person());
    }

    @Test
    void otherChairLeadsItemWhenChairHasInterest() {
        var meeting = panel.schedulesMeeting();
        var item = listed(submitted(), meeting);
        panel.opensMeeting(meeting);
        var deputy = Vetter.chair(scheme);
        attends(deputy, meeting);
        isIndependent(deputy, item);
        isIndependent(panel.member(0), item);
        actOn(item, deputy, "call", Map.of()).then().statusCode(403).body("type", endsWith("not-in-the-chair"));
        actOn(item, panel.chair(), "call", Map.of()).then().statusCode(409).body("type", endsWith("leader-not-clear"));
        actOn(item, panel.chair(), "interest", DAUGHTER).then().statusCode(200);

        actOn(item, deputy, "call", Map.of()).then().statusCode(200);
        votes(deputy, item, "NOT_SUPPORT").then().statusCode(200);
        votes(panel.member(0), item, "SUPPORT").then().statusCode(200);
        panel.closes(item).then().statusCode(403).body("type", endsWith("not-in-the-chair"));
        actOn(item, deputy, "closing", Map.of("reason", "Too early."))
                .then()
                .statusCode(200)
                .body("course.supported", equalTo(false));
    }

    @Test
    void voidedScoreVoidsAdvice() {
        var advised = applications.publishes(TestScheme.withTechnicalReviewAndPanel());
        var committee = Committee.of(advised, 1);
        var grant = applications.submits(advised, applicant);
        committee.secretary().confirmsCompleteness();
        committee.secretary().confirmsEligibility();
        var peer = Vetter.assessor(advised);
        peer.scores(8);
        Vetter.assessor(advised).scores(8);
        var item = committee.advises(events.awaitCaseAt("PANEL", grant), "SUPPORT");
        declaresConflict(peer);

        assertThat(events.awaitCaseAt("TECHNICAL_REVIEW", grant)).isNotBlank();
        committee
                .secretary()
                .asks()
                .get("/agenda-items/" + item)
                .then()
                .body("course.status", equalTo("VOIDED"))
                .body("course.voidReason", equalTo("a score sheet was voided"));
        Vetter.assessor(advised).scores(8);
        var again = committee.listsItem(events.awaitCaseAt("PANEL", grant), committee.schedulesMeeting());
        actOn(again, committee.member(0), "independence", Map.of())
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
        return panel.listsItem(events.awaitCaseAt("PANEL", grant), meeting);
    }

    private String called(GrantId grant) {
        var meeting = panel.schedulesMeeting();
        var item = listed(grant, meeting);
        panel.opensMeeting(meeting);
        panel.callsItem(item);
        return item;
    }

    private void declaresConflict(Vetter who) {
        who.posts("/conflicts-of-interest", Map.of("organisation", applicant.toString(), "reason", "I own shares."))
                .then()
                .statusCode(201);
    }

    private static String of(Vetter member, String field) {
        return "members.find { it.person == '%s' }.%s".formatted(member.person(), field);
    }
}
