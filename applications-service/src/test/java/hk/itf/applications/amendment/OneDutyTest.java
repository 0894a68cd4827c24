package hk.itf.applications.amendment;

import static org.hamcrest.Matchers.equalTo;

import hk.itf.applications.Applicant;
import hk.itf.applications.SimulatedFund;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.Tokens;
import hk.itf.model.id.PersonId;
import hk.itf.model.json.Json;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person who voted or decided on a grant, and later joined its organisation, submits nothing for the grant. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class OneDutyTest {

    private static final Map<String, Object> CHANGE = Map.of("answers", Map.of("product", "A hoist."));

    private final Applicant voter = Applicant.somebody();
    private final Applicant ada = Applicant.somebody();

    private SimulatedFund fund;

    @BeforeEach
    void startFund() {
        fund = SimulatedFund.open();
    }

    @AfterEach
    void closeFund() {
        fund.close();
    }

    @Test
    void refusesSubmissionByVoterOnDeclinedAmendment() {
        var grant = RunningGrant.of200000(fund);
        var declined = grant.submit("VARIATION", CHANGE);
        fund.decline(declined, personOf(voter));
        grant.awaitStatus(declined, AmendmentStatus.DECLINED);

        isRefusedToVoter(grant);
    }

    @Test
    void refusesSubmissionByVoterOnApprovedAmendment() {
        var grant = RunningGrant.of200000(fund);
        var approved = grant.submit("VARIATION", CHANGE);
        fund.approve(approved, personOf(voter));
        fund.bringIntoForce(grant.id(), 2, approved.awarded());
        grant.waitsUntilInForce(approved);

        isRefusedToVoter(grant);
    }

    @Test
    void refusesSubmissionByVoterWhoseDecisionCameLate() {
        var grant = RunningGrant.of200000(fund);
        var withdrawn = grant.submit("VARIATION", CHANGE);
        grant.acts(grant.people(), withdrawn, withdrawn.version(), "withdrawal")
                .then()
                .statusCode(200);
        fund.decline(withdrawn, personOf(voter));
        var next = grant.submit("VARIATION", CHANGE);
        fund.decline(next); // received after the late decision
        grant.awaitStatus(next, AmendmentStatus.DECLINED);

        isRefusedToVoter(grant);
    }

    @Test
    void refusesAcceptanceOfOfferByItsDecider() {
        var grant = ada.submitted(Applicant.doctoralPost(Applicant.monthsAgo(4), 12));
        fund.approveAndOffer(grant, "540000.00", ada);
        ada.awaitStatus(grant, "OFFERED");
        var decider = Applicant.named(SimulatedFund.DECIDER);
        ada.appointSubmitter(decider, grant);

        refused(decider.accept(grant));
        ada.read(grant).then().body("status", equalTo("OFFERED"));
        ada.accept(grant).then().statusCode(200);
    }

    private static PersonId personOf(Applicant person) {
        return Tokens.person(person.name());
    }

    /** The voter may not submit the next amendment; the applicant may. */
    private void isRefusedToVoter(RunningGrant grant) {
        grant.people().appointSubmitter(voter, grant.id());
        var next = Json.read(grant.draft("VARIATION", CHANGE).asString(), AmendmentView.class);
        refused(grant.acts(voter, next, next.version(), "submission"));
        grant.acts(grant.people(), next, next.version(), "submission").then().statusCode(200);
    }

    private static void refused(Response reply) {
        reply.then().statusCode(409).body("type", equalTo("urn:itf:problem:one-person-one-duty"));
    }
}
