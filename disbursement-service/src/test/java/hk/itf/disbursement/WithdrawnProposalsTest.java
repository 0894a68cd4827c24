package hk.itf.disbursement;

import static hk.itf.disbursement.TrainingGrants.GRANT;
import static hk.itf.disbursement.TrainingGrants.HALF;
import static hk.itf.disbursement.TrainingGrants.dueNext;
import static hk.itf.disbursement.TrainingGrants.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Withdrawal of proposals before their confirmation. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class WithdrawnProposalsTest {

    @Inject
    Events events;

    @Inject
    RolledBackStatements scratch;

    @Inject
    TrainingGrants training;

    @AfterEach
    void theBooksAreCoherent() {
        Finance.requireCoherence();
    }

    @Test
    void withdrawsCashByRecorderOrFundController() {
        var owed = events.owing(training.paidTo("360000111"), HALF, Money.ZERO);
        owed.record(HALF, "FT-70").then().statusCode(201);
        var before = owed.etag();
        owed.withdraw("cash", "preparer", "finance-preparer").then().statusCode(200);
        var withdrawn = owed.read();
        assertThat(withdrawn.getString("recoveries[0].status")).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.getString("recoveries[0].withdrawnBy"))
                .isEqualTo(Tokens.person("preparer").toString());
        assertThat(withdrawn.getString("recoveries[0].withdrawnBecause")).isEqualTo("A mistake");
        assertThat(owed.etag()).isNotEqualTo(before);
        refused(owed.confirmCash("releaser"), "illegal-transition");
        refused(owed.withdraw("cash", "preparer", "finance-preparer"), "illegal-transition");
        assertThat(owed.outstanding()).isEqualTo("9000.00");
        owed.record(HALF, "FT-71").then().statusCode(201);
        owed.withdraw("cash", "another preparer", "finance-preparer")
                .then()
                .statusCode(403)
                .body("type", endsWith(":not-the-proposer"));
        owed.withdraw("cash", "controller", "fund-controller").then().statusCode(200);

        owed.pay(HALF, "FT-70");
        assertThat(owed.outstanding()).isEqualTo("0.00");
        assertThat(scratch.refusalOf("update recovery set withdrawn_because = 'why not' where receivable_id = '"
                        + owed.id() + "' and status = 'CONFIRMED'"))
                .contains("recovery_withdrawn_for_a_reason");
        assertThat(scratch.refusalOf("update top_up set status = 'WITHDRAWN', confirmed_by = null"))
                .contains("top_up_withdrawn_for_a_reason");
    }

    @Test
    void paysTrancheInFullAfterWithdrawnSetOff() {
        var debtor = training.paidTo("360000114");
        var owed = events.owing(debtor, HALF, Money.ZERO);
        var next = dueNext(debtor, GRANT);
        owed.setOff(next.tranche(1), HALF, "preparer").then().statusCode(201);
        owed.withdraw("cash", "preparer", "finance-preparer").then().statusCode(404);
        owed.withdraw("set-off", "preparer", "finance-preparer").then().statusCode(200);
        refused(owed.confirmSetOff("releaser"), "illegal-transition");
        next.payOut(1);
        next.awaitStatus("CLOSED");
        assertThat(next.amount("paid")).isEqualTo("18000.00");
        assertThat(owed.outstanding()).isEqualTo("9000.00");
        assertThat(transitions(debtor)).contains("WITHDRAW");
        assertThat(transitions(next)).contains("WITHDRAW_SET_OFF");
    }

    @Test
    void resolvesDutyConflictWhenSetOffIsWithdrawn() {
        var debtor = training.paidTo("360000115");
        var owed = events.owing(debtor, HALF, Money.ZERO);
        var next = dueNext(debtor, GRANT);
        owed.setOff(next.tranche(1), HALF, "preparer").then().statusCode(201);
        events.isApplied(GrantStoryEvents.submitted(next, "preparer"));
        var conflict = DutyConflictStory.conflictsOf(next).getFirst();
        refused(owed.confirmSetOff("releaser"), "duty-conflict");
        assertThat(DutyConflictStory.read(conflict).getString("act"))
                .as("a proposal can be withdrawn, and the conflict stays open until then")
                .isEqualTo("REVOCABLE");
        owed.withdraw("set-off", "preparer", "finance-preparer").then().statusCode(200);
        DutyConflictStory.awaitConflict(conflict, "UNDONE");
        refused(Finance.prepare(next.tranche(1), "preparer"), "one-person-one-duty");
        owed.setOff(next.tranche(1), HALF, "another preparer").then().statusCode(201);
        owed.confirmSetOff("releaser").then().statusCode(200);
        assertThat(owed.outstanding()).isEqualTo("0.00");
    }

    @Test
    void addsNothingFromWithdrawnTopUp() {
        var proposal = Finance.propose(GrantStory.aScheme().value(), "2026-27", Money.hkd(10));
        proposal.withdrawAs("controller three").then().statusCode(200);
        refused(proposal.confirmAs("controller two"), "illegal-transition");
        refused(proposal.withdrawAs("controller one"), "illegal-transition");
        var envelope = Finance.read("/envelopes/" + proposal.envelope());
        assertThat(envelope.getString("topUps[0].status")).isEqualTo("WITHDRAWN");
        assertThat(envelope.getString("appropriated.amount")).isEqualTo("0.00");
    }

    private static List<String> transitions(GrantStory story) {
        return Finance.read("/grants/" + story.grant + "/timeline").getList("transition", String.class);
    }
}
