package hk.itf.disbursement;

import static hk.itf.disbursement.DutyConflictStory.awaitConflict;
import static hk.itf.disbursement.DutyConflictStory.confirm;
import static hk.itf.disbursement.DutyConflictStory.conflictsOf;
import static hk.itf.disbursement.DutyConflictStory.prepared;
import static hk.itf.disbursement.DutyConflictStory.read;
import static hk.itf.disbursement.DutyConflictStory.refused;
import static hk.itf.disbursement.DutyConflictStory.release;
import static hk.itf.disbursement.DutyConflictStory.returnToDue;
import static hk.itf.disbursement.DutyConflictStory.steps;
import static hk.itf.disbursement.DutyConflictStory.submittedBy;
import static hk.itf.disbursement.DutyConflictStory.verified;
import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.event.AssessmentEvent.ClaimRejected;
import hk.itf.model.id.ClaimId;
import hk.itf.model.scheme.tranche.ClaimKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Acts that can be undone are repeated by another person; confirming their conflict is refused. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class UndoneConflictTest {

    @Inject
    Clock clock;

    @AfterEach
    void checkCoherence() {
        Finance.requireCoherence();
    }

    @Test
    void anotherPersonRepeatsPreparation() {
        var story = prepared(clock, "661000005");
        var conflict = submittedBy(story, "preparer");
        assertThat(read(conflict).getString("act")).isEqualTo("REVOCABLE");
        refused(confirm(conflict, "controller one"), 409, "act-can-be-redone");
        refused(release(story, 1, "releaser"), 409, "duty-conflict");

        returnToDue(story, 1);
        refused(Finance.prepare(story.tranche(1), "preparer"), 409, "one-person-one-duty");
        Finance.prepare(story.tranche(1), "another preparer").then().statusCode(200);
        release(story, 1, "releaser").then().statusCode(200);
        story.awaitTranche(1, "PAID");
        assertThat(read(conflict).getString("status")).isEqualTo("UNDONE");
        assertThat(steps(story, conflict)).containsExactly("RAISE", "UNDO");
    }

    @Test
    void anotherPersonVerifiesNewBankDetails() {
        var story = prepared(clock, "661000006");
        var conflict = submittedBy(story, "verifier");
        refused(confirm(conflict, "controller one"), 409, "act-can-be-redone");

        Finance.filePayee(story.organisation, "661000007").then().statusCode(201);
        awaitConflict(conflict, "UNDONE");
        story.coolOff(verified(story, 2, "verifier"));
        refused(Finance.prepare(story.tranche(1), "preparer"), 409, "one-person-one-duty");
        Finance.filePayee(story.organisation, "661000008").then().statusCode(201);
        story.coolOff(verified(story, 3, "another verifier"));
        story.payOut(1);
        story.awaitTranche(1, "PAID");
    }

    @Test
    void anotherPersonReleasesAfterBounce() {
        var story = prepared(clock, "661000901");
        release(story, 1, "releaser").then().statusCode(200);
        story.awaitTranche(1, "DUE");
        var conflict = submittedBy(story, "releaser");
        awaitConflict(conflict, "UNDONE");
        Finance.prepare(story.tranche(1), "preparer").then().statusCode(200);
        refused(release(story, 1, "releaser"), 409, "one-person-one-duty");
        release(story, 1, "another releaser").then().statusCode(200);
        story.awaitTranche(1, "PAID");
    }

    @Test
    void keepsConflictBetweenDutiesOfOtherServices() {
        var story = prepared(clock, "661000010");
        var first = submittedBy(story, "preparer");
        Events.ofService()
                .isApplied(new ClaimRejected(
                        story.grant,
                        ClaimId.next(),
                        Tokens.person("preparer"),
                        story.tranche(1),
                        "late",
                        Instant.EPOCH,
                        ClaimKind.PAYMENT));
        assertThat(conflictsOf(story)).hasSize(2);
        var second = conflictsOf(story).getFirst(); // newest first
        returnToDue(story, 1);
        awaitConflict(first, "UNDONE");

        var left = read(second);
        assertThat(left.getString("held")).isEqualTo("SUBMITTED");
        assertThat(left.getString("also")).isEqualTo("VETTED_CLAIM");
        assertThat(left.getString("act")).isEqualTo("FINAL");
        refused(Finance.prepare(story.tranche(1), "another preparer"), 409, "duty-conflict");
        confirm(second, "controller one").then().statusCode(200);
        confirm(second, "controller two").then().statusCode(200);
        Finance.prepare(story.tranche(1), "another preparer").then().statusCode(200);
        assertThat(steps(story, second)).containsExactly("RAISE", "UNDO_ONE", "CONFIRM", "CONFIRM_AGAIN");
    }
}
