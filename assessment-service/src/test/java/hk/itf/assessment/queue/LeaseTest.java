package hk.itf.assessment.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;

import hk.itf.assessment.AppendedEvents;
import hk.itf.assessment.SimulatedApplications;
import hk.itf.assessment.Vetter;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.event.AssessmentEvent.ReviewTaskEnded;
import hk.itf.model.event.AssessmentEvent.ReviewTaskTaken;
import hk.itf.model.id.PersonId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Leases of 3 seconds, at most 7 with heartbeats, and reservations of 2 seconds. Leases use real time, so the tests wait. */
@QuarkusTest
@TestProfile(LeaseTest.ShortLeases.class)
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class LeaseTest {

    public static class ShortLeases implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "itf.assessment.lease",
                    "PT3S",
                    "itf.assessment.longest-lease",
                    "PT7S",
                    "itf.assessment.reservation",
                    "PT2S");
        }
    }

    @Inject
    AppendedEvents events;

    @Test
    void lapsedLeaseReplacesTaskAndRefusesLateAct() {
        try (var applications = new SimulatedApplications()) {
            var scheme = applications.publishes();
            var grant = applications.submits(scheme);
            var slow = Vetter.secretariat(scheme);
            var task = slow.takes();

            var ended = events.awaitLast(ReviewTaskEnded.class, grant);
            assertThat(ended.ending()).isEqualTo("LAPSED");
            assertThat(ended.actor()).isEqualTo(PersonId.SYSTEM);
            slow.does(task, "completeness", Map.of("complete", true))
                    .then()
                    .statusCode(409)
                    .body("type", endsWith("task-not-held"));
            slow.asks().get("/tasks/" + task).then().statusCode(200);

            var quick = Vetter.secretariat(scheme);
            assertThat(quick.takes()).isNotEqualTo(task);
        }
    }

    @Test
    void heartbeatsExtendLeaseUpToItsLongestDuration() {
        try (var applications = new SimulatedApplications()) {
            var scheme = applications.publishes();
            var grant = applications.submits(scheme);
            var holder = Vetter.secretariat(scheme);
            var task = holder.takes();
            var latest = events.awaitLast(ReviewTaskTaken.class, grant).until();

            await().until(() -> holder.does(task, "heartbeat", Map.of()), answer -> answer.statusCode() == 409);
            var ended = events.awaitLast(ReviewTaskEnded.class, grant);
            assertThat(ended.ending()).isEqualTo("LAPSED");
            assertThat(events.about(grant, ReviewTaskEnded.class)).hasSize(1);
            assertThat(events.databaseNow()).isAfterOrEqualTo(latest);
        }
    }

    @Test
    void anyoneTakesTaskAfterReservationEnds() {
        try (var applications = new SimulatedApplications()) {
            var scheme = applications.publishes();
            applications.submits(scheme);
            var slow = Vetter.secretariat(scheme);
            var head = Vetter.secretariat(scheme);
            var reassignment = Map.of(
                    "reason",
                    "On leave.",
                    "to",
                    Vetter.secretariat(scheme).person().toString());
            // the lease may lapse before the reassignment, so both are repeated
            await().until(() ->
                    head.does(slow.takes(), "reassignment", reassignment).statusCode() == 200);
            assertThat(head.takesNext().statusCode()).isEqualTo(204);
            assertThat(head.takes()).isNotBlank();
        }
    }
}
