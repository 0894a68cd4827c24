package hk.itf.assessment.panel;

import static hk.itf.assessment.Committee.actOn;
import static hk.itf.assessment.Committee.isIndependent;
import static hk.itf.assessment.Committee.votes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import hk.itf.assessment.AppendedEvents;
import hk.itf.assessment.Committee;
import hk.itf.assessment.SimulatedApplications;
import hk.itf.assessment.TestScheme;
import hk.itf.assessment.Vetter;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.event.AssessmentEvent.ReviewTaskEnded;
import hk.itf.model.id.GrantId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Panel meetings: access, attendance and agendas. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class PanelMeetingTest {

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

    @Test
    void onlyMembersSecretariatAndAuditorsSeeMeeting() {
        var meeting = panel.schedulesMeeting();
        for (var insider : List.of(panel.member(0), panel.chair(), panel.secretary(), Vetter.with("auditor"))) {
            insider.asks()
                    .get("/panel-meetings/" + meeting)
                    .then()
                    .statusCode(200)
                    .body("place", equalTo("Room 3"));
            insider.asks().get("/panel-meetings?size=100").then().body("items.id", hasItem(meeting));
        }
        var stranger = Vetter.with("panel-member", "panel-chair");
        stranger.asks().get("/panel-meetings/" + meeting).then().statusCode(404);
        stranger.asks().get("/panel-meetings?size=100").then().statusCode(200).body("items", hasSize(0));
        stranger.posts("/panel-meetings/" + meeting + "/attendance", Map.of())
                .then()
                .statusCode(404);
        stranger.posts("/panel-meetings/" + meeting + "/opening", Map.of())
                .then()
                .statusCode(404);
    }

    @Test
    void onlyNamedChairLeadsMeeting() {
        var named = Vetter.with("panel-chair");
        var meeting = panel.schedulesMeetingChairedBy(named);
        panel.chair()
                .posts("/panel-meetings/" + meeting + "/opening", Map.of())
                .then()
                .statusCode(403)
                .body("type", endsWith("not-in-the-chair"));
        named.asks().get("/panel-meetings").then().body("items.id", equalTo(List.of(meeting)));
        named.posts("/panel-meetings/" + meeting + "/opening", Map.of())
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("attendance.person", equalTo(List.of(named.person().toString())));
        named.posts("/panel-meetings/" + meeting + "/closing", Map.of())
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"));
        panel.member(0)
                .posts("/panel-meetings/" + meeting + "/attendance", Map.of())
                .then()
                .statusCode(409)
                .body("type", endsWith("meeting-over"));
    }

    @Test
    void membersRecordOnlyOwnAttendance() {
        var meeting = panel.schedulesMeeting();
        var attendance = "/panel-meetings/" + meeting + "/attendance";
        var named = Map.of("person", panel.member(1).person().toString());
        panel.member(0).posts(attendance, named).then().statusCode(403).body("type", endsWith("only-yourself"));
        panel.secretary()
                .posts(attendance, Map.of())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/person"));
        panel.secretary().posts(attendance, named).then().statusCode(200);
        panel.secretary()
                .posts(attendance, named)
                .then()
                .statusCode(200)
                .body(
                        "attendance.person",
                        equalTo(List.of(panel.member(1).person().toString())))
                .body(
                        "attendance[0].recordedBy",
                        equalTo(panel.secretary().person().toString()));
    }

    @Test
    void listsOnlyCasesAtThisPanelAndOnlyOnce() {
        var grant = applications.submits(scheme);
        var elsewhere = events.awaitCaseAt("COMPLETENESS", grant);
        var meeting = panel.schedulesMeeting();
        assertNotListable(elsewhere, meeting, "not-at-panel");
        panel.secretary().confirmsCompleteness();
        panel.secretary().confirmsEligibility();
        var reviewCase = events.awaitCaseAt("PANEL", grant);
        panel.secretary().asks().get("/cases?stage=PANEL&size=100").then().body("items.id", hasItem(reviewCase));
        var otherScheme = applications.publishes(TestScheme.withPanel(1));
        var other = Committee.of(otherScheme, 0);
        assertNotListable(reviewCase, other.schedulesMeeting(), "other-scheme");

        panel.listsItem(reviewCase, meeting);
        panel.putsOnAgenda(reviewCase, panel.schedulesMeeting())
                .then()
                .statusCode(409)
                .body("type", endsWith("on-an-agenda"));
    }

    @Test
    void removedItemCanBeListedAgainUntilWithdrawal() {
        var grant = toPanel();
        var reviewCase = events.awaitCaseAt("PANEL", grant);
        var first = panel.schedulesMeeting();
        var item = panel.listsItem(reviewCase, first);
        isIndependent(panel.member(0), item);
        actOn(item, panel.secretary(), "removal", Map.of("reason", "A letter is missing."))
                .then()
                .statusCode(200)
                .body("course.status", equalTo("REMOVED"));
        assertThat(events.awaitLast(ReviewTaskEnded.class, grant).ending()).isEqualTo("HANDED_BACK");
        isRefused(item, "independence", "item-ended");

        var second = panel.schedulesMeeting();
        var again = panel.listsItem(reviewCase, second);
        isIndependent(panel.member(0), again);
        panel.secretary()
                .posts("/panel-meetings/" + second + "/cancellation", Map.of("reason", "Typhoon signal 8."))
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("agenda.status", equalTo(List.of("REMOVED")));
        assertThat(events.about(grant, ReviewTaskEnded.class)).hasSize(4);
        panel.putsOnAgenda(reviewCase, second).then().statusCode(409).body("type", endsWith("meeting-over"));

        var third = panel.listsItem(reviewCase, first);
        isIndependent(panel.member(0), third);
        applications.withdraws(grant);
        await().until(() ->
                actOn(third, panel.member(1), "independence", Map.of()).statusCode() == 409);
        panel.secretary().asks().get("/agenda-items/" + third).then().body("course.reason", equalTo("withdrawn"));
        assertThat(events.about(grant, ReviewTaskEnded.class))
                .hasSize(5)
                .allSatisfy(ended -> assertThat(ended.ending()).isIn("DONE", "HANDED_BACK"));
    }

    @Test
    void adjournedItemNeedsNewDeclarations() {
        var grant = toPanel();
        var meeting = panel.schedulesMeeting();
        var item = panel.listsItem(events.awaitCaseAt("PANEL", grant), meeting);
        panel.opensMeeting(meeting);
        panel.callsItem(item);
        votes(panel.member(0), item, "SUPPORT").then().statusCode(200);
        panel.chair()
                .posts("/panel-meetings/" + meeting + "/closing", Map.of())
                .then()
                .statusCode(409)
                .body("type", endsWith("agenda-not-done"));
        actOn(item, panel.member(0), "adjournment", Map.of("meeting", meeting, "reason", "?"))
                .then()
                .statusCode(403);
        isRefusedAdjournment(item, meeting);
        isRefusedAdjournment(
                item,
                Committee.of(applications.publishes(TestScheme.withPanel(1)), 0).schedulesMeeting());

        var next = panel.schedulesMeetingOn(TestClock.today().plusDays(7));
        var after = actOn(item, panel.chair(), "adjournment", adjournment(next))
                .then()
                .statusCode(200)
                .body("course.status", equalTo("ADJOURNED"))
                .extract()
                .<String>path("course.adjournedTo");
        panel.member(0)
                .asks()
                .get("/agenda-items/" + after)
                .then()
                .body("meeting", equalTo(next))
                .body("course.status", equalTo("LISTED"))
                .body("members", hasSize(0));
        panel.chair()
                .posts("/panel-meetings/" + meeting + "/closing", Map.of())
                .then()
                .statusCode(200);
        actOn(after, panel.secretary(), "adjournment", adjournment(meeting))
                .then()
                .statusCode(409)
                .body("type", endsWith("meeting-over"));
    }

    @Test
    void answerToDeciderReturnsCaseToPanel() {
        var grant = toPanel();
        var item = panel.advises(events.awaitCaseAt("PANEL", grant), "SUPPORT");
        var manager = Vetter.authority(scheme, "senior-manager");
        manager.does(manager.takes(), "clarification", Map.of("question", "Who pays?", "answerWithinDays", 14))
                .then()
                .statusCode(200);
        applications.resubmits(scheme, grant, 2);
        var reviewCase = events.awaitCaseAt("PANEL", grant);
        panel.secretary().asks().get("/agenda-items/" + item).then().body("course.status", equalTo("VOIDED"));
        panel.secretary().asks().get("/cases/" + reviewCase).then().body("recommendation", nullValue());
        panel.advises(reviewCase, "SUPPORT");
        manager.does(manager.takes(), "decision", Vetter.approval()).then().statusCode(200);
    }

    private GrantId toPanel() {
        var grant = applications.submits(scheme);
        panel.secretary().confirmsCompleteness();
        panel.secretary().confirmsEligibility();
        return grant;
    }

    private void assertNotListable(String reviewCase, String meeting, String code) {
        panel.putsOnAgenda(reviewCase, meeting)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reviewCase"))
                .body("errors[0].code", equalTo(code));
    }

    private void isRefused(String item, String act, String problem) {
        actOn(item, panel.member(0), act, Map.of()).then().statusCode(409).body("type", endsWith(problem));
    }

    private void isRefusedAdjournment(String item, String meeting) {
        actOn(item, panel.chair(), "adjournment", adjournment(meeting))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/meeting"));
    }

    private static Map<String, String> adjournment(String meeting) {
        return Map.of("meeting", meeting, "reason", "The sponsor's letter is to be seen first.");
    }
}
