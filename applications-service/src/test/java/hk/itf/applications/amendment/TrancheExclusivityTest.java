package hk.itf.applications.amendment;

import static hk.itf.applications.Applicant.hkd;
import static hk.itf.applications.amendment.RunningGrant.paid;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.applications.Applicant;
import hk.itf.applications.SimulatedFund;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tranche has either an open claim or an open amendment. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class TrancheExclusivityTest {

    private static final LocalDate TODAY = TestClock.today();

    private SimulatedFund fund;
    private RunningGrant grant;

    @BeforeEach
    void startClaimableGrant() {
        fund = SimulatedFund.speaking();
        grant = RunningGrant.of200000(fund, TODAY.minusMonths(7));
    }

    @AfterEach
    void closeFund() {
        fund.close();
    }

    @Test
    void refusesClaimOnTrancheThatOpenAmendmentChanges() {
        var draft = grant.drafts("VARIATION", movesTheSecond())
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        refused();
        var amendment = grant.submits(grant.people(), draft);
        refused();
        grant.draftsClaim("PAYMENT", 1, paid("400000.00")).then().statusCode(201);

        fund.asks(amendment, "Why so late?");
        grant.waitsUntil(amendment, AmendmentStatus.CLARIFYING);
        refused();

        var version = grant.reads(amendment).version();
        grant.acts(grant.people(), amendment, version, "withdrawal").then().statusCode(200);
        grant.draftsClaim("MILESTONE", 2, List.of()).then().statusCode(201);
    }

    @Test
    void declinedAmendmentAndTerminationBlockNoClaim() {
        var amendment = grant.submits("VARIATION", movesTheSecond());
        refused();
        fund.declines(amendment);
        grant.waitsUntil(amendment, AmendmentStatus.DECLINED);
        grant.claims("MILESTONE", 2, List.of());

        var secretariat = Applicant.withRole("a-secretary", "secretariat");
        grant.submits(secretariat, "TERMINATION", Map.of("lastDay", ended().toString(), "keep", hkd("0.00")));
        grant.claims("PAYMENT", 1, paid("400000.00"));
    }

    private void refused() {
        grant.draftsClaim("MILESTONE", 2, List.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:itf:problem:amendment-open"));
    }

    private Map<String, Object> movesTheSecond() {
        return Map.of(
                "milestones",
                List.of(Map.of(
                        "tranche",
                        grant.tranche(2),
                        "lastDay",
                        TODAY.plusMonths(1).toString())));
    }

    private static LocalDate ended() {
        return TODAY.minusMonths(2);
    }
}
