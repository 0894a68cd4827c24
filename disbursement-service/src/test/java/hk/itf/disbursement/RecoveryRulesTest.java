package hk.itf.disbursement;

import static hk.itf.disbursement.TrainingGrants.GRANT;
import static hk.itf.disbursement.TrainingGrants.HALF;
import static hk.itf.disbursement.TrainingGrants.dueNext;
import static hk.itf.disbursement.TrainingGrants.refused;
import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.disbursement.Finance.Owed;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Refusals of recoveries: each needs two people, and a set-off keeps every rule of a payment. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class RecoveryRulesTest {

    @Inject
    EventLog log;

    @Inject
    Events events;

    @Inject
    TrainingGrants training;

    @AfterEach
    void theBooksAreCoherent() {
        Finance.requireCoherence();
    }

    /** Confirms the cash that was recorded at this place, the first at 0. */
    private static Response confirmCash(int index, Owed owed, String etag) {
        return Finance.as("releaser", "finance-releaser")
                .header("If-Match", etag)
                .post("/receivables/" + owed.id() + "/cash/" + owed.read().getString("recoveries[" + index + "].id")
                        + "/confirmation");
    }

    @Test
    void refusesCashAboveOutstandingAmountOrCountedBefore() {
        var owed = events.owing(training.paidTo("321000119"), HALF, Money.ZERO);
        owed.record(HALF, "FT-30").then().statusCode(201);
        var stale = owed.etag();
        owed.pay(Money.hkd(1), "FT-31");
        confirmCash(0, owed, stale).then().statusCode(412);
        refused(confirmCash(0, owed, owed.etag()), "exceeds-outstanding");
        assertThat(owed.outstanding()).isEqualTo("8999.00");

        owed.record(Money.hkd(10), "FT-10").then().statusCode(201);
        owed.record(Money.hkd(10), "FT-10").then().statusCode(201);
        owed.confirmCash("releaser").then().statusCode(200);
        refused(confirmCash(2, owed, owed.etag()), "already-counted");
        refused(owed.record(Money.hkd(10), "FT-10"), "already-counted");
        assertThat(owed.outstanding()).isEqualTo("8989.00");
    }

    @Test
    void appliesPaymentRulesToSetOff() {
        var story = training.paidTo("321000122");
        var owed = events.owing(story, HALF, Money.ZERO);
        var next = dueNext(story, GRANT);
        var tranche = next.tranche(1);
        var stranger = training.paidTo("321000123").due(1, GRANT);
        refused(owed.setOff(stranger.tranche(1), HALF, "preparer"), "another-organisation");
        refused(owed.setOff(tranche, Money.hkd(9_001), "preparer"), "exceeds-outstanding");
        refused(owed.setOff(story.tranche(1), HALF, "preparer"), "illegal-transition");
        refused(owed.setOff(tranche, HALF, "claim officer"), "one-person-one-duty");
        var small = dueNext(story, Money.hkd(50));
        refused(owed.setOff(small.tranche(1), Money.hkd(51), "preparer"), "exceeds-payable");
        var advanced = events.advanceDue(story.another(GRANT).agreed(), HALF);
        refused(owed.setOff(advanced.advance(1), HALF, "preparer"), "advance-not-set-off");

        owed.setOff(tranche, HALF, "preparer").then().statusCode(201);
        refused(owed.confirmSetOff("preparer"), "four-eyes");
        refused(owed.confirmSetOff("claim officer"), "one-person-one-duty");
        Finance.prepare(tranche, "preparer").then().statusCode(200);
        refused(owed.confirmSetOff("releaser"), "illegal-transition");
        Finance.as("preparer", "finance-preparer")
                .header("If-Match", Finance.etag(tranche))
                .body("{\"reason\":\"Set off\"}")
                .post("/tranches/" + tranche + "/return")
                .then()
                .statusCode(200);
        owed.confirmSetOff("releaser").then().statusCode(200);
        refused(owed.confirmSetOff("releaser"), "illegal-transition");
        assertThat(owed.outstanding()).isEqualTo("0.00");
    }

    @Test
    void refusesSetOffWhileHoldIsActive() {
        var story = training.paidTo("321000129");
        var owed = events.owing(story, HALF, Money.ZERO);
        var next = dueNext(story, GRANT);
        owed.setOff(next.tranche(1), HALF, "preparer").then().statusCode(201);
        Finance.as("releaser", "finance-releaser")
                .body("{\"target\":\"AWARD\",\"id\":\"%s\",\"reason\":\"A query\"}".formatted(next.grant))
                .post("/holds")
                .then()
                .statusCode(201);
        refused(owed.confirmSetOff("releaser"), "on-hold");
        refused(owed.setOff(next.tranche(1), HALF, "preparer"), "on-hold");
    }

    @Test
    void findsSetOffOnlyUnderItsReceivable() {
        var story = training.paidTo("321000124");
        var owed = events.owing(story, HALF, Money.ZERO);
        owed.record(Money.hkd(1), "FT-11").then().statusCode(201);
        owed.confirmSetOff("releaser").then().statusCode(404);
        var other = events.owing(story.another(GRANT).agreed(), HALF, Money.ZERO);
        Finance.as("releaser", "finance-releaser")
                .header("If-Match", other.etag())
                .post("/receivables/" + other.id() + "/cash/" + owed.read().getString("recoveries[0].id")
                        + "/confirmation")
                .then()
                .statusCode(404);
        assertThat(log.of(story.grant)).endsWith("receivable.raised");
    }
}
