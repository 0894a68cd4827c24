package hk.itf.applications.application;

import static hk.itf.applications.Applicant.doctoralPost;
import static hk.itf.applications.Applicant.hkd;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import hk.itf.applications.Applicant;
import hk.itf.applications.SimulatedFund;
import hk.itf.infra.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class ApplicationJourneyTest {

    private static final LocalDate FOUR_MONTHS_AGO = Applicant.monthsAgo(4);

    private final Applicant ada = Applicant.somebody();

    @Test
    void aDraftSaysWhatIsMissingAndWhatItWouldComeTo() {
        var organisation = ada.registerOrganisation();
        var id = ada.draft(organisation, Map.of("stream", "tc", "degree", "doctoral"))
                .path("id")
                .toString();

        ada.read(id)
                .then()
                .body("status", equalTo("DRAFT"))
                .body("turn", equalTo("applicant"))
                .body("missing.pointer", hasItem("/answers/monthly-salary"))
                .body("missing.code", everyItem(equalTo("required")));

        ada.request()
                .header("If-Match", ada.read(id).header("ETag"))
                .body(Map.of("answers", doctoralPost(FOUR_MONTHS_AGO, 12)))
                .put("/applications/" + id + "/answers")
                .then()
                .statusCode(200)
                .body("missing", hasSize(0))
                .body("entitlement.amount.amount", equalTo("540000.00"))
                .body("proposed.amount.amount", contains("135000.00", "135000.00", "135000.00", "135000.00"));
    }

    @Test
    void submissionGivesReceiptWithContentHash() {
        var id = ada.submitted(doctoralPost(FOUR_MONTHS_AGO, 12));

        ada.request()
                .get("/applications/" + id + "/receipt")
                .then()
                .statusCode(200)
                .body("reference", matchesPattern("RTH-20[0-9]{2}-[0-9]{6}"))
                .body("revision", equalTo(1))
                .body("contentSha256", matchesPattern("[0-9a-f]{64}"));
        ada.read(id)
                .then()
                .body("status", matchesPattern("SUBMITTED|IN_ASSESSMENT"))
                .body("turn", equalTo("fund"));
    }

    @Test
    void anIncompleteDraftIsRefusedWithEveryPointer() {
        var id = ada.draft(ada.registerOrganisation(), Map.of("stream", "itf"))
                .path("id")
                .toString();

        ada.submit(id)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:itf:problem:answers-incomplete"))
                .body("errors.pointer", hasItem("/answers/project-reference"))
                .body("errors.pointer", hasItem("/answers/engagement-start"));
    }

    @Test
    void leadsFromSubmissionToPaidTranche() {
        try (var fund = SimulatedFund.open()) {
            var id = ada.submitted(doctoralPost(FOUR_MONTHS_AGO, 12));
            fund.startAssessment(id);
            ada.awaitStatus(id, "IN_ASSESSMENT");
            fund.approve(id);
            ada.awaitStatus(id, "APPROVED");
            fund.commit(id);
            ada.awaitStatus(id, "OFFERED");
            ada.accept(id)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("ACTIVE"))
                    .body("tranches", hasSize(4));

            var tranche = ada.read(id).<String>path("tranches[0].id");
            var claim = claimFor(id, tranche);
            ada.keyedRequest()
                    .header("If-Match", "\"0\"")
                    .post("/applications/" + id + "/claims/" + claim + "/submission")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("SUBMITTED"));
            fund.acceptClaim(id, claim, tranche, "135000.00");
            await().atMost(ofSeconds(10))
                    .untilAsserted(() -> ada.request()
                            .get("/applications/" + id + "/claims/" + claim)
                            .then()
                            .body("accepted.amount", equalTo("135000.00")));
            fund.pay(id, tranche, "135000.00");
            await().atMost(ofSeconds(10))
                    .untilAsserted(() -> ada.read(id)
                            .then()
                            .body("tranches[0].status", equalTo("PAID"))
                            .body("tranches[0].paid.amount", equalTo("135000.00")));
            ada.request().get("/notices").then().body("items.kind", hasItem("paid"));
        }
    }

    @Test
    void outsidersCannotTellAForeignCaseFromNone() {
        var id = ada.submitted(doctoralPost(FOUR_MONTHS_AGO, 12));
        var eve = Applicant.somebody();
        var foreign = eve.read(id);
        var absent = eve.read(UUID.randomUUID().toString());
        assertThat(foreign.statusCode()).isEqualTo(404).isEqualTo(absent.statusCode());
        assertThat(foreign.<String>path("detail")).isEqualTo(absent.path("detail"));
    }

    @Test
    void anEditorMayFillInButNotSubmit() {
        var organisation = ada.registerOrganisation();
        var ben = Applicant.somebody();
        ada.keyedRequest()
                .body(Map.of(
                        "person", hk.itf.infra.testkit.Tokens.person(ben.name()).toString(), "role", "EDITOR"))
                .post("/organisations/" + organisation + "/members")
                .then()
                .statusCode(200);
        var id = ben.draft(organisation, doctoralPost(FOUR_MONTHS_AGO, 12))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        ben.submit(id).then().statusCode(403).body("type", equalTo("urn:itf:problem:submitter-required"));
        ada.submit(id).then().statusCode(201);
    }

    @Test
    void theSameKeyReplaysTheAnswerAndAnotherBodyIsRefused() {
        var key = UUID.randomUUID().toString();
        var body = Map.of("name", "Twice Limited", "kind", "COMPANY");
        var first = ada.request().header("Idempotency-Key", key).body(body).post("/organisations");
        var again = ada.request().header("Idempotency-Key", key).body(body).post("/organisations");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        ada.request()
                .header("Idempotency-Key", key)
                .body(Map.of("name", "Thrice Limited", "kind", "COMPANY"))
                .post("/organisations")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:idempotency-key-reused"));
        ada.request()
                .body(body)
                .post("/organisations")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:itf:problem:idempotency-key-required"));
    }

    @Test
    void aSalaryBelowTheCeilingIsClaimedAsItWasPaid() {
        try (var fund = SimulatedFund.open()) {
            var answers = doctoralPost(FOUR_MONTHS_AGO, 12);
            answers.put("monthly-salary", hkd("30000.00"));
            var id = ada.submitted(answers);
            fund.approveAndOffer(id, "480000.00", ada);
            ada.awaitStatus(id, "OFFERED");
            ada.accept(id).then().statusCode(200);
            var tranche = ada.read(id).<String>path("tranches[0].id");
            ada.keyedRequest()
                    .body(Map.of(
                            "tranche",
                            tranche,
                            "report",
                            "Work goes on.",
                            "lines",
                            List.of(
                                    Map.of("month", 1, "paid", hkd("30000.00")),
                                    Map.of("month", 2, "paid", hkd("28000.00")),
                                    Map.of("month", 3, "paid", hkd("33000.00")))))
                    .post("/applications/" + id + "/claims")
                    .then()
                    .statusCode(201)
                    .body("lines.claimed.amount", contains("40000.00", "38000.00", "40000.00"))
                    .body("claimed.amount", equalTo("118000.00"));
        }
    }

    private String claimFor(String id, String tranche) {
        return ada.keyedRequest()
                .body(Map.of(
                        "tranche",
                        tranche,
                        "report",
                        "The prototype runs.",
                        "lines",
                        List.of(
                                Map.of("month", 1, "paid", hkd("60000.00")),
                                Map.of("month", 2, "paid", hkd("60000.00")),
                                Map.of("month", 3, "paid", hkd("60000.00")))))
                .post("/applications/" + id + "/claims")
                .then()
                .statusCode(201)
                .body("claimed.amount", equalTo("135000.00"))
                .extract()
                .path("id");
    }
}
