package hk.itf.applications.papers;

import static hk.itf.applications.amendment.RunningGrant.paid;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import hk.itf.applications.Applicant;
import hk.itf.applications.SimulatedFund;
import hk.itf.applications.amendment.RunningGrant;
import hk.itf.applications.claim.ClaimView;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.event.Subject;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.ReviewTaskId;
import hk.itf.model.json.Json;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The papers of a claim prove that claim only, and only its reviewers read them. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class ClaimPapersTest {

    private SimulatedFund fund;
    private RunningGrant grant;
    private String claim;

    @BeforeEach
    void startDraftClaim() {
        fund = SimulatedFund.open();
        grant = startedLongAgo();
        claim = draft(grant);
    }

    @AfterEach
    void closeFund() {
        fund.close();
    }

    @Test
    void submissionNeedsAndFixesPapers() {
        read(grant, claim).body("missing.pointer", contains("/papers/invoices")).body("papers", empty());
        submit(grant, claim)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:papers-incomplete"))
                .body("errors.pointer", contains("/papers/invoices"));

        grant.people()
                .attachToClaim(grant.id(), claim, "audited-accounts")
                .then()
                .statusCode(400)
                .body("errors.code", contains("unknown-document"));
        var paper = grant.people()
                .attachToClaim(grant.id(), claim, "invoices")
                .then()
                .statusCode(201)
                .body("claim", equalTo(claim))
                .extract();
        read(grant, claim).body("missing", empty()).body("papers.document", contains("invoices"));
        submit(grant, claim)
                .then()
                .statusCode(200)
                .body("papers.sha256", contains(paper.<String>path("sha256")))
                .body("missing", empty());
        grant.people()
                .attachToClaim(grant.id(), claim, "invoices")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:itf:problem:not-editable"));
    }

    @Test
    void refusesInvoiceOfAnotherClaimUntilRejection() {
        var invoice = "%PDF-1.7 " + UUID.randomUUID();
        attaches(grant, claim, invoice);
        var other = startedLongAgo();
        var second = draft(other);
        attaches(other, second, invoice);
        var first =
                Json.read(submit(grant, claim).then().statusCode(200).extract().asString(), ClaimView.class);

        submit(other, second)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:paper-used"))
                .body("errors.pointer", contains("/papers/invoices"));
        fund.reject(first, "It is the invoice of something else.");
        await().atMost(ofSeconds(10)).untilAsserted(() -> read(grant, claim).body("status", equalTo("REJECTED")));
        submit(other, second).then().statusCode(200);
    }

    @Test
    void acceptsOneOfTwoSimultaneousClaimsWithOneInvoice() throws Exception {
        var other = startedLongAgo();
        var second = draft(other);
        var invoice = "%PDF-1.7 " + UUID.randomUUID();
        attaches(grant, claim, invoice);
        attaches(other, second, invoice);
        try (var pool = Executors.newFixedThreadPool(2)) {
            var both = pool.invokeAll(List.<Callable<Integer>>of(
                    () -> submit(grant, claim).statusCode(),
                    () -> submit(other, second).statusCode()));
            assertThat(List.of(both.getFirst().get(), both.getLast().get())).containsExactlyInAnyOrder(200, 422);
        }
    }

    @Test
    void detachedPaperMayProveAnotherClaim() {
        var invoice = "%PDF-1.7 " + UUID.randomUUID();
        var other = startedLongAgo();
        var second = draft(other);
        attaches(other, second, invoice);
        submit(other, second).then().statusCode(200);
        var wrong = grant.people()
                .attachToClaim(grant.id(), claim, "invoices", invoice)
                .<String>path("id");
        submit(grant, claim).then().statusCode(422).body("type", equalTo("urn:itf:problem:paper-used"));

        var before = grant.people().claimTag(grant.id(), claim);
        takesOff(wrong).then().statusCode(204);
        assertThat(grant.people().claimTag(grant.id(), claim)).isNotEqualTo(before);
        Applicant.withRole("max", "auditor")
                .request()
                .get("/applications/" + grant.id() + "/papers")
                .then()
                .statusCode(200)
                .body("id", contains(wrong))
                .body("detachedAt", hasSize(1));
        read(grant, claim).body("papers", empty()).body("missing.pointer", contains("/papers/invoices"));
        takesOff(wrong).then().statusCode(404);
        grant.people().attachMissingDocuments(grant.id(), claim);
        var right = read(grant, claim).extract().<String>path("papers[0].id");
        submit(grant, claim).then().statusCode(200);
        takesOff(right).then().statusCode(409).body("type", equalTo("urn:itf:problem:not-editable"));
    }

    @Test
    void showsClaimPapersToReviewersOfThatClaimOnly() {
        var people = grant.people();
        people.attachMissingDocuments(grant.id(), claim);
        var paper = read(grant, claim).extract().<String>path("papers[0].id");
        var officer = Applicant.withRole("officer-" + UUID.randomUUID(), "secretariat");
        var judging = takes(officer, new Subject(Subject.Kind.CLAIM, UUID.fromString(claim)));
        lists(officer, judging).body("id", contains(paper)).body("claim", contains(claim));
        officer.request()
                .get("/applications/" + grant.id() + "/papers/" + paper + "?task=" + judging)
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/pdf"));

        var another = Applicant.withRole("officer-" + UUID.randomUUID(), "secretariat");
        var vetting = takes(
                another,
                new Subject(Subject.Kind.APPLICATION, GrantId.of(grant.id()).value()));
        lists(another, vetting).body("$", hasSize(0));
        another.request()
                .get("/applications/" + grant.id() + "/papers/" + paper + "?task=" + vetting)
                .then()
                .statusCode(404);
        people.request()
                .get("/applications/" + grant.id() + "/papers")
                .then()
                .statusCode(200)
                .body("id", contains(paper));
    }

    private Response takesOff(String paper) {
        return grant.people()
                .keyedRequest()
                .delete("/applications/" + grant.id() + "/claims/" + claim + "/papers/" + paper);
    }

    private RunningGrant startedLongAgo() {
        return RunningGrant.of200000(fund, TestClock.today().minusMonths(7));
    }

    private static String draft(RunningGrant grant) {
        return grant.draftsClaim("PAYMENT", 1, paid("400000.00"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void attaches(RunningGrant grant, String claim, String pdf) {
        grant.people().attachToClaim(grant.id(), claim, "invoices", pdf).then().statusCode(201);
    }

    private static Response submit(RunningGrant grant, String claim) {
        return grant.people()
                .keyedRequest()
                .header("If-Match", grant.people().claimTag(grant.id(), claim))
                .post("/applications/" + grant.id() + "/claims/" + claim + "/submission");
    }

    private static ValidatableResponse read(RunningGrant grant, String claim) {
        return grant.people()
                .request()
                .get("/applications/" + grant.id() + "/claims/" + claim)
                .then()
                .statusCode(200);
    }

    private ReviewTaskId takes(Applicant person, Subject subject) {
        var task = fund.takeTask(grant.id(), subject, person.name(), false, List.of("project"));
        await().atMost(ofSeconds(10)).untilAsserted(() -> lists(person, task));
        return task;
    }

    private ValidatableResponse lists(Applicant person, ReviewTaskId task) {
        return person.request()
                .get("/applications/" + grant.id() + "/papers?task=" + task)
                .then()
                .statusCode(200);
    }
}
