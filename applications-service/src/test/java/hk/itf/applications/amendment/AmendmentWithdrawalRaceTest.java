package hk.itf.applications.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.applications.SimulatedFund;
import hk.itf.infra.testkit.StackResource;
import hk.itf.model.json.Json;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An amendment is withdrawn and approved at the same time. The approval applies, because disbursement-service acts on it. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class AmendmentWithdrawalRaceTest {

    private SimulatedFund fund;
    private RunningGrant grant;

    @BeforeEach
    void startGrant() {
        fund = SimulatedFund.open();
        grant = RunningGrant.of200000(fund);
    }

    @AfterEach
    void closeFund() {
        fund.close();
    }

    @Test
    void approvalOverridesWithdrawalAndWithdrawsLaterAmendment() {
        var crossed = grant.submit("VARIATION", budget("100000.00"));
        grant.acts(grant.people(), crossed, crossed.version(), "withdrawal")
                .then()
                .statusCode(200);
        var meanwhile = Json.read(grant.draft("VARIATION", budget("300000.00")).asString(), AmendmentView.class);
        fund.amend(grant.id(), crossed);
        grant.waitsUntilInForce(crossed);
        assertThat(grant.read(meanwhile).status()).isEqualTo(AmendmentStatus.WITHDRAWN);
        assertThat(grant.detail(meanwhile, "WITHDRAW"))
                .isEqualTo("an earlier amendment had been approved when its withdrawal arrived");
        var next = grant.submit("VARIATION", budget("80000.00"));
        assertThat(next.baseVersion()).isEqualTo(2);
    }

    private static Map<String, Object> budget(String cost) {
        return Map.of("answers", Map.of("budget", RunningGrant.budget(cost)));
    }
}
