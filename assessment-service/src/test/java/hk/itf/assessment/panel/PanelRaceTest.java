package hk.itf.assessment.panel;

import static hk.itf.assessment.Committee.actOn;
import static hk.itf.assessment.Committee.votes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hk.itf.assessment.AppendedEvents;
import hk.itf.assessment.Committee;
import hk.itf.assessment.SimulatedApplications;
import hk.itf.assessment.TestScheme;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.OrganisationId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Two people act at once. All tables and events agree on which act came first. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class PanelRaceTest {

    private static final int ROUNDS = 2;

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

    @RepeatedTest(ROUNDS)
    void concurrentClosingsCloseItemOnce() throws Exception {
        var grant = toPanel();
        var item = itemWithVoteOfChair(grant);
        var answers = concurrently(IntStream.range(0, 4)
                .<Callable<Response>>mapToObj(i -> () -> panel.closes(item))
                .toList());
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(count("review_task where grant_id = :grant and stage = 'DECISION'", grant))
                .isEqualTo(1);
        assertThat(count("timeline where grant_id = :grant and transition = 'RECOMMEND'", grant))
                .isEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void voteIsCountedOrRefusedAfterClosing() throws Exception {
        var grant = toPanel();
        var item = itemWithVoteOfChair(grant);
        var answers = concurrently(List.of(
                () -> panel.closes(item),
                () -> votes(panel.member(0), item, "SUPPORT"),
                () -> votes(panel.member(1), item, "SUPPORT")));
        assertThat(answers.getFirst().statusCode()).isEqualTo(200);
        assertThat(answers).extracting(Response::statusCode).isSubsetOf(200, 409);
        var inTime = answers.stream()
                .skip(1)
                .filter(answer -> answer.statusCode() == 200)
                .count();
        var advised = panel.secretary()
                .asks()
                .get("/cases/" + events.awaitCaseAt("DECISION", grant))
                .jsonPath();
        assertThat(advised.getList("recommendation.votes")).hasSize(1 + (int) inTime);
        assertThat(advised.getBoolean("recommendation.supported")).isEqualTo(inTime == 2);
        assertThat(count("panel_vote where item_id in (select id from agenda_item where grant_id = :grant)", grant))
                .isEqualTo(1 + inTime);
    }

    @RepeatedTest(ROUNDS)
    void concurrentListingsPutCaseOnOneAgenda() throws Exception {
        var grant = toPanel();
        var reviewCase = events.awaitCaseAt("PANEL", grant);
        var meetings =
                IntStream.range(0, 4).mapToObj(i -> panel.schedulesMeeting()).toList();
        var answers = concurrently(meetings.stream()
                .<Callable<Response>>map(meeting -> () -> panel.putsOnAgenda(reviewCase, meeting))
                .toList());
        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409, 409, 409);
        assertThat(count("agenda_item where grant_id = :grant", grant)).isEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void voteDuringConflictDeclarationIsNotCounted() throws Exception {
        var grant = toPanel();
        var item = itemWithVoteOfChair(grant);
        var answers = concurrently(List.of(
                () -> votes(panel.member(0), item, "SUPPORT"),
                () -> panel.member(0)
                        .posts(
                                "/conflicts-of-interest",
                                Map.of("organisation", applicant.toString(), "reason", "I own shares."))));
        assertThat(answers.getFirst().statusCode()).isIn(200, 409);
        assertThat(answers.getLast().statusCode()).isEqualTo(201);
        panel.closes(item).then().statusCode(200);
        var advised = panel.secretary()
                .asks()
                .get("/cases/" + events.awaitCaseAt("DECISION", grant))
                .jsonPath();
        assertThat(advised.getList("recommendation.votes")).hasSize(1);
        assertThat(advised.getList("recommendation.interested"))
                .containsExactly(panel.member(0).person().toString());
    }

    @RepeatedTest(ROUNDS)
    void adviceIsVoidedOrItemRemovedByWithdrawal() throws Exception {
        var grant = toPanel();
        var item = itemWithVoteOfChair(grant);
        var answers = concurrently(List.of(() -> panel.closes(item), () -> {
            applications.withdraws(grant);
            return panel.secretary().asks().get("/agenda-items/" + item);
        }));
        await().until(() -> events.applied(grant) == 2);
        assertThat(answers.getFirst().statusCode()).isIn(200, 409);
        assertThat(events.rows("select outcome from review_case where grant_id = :grant", grant))
                .containsExactly("WITHDRAWN");
        assertThat(events.rows("select status from agenda_item where grant_id = :grant", grant))
                .containsExactly(answers.getFirst().statusCode() == 200 ? "VOIDED" : "REMOVED");
        assertThat(count("review_task where grant_id = :grant and status in ('WAITING', 'TAKEN')", grant))
                .isZero();
        assertThat(count(
                        "panel_declaration where papers_ended_at is null and item_id in (select id from agenda_item where grant_id = :grant)",
                        grant))
                .isZero();
    }

    /** Returns a called item on which the chair voted NOT_SUPPORT. */
    private String itemWithVoteOfChair(GrantId grant) {
        var meeting = panel.schedulesMeeting();
        var item = panel.listsItem(events.awaitCaseAt("PANEL", grant), meeting);
        panel.opensMeeting(meeting);
        panel.callsItem(item);
        actOn(item, panel.chair(), "vote", Map.of("vote", "NOT_SUPPORT")).then().statusCode(200);
        return item;
    }

    private GrantId toPanel() {
        var grant = applications.submits(scheme, applicant);
        panel.secretary().confirmsCompleteness();
        panel.secretary().confirmsEligibility();
        return grant;
    }

    private long count(String rows, GrantId grant) {
        return events.count("select count(*) from " + rows, grant);
    }

    private static List<Response> concurrently(List<Callable<Response>> calls) throws Exception {
        var start = new CyclicBarrier(calls.size());
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            var answers = calls.stream()
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            var all = new ArrayList<Response>();
            for (var answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }
}
