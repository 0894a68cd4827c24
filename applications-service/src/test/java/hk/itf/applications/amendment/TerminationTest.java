package hk.itf.applications.amendment;

import static hk.itf.applications.Applicant.hkd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import hk.itf.applications.Applicant;
import hk.itf.applications.Assessment;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.money.Money;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class TerminationTest {

    private final Applicant secretariat = Applicant.withRole("a-secretary", "secretariat");
    private Assessment fund;
    private RunningGrant grant;

    @BeforeEach
    void aRunningGrant() {
        fund = Assessment.speaking();
        grant = RunningGrant.of200000(fund);
    }

    @AfterEach
    void theFundHangsUp() {
        fund.close();
    }

    @Test
    void theSecretariatEndsAGrantOfWhichNothingWasPaid() {
        var amendment = grant.submits(secretariat, "TERMINATION", ending("0.00"));
        assertThat(amendment.awarded()).isEqualTo(Money.ZERO);
        assertThat(amendment.tranches()).isEmpty();

        fund.amends(grant.id(), amendment);
        grant.waitsUntilInForce(amendment);
        fund.terminates(grant.id(), "0.00", "0.00");
        grant.people().waitsUntil(grant.id(), "TERMINATED");
        grant.reads().body("tranches.status", contains("CANCELLED", "CANCELLED"));
    }

    @Test
    void whatIsPaidStaysInThePlanAndNoMoreThanThatIsKept() {
        fund.pays(grant.id(), grant.tranche(1), "180000.00");
        grant.waitsForNotice("paid");
        grant.drafts("TERMINATION", ending("180000.01"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/keep"));
        var amendment = grant.submits("TERMINATION", ending("100000.00"));
        assertThat(amendment.awarded()).isEqualTo(Money.hkd(180_000));
        assertThat(amendment.keep()).isEqualTo(Money.hkd(100_000));
    }

    @Test
    void nobodyButTheGranteeAndTheSecretariatEndsAGrant() {
        grant.drafts(Applicant.somebody(), "TERMINATION", ending("0.00")).then().statusCode(404);
        grant.drafts(secretariat, "EARLY_END", Map.of("lastDay", "2027-01-01"))
                .then()
                .statusCode(404);
    }

    private static Map<String, Object> ending(String keep) {
        return Map.of("lastDay", TestClock.today().toString(), "keep", hkd(keep));
    }
}
