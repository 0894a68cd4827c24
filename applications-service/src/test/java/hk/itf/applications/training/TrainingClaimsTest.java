package hk.itf.applications.training;

import static hk.itf.applications.training.Company.line;
import static hk.itf.applications.training.Company.trainee;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import hk.itf.applications.SimulatedFund;
import hk.itf.infra.testkit.MovesTimeFar;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.id.TrancheId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Claims of training grants: the advance, and one line for each trainee after the course. */
@QuarkusTest
@MovesTimeFar
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class TrainingClaimsTest {

    private Company company;
    private SimulatedFund fund;

    @BeforeEach
    void openFund() {
        company = new Company();
        fund = SimulatedFund.open();
    }

    @AfterEach
    void closeFund() {
        fund.close();
    }

    @Test
    void paysHalfOfGrantInAdvance() {
        var grant = TrainingGrant.running(company, fund, "18000.00", List.of(trainee("27000.00")));
        var tranche = grant.tranche();
        grant.read()
                .body("tranches[0].amount.amount", equalTo("18000.00"))
                .body("tranches[0].advanceAvailable.amount", equalTo("9000.00"));

        var advance = grant.fileClaim("ADVANCE", List.of(), "9000.00");
        grant.submit(advance);
        fund.acceptAdvance(grant.id(), advance, tranche, "9000.00", "9000.00");
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> grant.read()
                        .body("tranches", hasSize(2))
                        .body("tranches.amount.amount", contains("9000.00", "9000.00"))
                        .body(
                                "tranches[1].id",
                                equalTo(TrancheId.of(tranche).advance().toString()))
                        .body("tranches[1].advanceOf", equalTo(tranche))
                        .body("tranches[0].advanceAvailable", nullValue()));
        fund.pay(grant.id(), TrancheId.of(tranche).advance().toString(), "9000.00");

        grant.draft("ADVANCE", List.of()).then().statusCode(422).body("type", equalTo("urn:itf:problem:no-advance"));
        grant.passCourse();
        grant.draft("PAYMENT", List.of(line(1, "27000.00", 9, 8)))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:itf:problem:invalid-claim"))
                .body("errors.pointer", contains("/lines/0/evidence/attended"));
        var payment = grant.fileClaim("PAYMENT", List.of(line(1, "27000.00", 6, 8)), "18000.00");
        grant.readClaim(payment)
                .body("lines[0].rules.passed", contains(true, true))
                .body("explanation", nullValue()); // one instalment pays all
        grant.submit(payment);
    }

    @Test
    void showsReceivableAndRecoveryToGrantee() {
        var grant = TrainingGrant.running(company, fund, "18000.00", List.of(trainee("27000.00")));
        var tranche = grant.tranche();
        fund.raiseReceivable(grant.id(), tranche, "9000.00");
        fund.settleReceivable(grant.id(), tranche, "4000.00", "5000.00");
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> grant.read()
                        .body("debts", hasSize(1))
                        .body("debts[0].raised.amount", equalTo("9000.00"))
                        .body("debts[0].outstanding.amount", equalTo("5000.00"))
                        .body("debts[0].dueBy", equalTo("2027-12-31")));
        company.people().request().get("/notices").then().body("items.kind", hasItem("money-owed"));
    }
}
