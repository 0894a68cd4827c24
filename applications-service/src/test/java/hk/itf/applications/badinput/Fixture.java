package hk.itf.applications.badinput;

import static hk.itf.applications.Applicant.doctoralPost;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.applications.Applicant;
import hk.itf.applications.SimulatedFund;
import hk.itf.infra.clock.HongKong;
import hk.itf.infra.testkit.DatabaseDigest;
import hk.itf.infra.testkit.Tokens;
import hk.itf.infra.testkit.http.RawRequest;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An applicant with an organisation, a draft with a paper, and a running grant with a drafted claim. Makes that applicant's requests. */
final class Fixture {

    static final String ABSENT = "019aa8c6-95a4-7c3e-8f8d-2f1b7e0c4d11";

    private static @Nullable Fixture shared;

    private final String token;
    private final String organisation;
    private final String draft;
    private final String grant;
    private final String tranche;
    private final String claim;
    private final String paper;

    private Fixture(
            String token, String organisation, String draft, String grant, String tranche, String claim, String paper) {
        this.token = token;
        this.organisation = organisation;
        this.draft = draft;
        this.grant = grant;
        this.tranche = tranche;
        this.claim = claim;
        this.paper = paper;
    }

    /** The fixture that the tests of this package share. They do not change it. */
    static synchronized Fixture shared() {
        var existing = shared;
        if (existing == null) {
            existing = create();
            shared = existing;
            DatabaseDigest.settled();
        }
        return existing;
    }

    private static Fixture create() {
        var ada = Applicant.somebody();
        var start = LocalDate.now(HongKong.ZONE).minusMonths(4).withDayOfMonth(1);
        var organisation = ada.registerOrganisation();
        var draft = ada.draft(organisation, Map.of()).<String>path("id");
        var paper = Bodies.pdf();
        var attached = ada.keyedRequest()
                .contentType("application/pdf")
                .body(paper)
                .post("/applications/" + draft + "/papers?document=degree-certificate&name=degree.pdf")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        try (var fund = SimulatedFund.open()) {
            var grant = ada.submitted(doctoralPost(start, 12));
            fund.approveAndOffer(grant, "540000.00", ada);
            await().atMost(ofSeconds(15))
                    .untilAsserted(() -> ada.read(grant).then().body("status", equalTo("OFFERED")));
            ada.accept(grant).then().statusCode(200);
            var tranche = ada.read(grant).<String>path("tranches[0].id");
            var claim = ada.keyedRequest()
                    .body(Bodies.claim(tranche, "1", Bodies.hkd("60000.00"), "\"It runs.\""))
                    .post("/applications/" + grant + "/claims")
                    .then()
                    .statusCode(201)
                    .extract()
                    .<String>path("id");
            return new Fixture(ada.token(), organisation, draft, grant, tranche, claim, attached);
        }
    }

    /** The same ids with the token of another applicant. */
    Fixture seenBy(Applicant other) {
        return new Fixture(other.token(), organisation, draft, grant, tranche, claim, paper);
    }

    /** The same applicant with this id in place of all others. */
    Fixture absent(String id) {
        return new Fixture(token, id, id, id, ABSENT, id, id);
    }

    String organisation() {
        return organisation;
    }

    String draft() {
        return draft;
    }

    String grant() {
        return grant;
    }

    String tranche() {
        return tranche;
    }

    String claim() {
        return claim;
    }

    String paper() {
        return paper;
    }

    /** A request with the token only. */
    RawRequest bare(String method, String path) {
        return RawRequest.of(method, path).with("Authorization", "Bearer " + token);
    }

    RawRequest get(String path) {
        return bare("GET", path);
    }

    /** A request with a new key and the media type of JSON; the caller adds the body. */
    RawRequest post(String path) {
        return bare("POST", path)
                .with("Content-Type", "application/json")
                .with("Idempotency-Key", UUID.randomUUID().toString());
    }

    RawRequest put(String path) {
        return bare("PUT", path).with("Content-Type", "application/json").with("If-Match", "\"0\"");
    }

    /** A creation by a scheme administrator. */
    RawRequest schemeAdmin(String path) {
        return post(path).replacing("Authorization", "Bearer " + Tokens.of("a scheme administrator", "scheme-admin"));
    }

    /** A new draft with one answer. */
    RawRequest answer(String question, String json) {
        return answers("{\"" + question + "\":" + json + "}");
    }

    RawRequest answers(String json) {
        return post("/applications")
                .body("{\"scheme\":\"rth\",\"organisation\":\"" + organisation + "\",\"answers\":" + json + "}");
    }

    /** A change of the claim. */
    RawRequest claimChange(String month, String paid, String report) {
        return put("/applications/" + grant + "/claims/" + claim)
                .body("{\"lines\":[{\"month\":" + month + ",\"paid\":" + paid + "}],\"report\":" + report + "}");
    }

    RawRequest uploadToClaim(String query, byte[] content) {
        return post("/applications/" + grant + "/claims/" + claim + "/papers?" + query)
                .replacing("Content-Type", "application/pdf")
                .body(content);
    }

    RawRequest upload(String query, byte[] content) {
        return post("/applications/" + draft + "/papers?" + query)
                .replacing("Content-Type", "application/pdf")
                .body(content);
    }
}
