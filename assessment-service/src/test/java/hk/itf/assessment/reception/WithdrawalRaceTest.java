package hk.itf.assessment.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hk.itf.assessment.AppendedEvents;
import hk.itf.assessment.SimulatedApplications;
import hk.itf.assessment.TestScheme;
import hk.itf.assessment.Vetter;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.event.ApplicationEvent.ApplicationWithdrawn;
import hk.itf.model.event.AssessmentEvent.ApplicationApproved;
import hk.itf.model.event.AssessmentEvent.AssessmentStarted;
import hk.itf.model.event.AssessmentEvent.ReviewTaskEnded;
import hk.itf.model.event.AssessmentEvent.ReviewTaskTaken;
import hk.itf.model.id.GrantId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** The applicant withdraws while another person acts. All tables and events agree on which act came first. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class WithdrawalRaceTest {

    private static final int ROUNDS = 2;
    private static final List<Integer> DONE_OR_TOO_LATE = List.of(200, 409);

    @Inject
    AppendedEvents events;

    private SimulatedApplications applications;
    private final TestScheme scheme = TestScheme.unpublished();
    private final Vetter secretary = Vetter.secretariat(scheme);
    private final Vetter reviewer = Vetter.assessor(scheme);
    private final Vetter manager = Vetter.authority(scheme, "senior-manager");

    @BeforeEach
    void publish() {
        applications = new SimulatedApplications();
        applications.publishes(scheme);
    }

    @AfterEach
    void close() {
        applications.close();
    }

    @RepeatedTest(ROUNDS)
    void caseIsDecidedOrWithdrawnButNeverBoth() throws Exception {
        var grant = toReview();
        Vetter.assessor(scheme).scores(8);
        reviewer.scores(8);
        var task = manager.takes();

        var answer = whileWithdrawing(grant, () -> manager.does(task, "decision", Vetter.approval()));

        assertThat(answer.statusCode()).isIn(DONE_OR_TOO_LATE);
        var decided = answer.statusCode() == 200;
        assertThat(outcome(grant)).containsExactly(decided ? "APPROVED" : "WITHDRAWN");
        assertThat(events.about(grant, ApplicationApproved.class)).hasSize(decided ? 1 : 0);
        assertThat(count("ignored_event where aggregate_id = cast(:grant as text)", grant))
                .isEqualTo(decided ? 1 : 0);
        assertThat(count("grant_duty where grant_id = :grant and duty = 'DECIDED'", grant))
                .isEqualTo(decided ? 1 : 0);
        assertNoOpenTasks(grant);
    }

    @RepeatedTest(ROUNDS)
    void scoreIsStoredOrLateAndCaseIsWithdrawn() throws Exception {
        var grant = toReview();
        Vetter.assessor(scheme).scores(8);
        var task = reviewer.takes();

        var answer = whileWithdrawing(grant, () -> reviewer.does(task, "score-sheet", Vetter.sheet(8)));

        assertThat(answer.statusCode()).isIn(DONE_OR_TOO_LATE);
        assertThat(outcome(grant)).containsExactly("WITHDRAWN");
        assertThat(count("score_sheet where grant_id = :grant", grant)).isEqualTo(answer.statusCode() == 200 ? 2 : 1);
        assertNoOpenTasks(grant);
    }

    @RepeatedTest(ROUNDS)
    void taskIsTakenOrEndedByWithdrawal() throws Exception {
        var grant = applications.submits(scheme);
        events.awaitLast(AssessmentStarted.class, grant);

        var answer = whileWithdrawing(grant, secretary::takesNext);

        assertThat(answer.statusCode()).isIn(200, 204);
        assertThat(events.about(grant, ReviewTaskTaken.class)).hasSize(answer.statusCode() == 200 ? 1 : 0);
        assertThat(outcome(grant)).containsExactly("WITHDRAWN");
        assertNoOpenTasks(grant);
    }

    private GrantId toReview() {
        var grant = applications.submits(scheme);
        secretary.confirmsCompleteness();
        secretary.confirmsEligibility();
        return grant;
    }

    /** Runs both at once and waits until the withdrawal is applied. */
    private Response whileWithdrawing(GrantId grant, Callable<Response> act) throws Exception {
        var withdrawal = applications
                .service()
                .prepare(new ApplicationWithdrawn(
                        grant, SimulatedApplications.SUBMITTER, "another grant came first", SimulatedApplications.NOW));
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var withdrawn = threads.submit(() -> {
                start.await();
                return applications.service().transmit(withdrawal);
            });
            var acted = threads.submit(() -> {
                start.await();
                return act.call();
            });
            withdrawn.get();
            await().atMost(Duration.ofSeconds(20)).until(() -> events.applied(grant) == 2);
            return acted.get();
        }
    }

    /** The closed case has no open task, and each taken task has an event for its end. */
    private void assertNoOpenTasks(GrantId grant) {
        assertThat(count("review_task where grant_id = :grant and status in ('WAITING', 'TAKEN')", grant))
                .isZero();
        assertThat(events.about(grant, ReviewTaskEnded.class))
                .hasSameSizeAs(events.about(grant, ReviewTaskTaken.class));
    }

    private List<String> outcome(GrantId grant) {
        return events.rows("select outcome from review_case where grant_id = :grant", grant);
    }

    private long count(String rows, GrantId grant) {
        return events.count("select count(*) from " + rows, grant);
    }
}
