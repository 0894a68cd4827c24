package hk.itf.disbursement;

import static hk.itf.disbursement.DutyConflictStory.ALL;
import static hk.itf.disbursement.DutyConflictStory.confirm;
import static hk.itf.disbursement.DutyConflictStory.conflictsOf;
import static hk.itf.disbursement.DutyConflictStory.etag;
import static hk.itf.disbursement.DutyConflictStory.persons;
import static hk.itf.disbursement.DutyConflictStory.prepared;
import static hk.itf.disbursement.DutyConflictStory.read;
import static hk.itf.disbursement.DutyConflictStory.refused;
import static hk.itf.disbursement.DutyConflictStory.release;
import static hk.itf.disbursement.DutyConflictStory.steps;
import static hk.itf.disbursement.DutyConflictStory.submittedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.event.AssessmentEvent.ClaimAccepted;
import hk.itf.model.id.ClaimId;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.tranche.ClaimKind;
import hk.itf.model.scheme.tranche.Gate;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
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
    void paysAfterConfirmationsByTwoUninvolvedPeople() {
        var story = prepared(clock, "661000001");
        var conflict = submittedBy(story, "assessor one"); // who also voted
        refused(release(story, 1, "releaser"), 409, "duty-conflict");
        refused(confirm(conflict, "assessor one"), 409, "own-conflict");
        for (var holder : List.of("preparer", "verifier", "decider", "assessor two")) {
            refused(confirm(conflict, holder), 409, "one-person-one-duty");
        }
        refused(confirm(conflict, "controller one", "\"7\""), 412, "stale-version");
        var unconfirmed = etag(conflict);

        confirm(conflict, "controller one", unconfirmed)
                .then()
                .statusCode(200)
                .body("status", equalTo("CONFIRMED_ONCE"))
                .body("act", equalTo("FINAL"));
        refused(confirm(conflict, "controller one"), 409, "four-eyes");
        refused(confirm(conflict, "Controller One"), 409, "four-eyes"); // another account of the same person
        refused(confirm(conflict, "controller two", unconfirmed), 412, "stale-version");
        refused(release(story, 1, "releaser"), 409, "duty-conflict");

        confirm(conflict, "controller two")
                .then()
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"))
                .body("confirmations.by", equalTo(persons("controller one", "controller two")))
                .body("confirmations[1].reason", equalTo("It may stand."));
        refused(confirm(conflict, "controller three"), 409, "illegal-transition");
        release(story, 1, "releaser").then().statusCode(200);
        story.awaitTranche(1, "PAID");
        assertThat(steps(story, conflict)).containsExactly("RAISE", "CONFIRM", "CONFIRM_AGAIN");
    }

    @Test
    void makesTrancheDueAfterSecondConfirmation() {
        var story = GrantStory.of(clock, ALL).agreed().withPayee("661000002");
        Events.ofService()
                .isApplied(new ClaimAccepted(
                        story.grant,
                        ClaimId.next(),
                        Tokens.person("decider"), // who decided on the grant
                        story.tranche(1),
                        ALL,
                        List.of(),
                        List.of(Gate.CLAIM_ACCEPTED, Gate.REPORT_ACCEPTED),
                        Instant.EPOCH,
                        ClaimKind.PAYMENT));
        var conflict = conflictsOf(story).getFirst();
        var tranche = Finance.read("/tranches/" + story.tranche(1));
        assertThat(tranche.getList("gates.findAll { !it.met }")).isEmpty();
        assertThat(tranche.getString("status")).isEqualTo("SCHEDULED");
        confirm(conflict, "controller one").then().statusCode(200);
        confirm(conflict, "controller two").then().statusCode(200);
        story.awaitTranche(1, "DUE");
    }

    @Test
    void confirmsPaidActButBarsInvolvedPeopleFromFurtherActs() {
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
        for (var involved : List.of("preparer", "controller one")) {
            refused(Finance.prepare(story.tranche(2), involved), 409, "one-person-one-duty");
        }
        Finance.prepare(story.tranche(2), "another preparer").then().statusCode(200);
        refused(release(story, 2, "controller two"), 409, "one-person-one-duty");
        release(story, 2, "releaser").then().statusCode(200);
        story.awaitStatus("CLOSED");
    }

    @Test
    void listsConflictsByStatusAndPage() {
        var story = GrantStory.of(clock, ALL).agreed();
        submittedBy(story, "assessor one");
        submittedBy(story, "assessor two");
        var both = conflictsOf(story);
        assertThat(both).hasSize(2);
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
        var story = GrantStory.of(clock, ALL).agreed();
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
