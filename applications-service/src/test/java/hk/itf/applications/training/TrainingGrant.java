package hk.itf.applications.training;

import static org.hamcrest.Matchers.equalTo;

import hk.itf.applications.Applicant;
import hk.itf.applications.SimulatedFund;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.scheme.value.SchemeRef;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** A running training grant of one tranche and its claims, through the public API. */
final class TrainingGrant {

    static final SchemeRef NITTP = SchemeRef.of("nittp", 1);

    private final String id;
    private final Applicant people;
    private final String tranche;
    private final LocalDate courseEnds;

    private TrainingGrant(String id, Applicant people, LocalDate courseEnds) {
        this.id = id;
        this.people = people;
        this.tranche = people.read(id).path("tranches[0].id");
        this.courseEnds = courseEnds;
    }

    /** @param awarded the entitlement that the scheme calculates from the fees, in dollars */
    static TrainingGrant running(
            Company company, SimulatedFund fund, String awarded, List<Map<String, Object>> trainees) {
        var course = company.registerCourse(fund, "400000.00");
        var id = company.drafted("nittp", Company.training(course, company.commences(), trainees));
        var people = company.people();
        people.submit(id).then().statusCode(201).body("entitlement.amount.amount", equalTo(awarded));
        fund.approveAndOffer(id, NITTP, awarded, people);
        people.awaitStatus(id, "OFFERED");
        people.accept(id).then().statusCode(200);
        return new TrainingGrant(id, people, company.commences().plusMonths(1));
    }

    String id() {
        return id;
    }

    String tranche() {
        return tranche;
    }

    ValidatableResponse read() {
        return people.read(id).then();
    }

    Response draft(String kind, List<Map<String, Object>> lines) {
        return people.keyedRequest()
                .body(Map.of("tranche", tranche, "kind", kind, "lines", lines, "report", "As agreed."))
                .post("/applications/" + id + "/claims");
    }

    /** Drafts a claim and checks its claimed amount in dollars. */
    String fileClaim(String kind, List<Map<String, Object>> lines, String claimed) {
        return draft(kind, lines)
                .then()
                .statusCode(201)
                .body("claimed.amount", equalTo(claimed))
                .extract()
                .path("id");
    }

    ValidatableResponse readClaim(String claim) {
        return people.request().get("/applications/" + id + "/claims/" + claim).then();
    }

    /** Attaches the required documents and submits the claim. */
    void submit(String claim) {
        people.attachMissingDocuments(id, claim);
        people.keyedRequest()
                .header("If-Match", people.claimTag(id, claim))
                .post("/applications/" + id + "/claims/" + claim + "/submission")
                .then()
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"));
    }

    /** Moves the clock to the second day after the course, when a payment claim can be filed. */
    void passCourse() {
        TestClock.advance(Duration.ofDays(ChronoUnit.DAYS.between(TestClock.today(), courseEnds) + 2));
    }
}
