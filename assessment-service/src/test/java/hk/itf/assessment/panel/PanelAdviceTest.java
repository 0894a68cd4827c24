package hk.itf.assessment.panel;

import static hk.itf.assessment.Committee.actOn;
import static hk.itf.assessment.Committee.attends;
import static hk.itf.assessment.Committee.isIndependent;
import static hk.itf.assessment.Committee.votes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.AssessmentEvent.ApplicationDeclined;
import hk.itf.model.event.AssessmentEvent.ReviewTaskEnded;
import hk.itf.model.event.AssessmentEvent.ReviewTaskTaken;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Votes, the advice of a panel and the effect of the advice on the decision. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class PanelAdviceTest {

    private static final String SHOWN_VOTES = "members.findAll { it.vote != null }.vote";

    @Inject
    AppendedEvents events;

    @Inject
    Session entities;

    private SimulatedApplications applications;
    private final TestScheme scheme = TestScheme.withPanel(3);
    private final Committee panel = Committee.of(scheme, 3);
    private final Vetter manager = Vetter.authority(scheme, "senior-manager");
    private final OrganisationId applicant = OrganisationId.next();

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
    void votesAreShownAfterClosingAndInAdvice() {
        var grant = submitted();
        var item = called(grant);
        votes(panel.chair(), item, "NOT_SUPPORT").then().statusCode(200);
        votes(panel.member(0), item, "SUPPORT").then().body(SHOWN_VOTES, equalTo(List.of("SUPPORT")));
        votes(panel.member(1), item, "NOT_SUPPORT").then().body(SHOWN_VOTES, equalTo(List.of("NOT_SUPPORT")));
        votes(panel.member(1), item, "SUPPORT").then().statusCode(200);
        votes(panel.member(2), item, "ABSTAIN").then().statusCode(200);
        panel.secretary().asks().get("/agenda-items/" + item).then().body(SHOWN_VOTES, hasSize(0));
        panel.closes(item)
                .then()
                .statusCode(200)
                .body(SHOWN_VOTES, hasSize(4))
                .body("course.status", equalTo("CLOSED"))
                .body("course.supported", equalTo(true))
                .body("members.vote", hasItem("ABSTAIN"))
                .body("reading", nullValue());
        panel.secretary().asks().get("/agenda-items/" + item).then().body(SHOWN_VOTES, hasSize(4));

        var task = manager.takesTask();
        assertThat(task.<Boolean>path("content.recommendation.supported")).isTrue();
        assertThat(task.<String>path("content.recommendation.reason")).isEqualTo("A sound plan with a market.");
        assertThat(task.<List<String>>path("content.recommendation.votes.vote"))
                .containsExactlyInAnyOrder("NOT_SUPPORT", "SUPPORT", "SUPPORT", "ABSTAIN");
        panel.secretary()
                .asks()
                .get("/cases/" + task.path("reviewCase"))
                .then()
                .body("recommendation.quorum", equalTo(3))
                .body("recommendation.present", hasSize(4));
        manager.does(task.path("id"), "decision", Vetter.approval()).then().statusCode(200);
        assertThat(events.awaitLast(ApplicationApproved.class, grant).voters())
                .contains(
                        panel.chair().person(),
                        panel.member(0).person(),
                        panel.member(2).person())
                .hasSize(5);
    }

    @Test
    void independentMembersReadPapersUntilItemCloses() {
        var grant = submitted();
        var reviewCase = events.awaitCaseAt("PANEL", grant);
        var meeting = panel.schedulesMeeting();
        var item = panel.listsItem(reviewCase, meeting);
        var member = panel.member(0);
        member.asks()
                .get("/agenda-items/" + item)
                .then()
                .statusCode(200)
                .body("parties", hasItem(applicant.toString()))
                .body("reading", nullValue());

        actOn(item, member, "independence", Map.of())
                .then()
                .statusCode(200)
                .body("reading.papers", equalTo("/applications/" + grant + "/papers"))
                .body("reading.content.answers.question", hasItem("duties"));
        isIndependent(member, item);
        var taken = events.about(grant, ReviewTaskTaken.class).getLast();
        assertThat(taken.stage()).isEqualTo("PANEL");
        assertThat(taken.actor()).isEqualTo(member.person());
        assertThat(taken.groups()).contains("engagement").doesNotContain("talent-identity");
        assertThat(taken.until()).isAfter(events.databaseNow());
        assertThat(countPanelReadings(grant))
                .as("the second confirmation changes nothing")
                .isEqualTo(1);

        panel.opensMeeting(meeting);
        panel.callsItem(item);
        votes(panel.chair(), item, "SUPPORT").then().statusCode(200);
        panel.closes(item).then().statusCode(200);
        assertThat(countPanelReadings(grant)).isEqualTo(4);
        assertThat(events.about(grant, ReviewTaskEnded.class).reversed().subList(0, 4))
                .allMatch(ended -> ended.ending().equals("DONE"))
                .extracting(ReviewTaskEnded::task)
                .doesNotHaveDuplicates()
                .contains(taken.task());
    }

    @Test
    void unsupportedCaseCanOnlyBeDeclined() {
        var grant = submitted();
        panel.advises(events.awaitCaseAt("PANEL", grant), "NOT_SUPPORT");
        var task = manager.takes();
        manager.does(task, "decision", Vetter.approval())
                .then()
                .statusCode(422)
                .body("type", endsWith("not-recommended"));
        manager.does(task, "decision", Map.of("outcome", "DECLINE", "letter", "The panel was not convinced."))
                .then()
                .statusCode(200);
        var declined = events.awaitLast(ApplicationDeclined.class, grant);
        assertThat(declined.letter()).isEqualTo("The panel was not convinced.");
        assertThat(declined.voters()).contains(panel.chair().person()).hasSize(5);
    }

    @Test
    void votesNeedCallPresenceAndDeclaration() {
        var reviewCase = events.awaitCaseAt("PANEL", submitted());
        var meeting = panel.schedulesMeeting();
        var item = panel.listsItem(reviewCase, meeting);
        panel.opensMeeting(meeting);
        var absent = Vetter.member(scheme);
        isIndependent(absent, item);
        isIndependent(panel.chair(), item);
        isIndependent(panel.member(0), item);
        votes(panel.member(0), item, "SUPPORT").then().statusCode(409).body("type", endsWith("item-not-called"));
        panel.closes(item).then().statusCode(409).body("type", endsWith("item-not-called"));
        actOn(item, panel.chair(), "call", Map.of()).then().statusCode(200).body("present", equalTo(2));
        votes(absent, item, "SUPPORT").then().statusCode(409).body("type", endsWith("not-present"));
        attends(absent, meeting);
        votes(absent, item, "SUPPORT").then().statusCode(200).body("present", equalTo(3));
        votes(panel.member(1), item, "SUPPORT").then().statusCode(409).body("type", endsWith("interest-not-declared"));
    }

    @Test
    void closedVotesStayAndBarDeciding() {
        var grant = submitted();
        var reviewCase = events.awaitCaseAt("PANEL", grant);
        var meeting = panel.schedulesMeeting();
        var item = panel.listsItem(reviewCase, meeting);
        actOn(item, Vetter.named("the-submitter", scheme.memberRoles()), "independence", Map.of())
                .then()
                .statusCode(409)
                .body("type", endsWith("one-person-one-duty"));
        panel.opensMeeting(meeting);
        panel.callsItem(item);
        votes(panel.chair(), item, "SUPPORT").then().statusCode(200);
        votes(panel.member(0), item, "SUPPORT").then().statusCode(200);
        panel.closes(item).then().statusCode(200);
        verifyVotesCannotChange(grant);

        assertThat(panel.member(0)
                        .alsoWith(scheme.authorityRoles("commissioner"))
                        .takesNext()
                        .statusCode())
                .isEqualTo(204);
        assertThat(panel.member(1)
                        .alsoWith(scheme.authorityRoles("commissioner"))
                        .takesNext()
                        .statusCode())
                .as("a member without a vote")
                .isEqualTo(200);
    }

    /** A trigger of the database protects the votes of a closed item. */
    private void verifyVotesCannotChange(GrantId grant) {
        for (var change : List.of("update panel_vote set vote = 'ABSTAIN'", "delete from panel_vote")) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                            .run(() -> entities.createNativeMutationQuery(change
                                            + " where item_id in (select id from agenda_item where grant_id = :grant)")
                                    .setParameter("grant", grant.value())
                                    .executeUpdate()))
                    .hasStackTraceContaining("panel_vote");
        }
        assertThat(events.rows(
                        "select vote from panel_vote where item_id in (select id from agenda_item where grant_id = :grant)",
                        grant))
                .containsOnly("SUPPORT");
    }

    private GrantId submitted() {
        var grant = applications.submits(scheme, applicant);
        panel.secretary().confirmsCompleteness();
        panel.secretary().confirmsEligibility();
        return grant;
    }

    private String called(GrantId grant) {
        var meeting = panel.schedulesMeeting();
        var item = panel.listsItem(events.awaitCaseAt("PANEL", grant), meeting);
        panel.opensMeeting(meeting);
        panel.callsItem(item);
        return item;
    }

    private long countPanelReadings(GrantId grant) {
        return events.about(grant, ReviewTaskTaken.class).stream()
                .filter(taken -> taken.stage().equals("PANEL"))
                .count();
    }
}
