package hk.itf.applications.claim;

import static hk.itf.applications.amendment.RunningGrant.paid;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.applications.Applicant;
import hk.itf.applications.SimulatedFund;
import hk.itf.applications.amendment.RunningGrant;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A claim is withdrawn and accepted at the same time. The acceptance applies, because disbursement-service acts on it. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class ClaimWithdrawalRaceTest {

    private SimulatedFund fund;
    private RunningGrant grant;
    private ClaimView crossed;

    @BeforeEach
    void startWithdrawnClaim() {
        fund = SimulatedFund.open();
        grant = RunningGrant.of200000(fund, TestClock.today().minusMonths(7));
        crossed = grant.fileClaim("PAYMENT", 1, paid("400000.00"));
        withdraws(crossed);
    }

    @AfterEach
    void closeFund() {
        fund.close();
    }

    @Test
    void acceptanceOverridesWithdrawalAndWithdrawsLaterClaim() {
        var meanwhile = grant.fileClaim("PAYMENT", 1, paid("300000.00"));
        fund.accept(crossed);
        awaitStatus(crossed, "ACCEPTED");
        awaitStatus(meanwhile, "WITHDRAWN");
        grant.people()
                .request()
                .get("/applications/" + grant.id() + "/history")
                .then()
                .body(
                        "findAll { it.subject == 'claim/%s' && it.transition == 'WITHDRAW' }.detail"
                                .formatted(meanwhile.id()),
                        contains("the claim before was accepted before its withdrawal arrived"));

        fund.accept(meanwhile); // decided before the second withdrawal was heard: the money is told of the first
        acceptsAReportThatIsSeen();
        awaitStatus(meanwhile, "WITHDRAWN");
        grant.people()
                .read(grant.id())
                .then()
                .body("tranches[0].accepted.amount", equalTo(crossed.claimed().amount()));
    }

    @Test
    void ignoresAcceptanceWhenGrantIsNotActive() {
        fund.closeAward(grant.id(), "0.00");
        grant.people().awaitStatus(grant.id(), "COMPLETED");
        fund.accept(crossed);
        var officer = Applicant.withRole("officer-" + UUID.randomUUID(), "secretariat");
        var subject =
                new Subject(Subject.Kind.APPLICATION, GrantId.of(grant.id()).value());
        var task = fund.takeTask(grant.id(), subject, officer.name(), false, List.of("project"));
        await().atMost(ofSeconds(10)) // said after it, so seen after it
                .untilAsserted(() -> officer.request()
                        .get("/applications/" + grant.id() + "/papers?task=" + task)
                        .then()
                        .statusCode(200));
        awaitStatus(crossed, "WITHDRAWN");
    }

    @Test
    void ignoresRejectionOfWithdrawnClaim() {
        fund.reject(crossed, "Nothing runs.");
        acceptsAReportThatIsSeen();
        awaitStatus(crossed, "WITHDRAWN");
    }

    /** Sends a later event on the same grant. Once its effect is visible, every earlier event was received. */
    private void acceptsAReportThatIsSeen() {
        var milestone = grant.fileClaim("MILESTONE", 2, List.of());
        fund.accept(milestone);
        awaitStatus(milestone, "ACCEPTED");
    }

    private void withdraws(ClaimView claim) {
        grant.people()
                .keyedRequest()
                .header("If-Match", "\"" + claim.version() + "\"")
                .post("/applications/" + grant.id() + "/claims/" + claim.id() + "/withdrawal")
                .then()
                .statusCode(200);
    }

    private void awaitStatus(ClaimView claim, String status) {
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> grant.people()
                        .request()
                        .get("/applications/" + grant.id() + "/claims/" + claim.id())
                        .then()
                        .body("status", equalTo(status)));
    }
}
