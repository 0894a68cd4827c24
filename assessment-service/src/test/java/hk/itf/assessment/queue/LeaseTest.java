package hk.itf.assessment.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import hk.itf.assessment.AppendedEvents;
import hk.itf.assessment.SimulatedApplications;
import hk.itf.assessment.Vetter;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.event.AssessmentEvent.ReviewTaskEnded;
import hk.itf.model.event.AssessmentEvent.ReviewTaskTaken;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A lease lasts two hours, with signs of life at most five days; a reservation lasts a day. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class LeaseTest {

    private static final Duration ALMOST_A_LEASE = Duration.ofMinutes(115);

    @Inject
    AppendedEvents events;

    @Inject
    EntityManager database;

    @Test
    void returnsTaskToQueueWhenLeaseLapses() {
        try (var applications = new SimulatedApplications()) {
            var scheme = applications.publishes();
            var grant = applications.submits(scheme);
            var slow = Vetter.secretariat(scheme);
            var task = slow.takes();

            letTimePass(grant, Duration.ofHours(2));
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
    void heartbeatExtendsLeaseOfFiveDaysAtMost() {
        try (var applications = new SimulatedApplications()) {
            var scheme = applications.publishes();
            var grant = applications.submits(scheme);
            var holder = Vetter.secretariat(scheme);
            var task = holder.takes();
            var longest = Duration.between(
                    events.databaseNow(),
                    events.awaitLast(ReviewTaskTaken.class, grant).until());
            assertThat(longest).isBetween(Duration.ofDays(5).minusMinutes(1), Duration.ofDays(5));

            for (var extension = 0; extension < 2; extension++) {
                letTimePass(grant, ALMOST_A_LEASE);
                holder.does(task, "heartbeat", Map.of()).then().statusCode(200);
            }
            letTimePass(grant, Duration.ofHours(2));
            holder.does(task, "heartbeat", Map.of()).then().statusCode(409);
            assertThat(events.awaitLast(ReviewTaskEnded.class, grant).ending()).isEqualTo("LAPSED");
            assertThat(events.about(grant, ReviewTaskEnded.class)).hasSize(1);
        }
    }

    @Test
    void offersTaskToEverybodyWhenReservationLapses() {
        try (var applications = new SimulatedApplications()) {
            var scheme = applications.publishes();
            var grant = applications.submits(scheme);
            var slow = Vetter.secretariat(scheme);
            var head = Vetter.secretariat(scheme);
            var reserved = Map.of(
                    "reason",
                    "On leave.",
                    "to",
                    Vetter.secretariat(scheme).person().toString());
            head.does(slow.takes(), "reassignment", reserved).then().statusCode(200);
            assertThat(head.takesNext().statusCode()).isEqualTo(204);

            letTimePass(grant, Duration.ofDays(1));
            assertThat(head.takes()).isNotBlank();
        }
    }

    /**
     * Moves the leases and reservations of one grant's tasks into the past. Leases use the time of the database, which a test cannot
     * move.
     */
    private void letTimePass(GrantId grant, Duration time) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                        update review_task set lease_until = lease_until - make_interval(secs => :seconds),
                          lease_ends_at_latest = lease_ends_at_latest - make_interval(secs => :seconds),
                          reserved_until = reserved_until - make_interval(secs => :seconds)
                        where grant_id = :grant
                        """)
                        .setParameter("seconds", (double) time.toSeconds())
                        .setParameter("grant", grant.value())
                        .executeUpdate());
    }
}
