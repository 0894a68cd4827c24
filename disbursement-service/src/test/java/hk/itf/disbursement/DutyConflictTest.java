package hk.itf.disbursement;

import static hk.itf.disbursement.DutyConflictStory.ALL;
import static hk.itf.disbursement.DutyConflictStory.REASON;
import static hk.itf.disbursement.DutyConflictStory.confirm;
import static hk.itf.disbursement.DutyConflictStory.conflictsOf;
import static hk.itf.disbursement.DutyConflictStory.controller;
import static hk.itf.disbursement.DutyConflictStory.etag;
import static hk.itf.disbursement.DutyConflictStory.persons;
import static hk.itf.disbursement.DutyConflictStory.prepared;
import static hk.itf.disbursement.DutyConflictStory.read;
import static hk.itf.disbursement.DutyConflictStory.refused;
import static hk.itf.disbursement.DutyConflictStory.release;
import static hk.itf.disbursement.DutyConflictStory.steps;
import static hk.itf.disbursement.DutyConflictStory.submittedBy;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Duty conflicts raised by events: payments stop until two fund controllers confirm. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class DutyConflictTest {

    @Inject
    Clock clock;

    @Inject
    RolledBackStatements scratch;

    @AfterEach
    void checkCoherence() {
        Finance.requireCoherence();
    }

    @Test
    void paysAfterSecondConfirmation() {
        var story = prepared(clock, "661000001");
        var conflict = submittedBy(story, "assessor one"); // who also voted
        release(story, 1, "releaser").then().statusCode(409).body("type", endsWith(":duty-conflict"));

        confirm(conflict, "controller one")
                .then()
                .statusCode(200)
                .body("status", equalTo("CONFIRMED_ONCE"))
                .body("act", equalTo("FINAL"));
        release(story, 1, "releaser").then().statusCode(409).body("type", endsWith(":duty-conflict"));

        confirm(conflict, "controller two")
                .then()
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"))
                .body("confirmations.by", equalTo(persons("controller one", "controller two")))
                .body("confirmations[1].reason", equalTo("It may stand."));
        release(story, 1, "releaser").then().statusCode(200);
        story.awaitTranche(1, "PAID");
        assertThat(steps(story, conflict)).containsExactly("RAISE", "CONFIRM", "CONFIRM_AGAIN");
    }

    @Test
    void makesTrancheDueAfterSecondConfirmation() {
        var story = GrantStory.of(clock, ALL).agreed().withPayee("661000002");
        var conflict = submittedBy(story, "decider");
        story.acceptClaim(1, ALL);
        await().atMost(ofSeconds(20))
                .until(() -> Finance.read("/tranches/" + story.tranche(1))
                        .getList("gates.findAll { !it.met }")
                        .isEmpty());
        assertThat(Finance.statusOf(story.tranche(1))).isEqualTo("SCHEDULED");
        confirm(conflict, "controller one").then().statusCode(200);
        confirm(conflict, "controller two").then().statusCode(200);
        story.awaitTranche(1, "DUE");
        story.payOut(1);
        story.awaitTranche(1, "PAID");
    }

    @Test
    void refusesConfirmationByInvolvedPeople() {
        var story = prepared(clock, "661000003");
        var conflict = submittedBy(story, "assessor one");
        var path = "/duty-conflicts/" + conflict + "/confirmation";
        refused(confirm(conflict, "assessor one"), 409, "own-conflict");
        for (var holder : List.of("preparer", "verifier", "decider", "assessor two")) {
            refused(confirm(conflict, holder), 409, "one-person-one-duty");
        }
        refused(controller("controller one").body(REASON).post(path), 428, "if-match-required");
        refused(
                controller("controller one")
                        .header("If-Match", "\"7\"")
                        .body(REASON)
                        .post(path),
                412,
                "stale-version");
        var first = etag(conflict);
        confirm(conflict, "controller one").then().statusCode(200);
        refused(confirm(conflict, "controller one"), 409, "four-eyes");
        refused(confirm(conflict, "Controller One"), 409, "four-eyes"); // another account of the same person
        refused(
                controller("controller two")
                        .header("If-Match", first)
                        .body(REASON)
                        .post(path),
                412,
                "stale-version");
        assertThat(read(conflict).getString("status")).isEqualTo("CONFIRMED_ONCE");

        confirm(conflict, "controller two").then().statusCode(200);
        refused(confirm(conflict, "controller three"), 409, "illegal-transition");
        refused(
                controller("controller one")
                        .header("If-Match", "\"0\"")
                        .body(REASON)
                        .post("/duty-conflicts/" + Uuids.next() + "/confirmation"),
                404,
                "not-found");
    }

    @Test
    void refusesPaymentActsByConfirmingPeople() {
        var story = GrantStory.of(clock, ALL).agreed().withPayee("661000004").due(1, ALL);
        var conflict = submittedBy(story, "decider");
        confirm(conflict, "controller one").then().statusCode(200);
        confirm(conflict, "controller two").then().statusCode(200);
        refused(Finance.prepare(story.tranche(1), "controller one"), 409, "one-person-one-duty");
        Finance.prepare(story.tranche(1), "preparer").then().statusCode(200);
        refused(release(story, 1, "controller two"), 409, "one-person-one-duty");
        release(story, 1, "releaser").then().statusCode(200);
        story.awaitTranche(1, "PAID");
    }

    @Test
    void confirmsPaidActButBarsPersonFromFurtherActs() {
        var half = Money.hkd(300);
        var story = GrantStory.of(clock, half, half)
                .agreed()
                .withPayee("661000009")
                .due(1, half)
                .due(2, half);
        story.payOut(1);
        story.awaitTranche(1, "PAID");
        var conflict = submittedBy(story, "preparer");
        assertThat(read(conflict).getString("act")).isEqualTo("FINAL");
        refused(Finance.prepare(story.tranche(2), "another preparer"), 409, "duty-conflict");
        confirm(conflict, "controller one").then().statusCode(200);
        confirm(conflict, "controller two").then().statusCode(200);
        refused(Finance.prepare(story.tranche(2), "preparer"), 409, "one-person-one-duty");
        Finance.prepare(story.tranche(2), "another preparer").then().statusCode(200);
        release(story, 2, "releaser").then().statusCode(200);
        story.awaitStatus("CLOSED");
    }

    @Test
    void listsConflictsByStatusAndPage() {
        var story = prepared(clock, "661000011");
        submittedBy(story, "assessor one");
        story.say(GrantStoryEvents.submitted(story, "assessor two"));
        await().atMost(ofSeconds(20)).until(() -> conflictsOf(story).size() == 2);
        var both = conflictsOf(story);
        var page = Finance.read("/duty-conflicts?grant=" + story.grant + "&status=OPEN&size=1");
        assertThat(page.getList("items.id", String.class)).containsExactly(both.getFirst());
        var rest = Finance.read("/duty-conflicts?grant=" + story.grant + "&size=1&cursor=" + page.getString("next"));
        assertThat(rest.getList("items.id", String.class)).containsExactly(both.getLast());
        assertThat(Finance.read("/duty-conflicts?grant=" + story.grant + "&status=CONFIRMED")
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void databaseRefusesInvalidConflictRows() {
        var story = prepared(clock, "661000012");
        var conflict = submittedBy(story, "assessor one");
        confirm(conflict, "controller one").then().statusCode(200);
        var where = " where id = '" + conflict + "'";
        var second = "second_at = clock_timestamp(), second_reason = 'x', ";
        Map.of(
                        "conflict_confirmed_by_two_people",
                        "update duty_conflict set status = 'CONFIRMED', resolved_at = clock_timestamp(), " + second
                                + "second_by = first_by" + where,
                        "conflict_not_confirmed_by_its_person",
                        "update duty_conflict set status = 'CONFIRMED', resolved_at = clock_timestamp(), " + second
                                + "second_by = person" + where,
                        "conflict_says_who_confirmed",
                        "update duty_conflict set status = 'CONFIRMED', resolved_at = clock_timestamp()" + where,
                        "conflict_lifted_one_way",
                        "update duty_conflict set resolved_at = clock_timestamp()" + where,
                        "conflict_confirmed_with_a_reason",
                        "update duty_conflict set first_reason = null" + where,
                        "duty_conflict is append-only",
                        "delete from duty_conflict" + where)
                .forEach((constraint, statement) ->
                        assertThat(scratch.refusalOf(statement)).as(statement).contains(constraint));
    }
}
