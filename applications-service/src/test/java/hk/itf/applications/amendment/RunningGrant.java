package hk.itf.applications.amendment;

import static hk.itf.applications.Applicant.hkd;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.applications.Applicant;
import hk.itf.applications.SimulatedFund;
import hk.itf.applications.claim.ClaimView;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.json.Json;
import hk.itf.model.scheme.value.SchemeRef;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A running grant of a company for a trial production. The fund pays half of the budget of 400,000, in tranches of
 * 180,000 and 20,000.
 */
public final class RunningGrant {

    private static final SchemeRef SCHEME = SchemeRef.of("trial-production", 1);

    private final Applicant people;
    private final String id;

    private RunningGrant(Applicant people, String id) {
        this.people = people;
        this.id = id;
    }

    public static RunningGrant of200000(SimulatedFund fund) {
        return of200000(fund, TestClock.today());
    }

    public static RunningGrant of200000(SimulatedFund fund, LocalDate commencement) {
        var people = Applicant.somebody();
        var organisation = people.registerOrganisation();
        var id = people.keyedRequest()
                .body(Map.of(
                        "scheme",
                        "trial-production",
                        "organisation",
                        organisation,
                        "answers",
                        Map.of(
                                "product",
                                "A harbour crane that loads itself.",
                                "commencement",
                                commencement.toString(),
                                "months",
                                6,
                                "budget",
                                budget("400000.00"))))
                .post("/applications")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        people.submit(id).then().statusCode(201).body("entitlement.amount.amount", equalTo("200000.00"));
        fund.approveAndOffer(id, SCHEME, "200000.00", people);
        people.awaitStatus(id, "OFFERED");
        people.accept(id).then().statusCode(200);
        return new RunningGrant(people, id);
    }

    static List<Map<String, Object>> budget(String cost) {
        return List.of(Map.of("item", "Steel", "cost", hkd(cost)));
    }

    public String id() {
        return id;
    }

    public Applicant people() {
        return people;
    }

    public ValidatableResponse read() {
        return people.read(id).then();
    }

    public String tranche(int number) {
        return people.read(id).path("tranches[%d].id".formatted(number - 1));
    }

    public Response draft(String kind, Map<String, Object> rest) {
        return draft(people, kind, rest);
    }

    public Response draft(Applicant by, String kind, Map<String, Object> rest) {
        var body = new HashMap<>(rest);
        body.put("kind", kind);
        body.put("reason", "The world has changed.");
        return by.keyedRequest().body(body).post("/applications/" + id + "/amendments");
    }

    /** Drafts and submits an amendment, and returns its view. */
    public AmendmentView submit(String kind, Map<String, Object> rest) {
        return submit(people, kind, rest);
    }

    public AmendmentView submit(Applicant by, String kind, Map<String, Object> rest) {
        return submit(by, draft(by, kind, rest).then().statusCode(201).extract().<String>path("id"));
    }

    public AmendmentView submit(Applicant by, String amendment) {
        var submitted = by.keyedRequest()
                .header("If-Match", "\"0\"")
                .post("/applications/" + id + "/amendments/" + amendment + "/submission")
                .then()
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"))
                .extract()
                .asString();
        return Json.read(submitted, AmendmentView.class);
    }

    /** Changes the content of an amendment. */
    public Response changes(Applicant by, AmendmentView amendment, int version, Map<String, Object> body) {
        return by.keyedRequest()
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .put("/applications/" + id + "/amendments/" + amendment.id());
    }

    public Response acts(Applicant by, AmendmentView amendment, int version, String act) {
        return by.keyedRequest()
                .header("If-Match", "\"" + version + "\"")
                .post("/applications/" + id + "/amendments/" + amendment.id() + "/" + act);
    }

    public AmendmentView read(AmendmentView amendment) {
        return Json.read(
                people.request()
                        .get("/applications/" + id + "/amendments/" + amendment.id())
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString(),
                AmendmentView.class);
    }

    public void awaitStatus(AmendmentView amendment, AmendmentStatus status) {
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> assertThat(read(amendment).status()).isEqualTo(status));
    }

    /** The detail of an act on the amendment, from the timeline. */
    public String detail(AmendmentView amendment, String act) {
        return people.request()
                .get("/applications/" + id + "/history")
                .then()
                .statusCode(200)
                .extract()
                .path("find { it.subject == 'amendment/%s' && it.transition == '%s' }.detail"
                        .formatted(amendment.id(), act));
    }

    public Response draftsClaim(String kind, int instalment, List<Map<String, Object>> lines) {
        return people.keyedRequest()
                .body(Map.of("tranche", tranche(instalment), "kind", kind, "lines", lines, "report", "It runs."))
                .post("/applications/" + id + "/claims");
    }

    /** Drafts and submits a claim. */
    public ClaimView fileClaim(String kind, int instalment, List<Map<String, Object>> lines) {
        var draft = draftsClaim(kind, instalment, lines)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        people.attachMissingDocuments(id, draft);
        return Json.read(
                people.keyedRequest()
                        .header("If-Match", people.claimTag(id, draft))
                        .post("/applications/" + id + "/claims/" + draft + "/submission")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString(),
                ClaimView.class);
    }

    /** The line of a payment claim: an amount of the only budget row. */
    public static List<Map<String, Object>> paid(String amount) {
        return List.of(Map.of("row", 1, "paid", hkd(amount), "evidence", Map.of("invoice-attached", true)));
    }

    public void waitsUntilInstalmentIs(int number, String status) {
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> read().body("tranches[%d].status".formatted(number - 1), equalTo(status)));
    }

    public void waitsUntilInForce(AmendmentView amendment) {
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> people.request()
                        .get("/applications/" + id + "/amendments/" + amendment.id())
                        .then()
                        .body("status", equalTo("IN_FORCE")));
    }

    /** Files a stage gate claim, which passes. */
    public void passesTheStage(SimulatedFund fund) {
        var claim = fileClaim("STAGE_GATE", 2, List.of());
        fund.accept(claim);
        fund.passStage(claim);
        people.awaitNotice("stage-passed");
    }

    public void waitsUntilPaid(int number) {
        waitsUntilInstalmentIs(number, "PAID");
    }

    public void awaitNotice(String kind) {
        people.awaitNotice(kind);
    }
}
