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
    void aCompanyAndTheFund() {
        company = new Company();
        fund = SimulatedFund.speaking();
    }

    @AfterEach
    void theFundHangsUp() {
        fund.close();
    }

    @Test
    void aFeeOf27000IsGranted18000AndHalfOfItIsPaidInAdvance() {
        var grant = TrainingGrant.running(company, fund, "18000.00", List.of(trainee("27000.00")));
        var tranche = grant.tranche();
        grant.reads()
                .body("tranches[0].amount.amount", equalTo("18000.00"))
                .body("tranches[0].advanceAvailable.amount", equalTo("9000.00"));

        var advance = grant.claims("ADVANCE", List.of(), "9000.00");
        grant.submits(advance);
        fund.acceptsAdvance(grant.id(), advance, tranche, "9000.00", "9000.00");
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> grant.reads()
                        .body("tranches", hasSize(2))
                        .body("tranches.amount.amount", contains("9000.00", "9000.00"))
                        .body(
                                "tranches[1].id",
                                equalTo(TrancheId.of(tranche).advance().toString()))
                        .body("tranches[1].advanceOf", equalTo(tranche))
                        .body("tranches[0].advanceAvailable", nullValue()));
        fund.pays(grant.id(), TrancheId.of(tranche).advance().toString(), "9000.00");

        grant.drafts("ADVANCE", List.of()).then().statusCode(422).body("type", equalTo("urn:itf:problem:no-advance"));
        grant.finishesTheCourse();
        grant.drafts("PAYMENT", List.of(line(1, "27000.00", 9, 8)))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:itf:problem:invalid-claim"))
                .body("errors.pointer", contains("/lines/0/evidence/attended"));
        var payment = grant.claims("PAYMENT", List.of(line(1, "27000.00", 6, 8)), "18000.00");
        grant.readsClaim(payment)
                .body("lines[0].rules.passed", contains(true, true))
                .body("explanation", nullValue()); // one instalment pays all
        grant.submits(payment);
    }

    @Test
    void theGranteeSeesWhatIsOwedAndWhatCameBack() {
        var grant = TrainingGrant.running(company, fund, "18000.00", List.of(trainee("27000.00")));
        var tranche = grant.tranche();
        fund.raisesDebt(grant.id(), tranche, "9000.00");
        fund.settlesDebt(grant.id(), tranche, "4000.00", "5000.00");
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> grant.reads()
                        .body("debts", hasSize(1))
                        .body("debts[0].raised.amount", equalTo("9000.00"))
                        .body("debts[0].outstanding.amount", equalTo("5000.00"))
                        .body("debts[0].dueBy", equalTo("2027-12-31")));
        company.people().asks().get("/notices").then().body("items.kind", hasItem("money-owed"));
    }
}
