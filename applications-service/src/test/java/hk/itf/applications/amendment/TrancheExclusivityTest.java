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
        fund = SimulatedFund.open();
        grant = RunningGrant.of200000(fund, TODAY.minusMonths(7));
    }

    @AfterEach
    void closeFund() {
        fund.close();
    }

    @Test
    void refusesClaimOnTrancheThatOpenAmendmentChanges() {
        var draft = grant.draft("VARIATION", movesTheSecond())
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        refused();
        var amendment = grant.submit(grant.people(), draft);
        refused();
        grant.draftsClaim("PAYMENT", 1, paid("400000.00")).then().statusCode(201);

        fund.requestClarification(amendment, "Why so late?");
        grant.awaitStatus(amendment, AmendmentStatus.CLARIFYING);
        refused();

        var version = grant.read(amendment).version();
        grant.acts(grant.people(), amendment, version, "withdrawal").then().statusCode(200);
        grant.draftsClaim("MILESTONE", 2, List.of()).then().statusCode(201);
    }

    @Test
    void declinedAmendmentAndTerminationBlockNoClaim() {
        var amendment = grant.submit("VARIATION", movesTheSecond());
        refused();
        fund.decline(amendment);
        grant.awaitStatus(amendment, AmendmentStatus.DECLINED);
        grant.fileClaim("MILESTONE", 2, List.of());

        var secretariat = Applicant.withRole("a-secretary", "secretariat");
        grant.submit(secretariat, "TERMINATION", Map.of("lastDay", ended().toString(), "keep", hkd("0.00")));
        grant.fileClaim("PAYMENT", 1, paid("400000.00"));
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
