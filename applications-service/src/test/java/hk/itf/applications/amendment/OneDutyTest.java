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
        fund = SimulatedFund.speaking();
    }

    @AfterEach
    void closeFund() {
        fund.close();
    }

    @Test
    void refusesSubmissionByVoterOnDeclinedAmendment() {
        var grant = RunningGrant.of200000(fund);
        var declined = grant.submits("VARIATION", CHANGE);
        fund.declines(declined, personOf(voter));
        grant.waitsUntil(declined, AmendmentStatus.DECLINED);

        isRefusedToVoter(grant);
    }

    @Test
    void refusesSubmissionByVoterOnApprovedAmendment() {
        var grant = RunningGrant.of200000(fund);
        var approved = grant.submits("VARIATION", CHANGE);
        fund.approves(approved, personOf(voter));
        fund.bringsIntoForce(grant.id(), 2, approved.awarded());
        grant.waitsUntilInForce(approved);

        isRefusedToVoter(grant);
    }

    @Test
    void refusesSubmissionByVoterWhoseDecisionCameLate() {
        var grant = RunningGrant.of200000(fund);
        var withdrawn = grant.submits("VARIATION", CHANGE);
        grant.acts(grant.people(), withdrawn, withdrawn.version(), "withdrawal")
                .then()
                .statusCode(200);
        fund.declines(withdrawn, personOf(voter));
        var next = grant.submits("VARIATION", CHANGE);
        fund.declines(next); // received after the late decision
        grant.waitsUntil(next, AmendmentStatus.DECLINED);

        isRefusedToVoter(grant);
    }

    @Test
    void refusesAcceptanceOfOfferByItsDecider() {
        var grant = ada.submitted(Applicant.doctoralPost(Applicant.monthsAgo(4), 12));
        fund.bringsToOffer(grant, "540000.00", ada);
        ada.waitsUntil(grant, "OFFERED");
        var decider = Applicant.named(SimulatedFund.DECIDER);
        ada.appointsSubmitter(decider, grant);

        refused(decider.accepts(grant));
        ada.reads(grant).then().body("status", equalTo("OFFERED"));
        ada.accepts(grant).then().statusCode(200);
    }

    private static PersonId personOf(Applicant person) {
        return Tokens.person(person.name());
    }

    /** The voter may not submit the next amendment; the applicant may. */
    private void isRefusedToVoter(RunningGrant grant) {
        grant.people().appointsSubmitter(voter, grant.id());
        var next = Json.read(grant.drafts("VARIATION", CHANGE).asString(), AmendmentView.class);
        refused(grant.acts(voter, next, next.version(), "submission"));
        grant.acts(grant.people(), next, next.version(), "submission").then().statusCode(200);
    }

    private static void refused(Response reply) {
        reply.then().statusCode(409).body("type", equalTo("urn:itf:problem:one-person-one-duty"));
    }
}
