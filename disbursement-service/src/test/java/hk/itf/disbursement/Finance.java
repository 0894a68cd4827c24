package hk.itf.disbursement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import hk.itf.infra.testkit.Tokens;
import hk.itf.model.id.OrganisationId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.id.Uuids;
import hk.itf.model.money.Money;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Acts of finance staff and applicants, through the REST API. */
public final class Finance {

    private Finance() {}

    public static RequestSpecification as(String person, String... roles) {
        return given().auth()
                .oauth2(Tokens.of(person, roles))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", Uuids.next().toString());
    }

    public static String json(Money amount) {
        return "{\"amount\":\"%s\",\"currency\":\"HKD\"}".formatted(amount.amount());
    }

    public static JsonPath read(String path) {
        return as("auditor", "auditor")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Proposes a top-up and opens the envelope if there is none. */
    public static Proposal propose(String scheme, String year, Money amount) {
        var body = as("controller one", "fund-controller")
                .body("{\"scheme\":\"%s\",\"financialYear\":\"%s\",\"amount\":%s,\"reason\":\"a test\"}"
                        .formatted(scheme, year, json(amount)))
                .post("/envelopes")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Proposal(body.getString("id"), body.getString("topUps[-1].id"));
    }

    /** A proposed top-up, which another person confirms. */
    public record Proposal(String envelope, String topUp) {

        public Response confirmAs(String person) {
            return as(person, "fund-controller").post("/envelopes/" + envelope + "/top-ups/" + topUp + "/confirmation");
        }

        public Response withdrawAs(String person) {
            return as(person, "fund-controller")
                    .body("{\"reason\":\"A mistake\"}")
                    .post("/envelopes/" + envelope + "/top-ups/" + topUp + "/withdrawal");
        }
    }

    /** Proposes the carry-over of an envelope. */
    public static CarryOver proposeCarryOver(String envelope) {
        return new CarryOver(
                envelope,
                tryToCarryOver(envelope).then().statusCode(201).extract().path("carryOvers[-1].id"));
    }

    public static Response tryToCarryOver(String envelope) {
        return as("controller one", "fund-controller")
                .body("{\"reason\":\"Year end\"}")
                .post("/envelopes/" + envelope + "/carry-overs");
    }

    /** A proposed carry-over, which another person confirms. */
    public record CarryOver(String envelope, String carryOver) {

        public Response confirmAs(String person) {
            return confirmAs(
                    person,
                    as("auditor", "auditor").get("/envelopes/" + envelope).getHeader("ETag"));
        }

        public Response confirmAs(String person, String etag) {
            return as(person, "fund-controller")
                    .header("If-Match", etag)
                    .post("/envelopes/" + envelope + "/carry-overs/" + carryOver + "/confirmation");
        }

        public Response withdrawAs(String person) {
            return as(person, "fund-controller")
                    .body("{\"reason\":\"A mistake\"}")
                    .post("/envelopes/" + envelope + "/carry-overs/" + carryOver + "/withdrawal");
        }
    }

    public static String fund(String scheme, String year, Money amount) {
        var proposal = propose(scheme, year, amount);
        proposal.confirmAs("controller two").then().statusCode(200);
        return proposal.envelope();
    }

    public static Response filePayee(OrganisationId organisation, String accountNumber) {
        return given().auth()
                .oauth2(Tokens.of("applicant", organisation, "applicant"))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", Uuids.next().toString())
                .body("{\"holder\":\"A Company\",\"bankCode\":\"024\",\"accountNumber\":\"%s\"}"
                        .formatted(accountNumber))
                .post("/organisations/" + organisation + "/payees");
    }

    public static Response verifyPayee(OrganisationId organisation, int number, String person) {
        return as(person, "payee-verifier")
                .body("{\"evidence\":\"a bank letter\"}")
                .post("/organisations/" + organisation + "/payees/" + number + "/verification");
    }

    public static Response prepare(TrancheId tranche, String person) {
        return as(person, "finance-preparer")
                .header("If-Match", etag(tranche))
                .post("/tranches/" + tranche + "/preparation");
    }

    public static Response release(TrancheId tranche, String person) {
        return release(tranche, person, etag(tranche));
    }

    public static Response release(TrancheId tranche, String person, String etag) {
        return as(person, "finance-releaser").header("If-Match", etag).post("/tranches/" + tranche + "/release");
    }

    /** The only receivable of a grant. */
    public static Owed owedBy(GrantStory story) {
        var owed = read("/receivables?organisation=" + story.organisation)
                .getList("items.findAll { it.grant == '" + story.grant + "' }.id", String.class);
        assertThat(owed).hasSize(1);
        return new Owed(owed.getFirst());
    }

    /** A receivable and the acts of finance staff on it. */
    public record Owed(String id) {

        public JsonPath read() {
            return Finance.read("/receivables/" + id);
        }

        public String outstanding() {
            return read().getString("outstanding.amount");
        }

        public String etag() {
            return as("auditor", "auditor").get("/receivables/" + id).getHeader("ETag");
        }

        public Response record(Money amount, String reference) {
            return as("preparer", "finance-preparer")
                    .header("If-Match", etag())
                    .body("{\"amount\":%s,\"valueDate\":\"2026-01-05\",\"bankReference\":\"%s\"}"
                            .formatted(json(amount), reference))
                    .post("/receivables/" + id + "/cash");
        }

        public Response confirmCash(String person) {
            return confirm(person, "cash");
        }

        public void pay(Money amount, String reference) {
            record(amount, reference).then().statusCode(201);
            confirmCash("releaser").then().statusCode(200);
        }

        public Response setOff(TrancheId tranche, Money amount, String person) {
            return as(person, "finance-preparer")
                    .header("If-Match", etag())
                    .body("{\"tranche\":\"%s\",\"amount\":%s}".formatted(tranche, json(amount)))
                    .post("/receivables/" + id + "/set-off");
        }

        public Response confirmSetOff(String person) {
            return confirm(person, "set-off");
        }

        /** Withdraws the newest proposal, cash or set-off. */
        public Response withdraw(String how, String person, String role) {
            var current = as("auditor", "auditor").get("/receivables/" + id);
            return as(person, role)
                    .header("If-Match", current.header("ETag"))
                    .body("{\"reason\":\"A mistake\"}")
                    .post("/receivables/" + id + "/" + how + "/" + current.path("recoveries[-1].id") + "/withdrawal");
        }

        /** Confirms the newest proposal. */
        private Response confirm(String person, String how) {
            var current = as("auditor", "auditor").get("/receivables/" + id);
            return as(person, "finance-releaser")
                    .header("If-Match", current.header("ETag"))
                    .post("/receivables/" + id + "/" + how + "/" + current.path("recoveries[-1].id") + "/confirmation");
        }
    }

    public static String etag(TrancheId tranche) {
        return as("auditor", "auditor").get("/tranches/" + tranche).getHeader("ETag");
    }

    public static String statusOf(TrancheId tranche) {
        return read("/tranches/" + tranche).getString("status");
    }

    /** Requires that all laws of money hold and the books add up to zero; called after every test that moves money. */
    public static void requireCoherence() {
        var proof = read("/coherence");
        assertThat(proof.getBoolean("coherent")).as(proof::prettify).isTrue();
        // The books list every account, and to parse them takes longer than to compute them.
        assertThat(as("auditor", "auditor").get("/books").asString()).contains("\"balanced\":true");
    }
}
