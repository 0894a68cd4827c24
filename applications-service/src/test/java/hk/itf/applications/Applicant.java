package hk.itf.applications;

import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import hk.itf.infra.clock.HongKong;
import hk.itf.infra.testkit.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An applicant's client: reaches every state through the public API, as a person would. */
public final class Applicant {

    private final String name;
    private final String token;

    private Applicant(String name, String role) {
        this.name = name;
        this.token = Tokens.of(name, role);
    }

    public static Applicant named(String name) {
        return new Applicant(name, "applicant");
    }

    /** Who acts on applications without being an applicant. */
    public static Applicant withRole(String name, String role) {
        return new Applicant(name, role);
    }

    /** Somebody nobody else in the test run is. */
    public static Applicant somebody() {
        return new Applicant("somebody-" + UUID.randomUUID(), "applicant");
    }

    public String name() {
        return name;
    }

    /** For requests that are built by hand. */
    public String token() {
        return token;
    }

    public RequestSpecification request() {
        return given().auth().oauth2(token).contentType("application/json");
    }

    public RequestSpecification keyedRequest() {
        return request().header("Idempotency-Key", UUID.randomUUID().toString());
    }

    public String registerOrganisation() {
        return keyedRequest()
                .body(Map.of("name", "Harbour Robotics Limited", "kind", "COMPANY"))
                .post("/organisations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Makes somebody a submitter of the organisation that filed the application. */
    public void appointSubmitter(Applicant colleague, String application) {
        keyedRequest()
                .body(Map.of("person", Tokens.person(colleague.name()).toString(), "role", "SUBMITTER"))
                .post("/organisations/" + read(application).path("organisation") + "/members")
                .then()
                .statusCode(200);
    }

    public Response draft(String organisation, Map<String, Object> answers) {
        return keyedRequest()
                .body(Map.of("scheme", "rth", "organisation", organisation, "answers", answers))
                .post("/applications");
    }

    /** Attaches a file of its own to a claim. */
    public Response attachToClaim(String application, String claim, String document) {
        return attachToClaim(application, claim, document, "%PDF-1.7 " + UUID.randomUUID());
    }

    public Response attachToClaim(String application, String claim, String document, String pdf) {
        return keyedRequest()
                .contentType("application/pdf")
                .body(pdf.getBytes(StandardCharsets.US_ASCII))
                .post("/applications/" + application + "/claims/" + claim + "/papers?name=proof.pdf&document="
                        + document);
    }

    /** Attaches every document that the claim still misses. */
    public void attachMissingDocuments(String application, String claim) {
        request()
                .get("/applications/" + application + "/claims/" + claim)
                .then()
                .statusCode(200)
                .extract()
                .<List<String>>path("missing.pointer")
                .forEach(pointer -> attachToClaim(application, claim, pointer.substring("/papers/".length()))
                        .then()
                        .statusCode(201));
    }

    /** The entity tag of the current version of a claim. */
    public String claimTag(String application, String claim) {
        return request()
                .get("/applications/" + application + "/claims/" + claim)
                .header("ETag");
    }

    public Response read(String application) {
        return request().get("/applications/" + application);
    }

    public Response submit(String application) {
        return keyedRequest()
                .header("If-Match", read(application).header("ETag"))
                .post("/applications/" + application + "/submission");
    }

    public Response accept(String application) {
        return keyedRequest()
                .header("If-Match", read(application).header("ETag"))
                .post("/applications/" + application + "/acceptance");
    }

    /** Until the events on their way have brought the application there. */
    public void awaitStatus(String application, String status) {
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> read(application).then().body("status", equalTo(status)));
    }

    public void awaitNotice(String kind) {
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> request().get("/notices").then().body("items.kind", hasItem(kind)));
    }

    /** The first day of the month that many months ago, in Hong Kong. */
    public static LocalDate monthsAgo(int months) {
        return LocalDate.now(HongKong.ZONE).minusMonths(months).withDayOfMonth(1);
    }

    /** A submitted application of a new organisation. */
    public String submitted(Map<String, Object> answers) {
        var id = draft(registerOrganisation(), answers)
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        submit(id).then().statusCode(201);
        return id;
    }

    /** A complete and eligible doctoral post above the ceiling. */
    public static Map<String, Object> doctoralPost(LocalDate start, int months) {
        var answers = new HashMap<String, Object>();
        answers.put("stream", "tc");
        answers.put("conducts-rd", true);
        answers.put("substantive-business", true);
        answers.put("registered", true);
        answers.put("subvented", false);
        answers.put("talent-name", "Chan Tai Man");
        answers.put("degree", "doctoral");
        answers.put("degree-stem", true);
        answers.put("degree-origin", "local");
        answers.put("right-to-work", true);
        answers.put("related", false);
        answers.put("open-selection", true);
        answers.put("engagement-start", start.toString());
        answers.put("engagement-months", months);
        answers.put("monthly-salary", hkd("60000.00"));
        answers.put("duties", "Designs the control software of a harbour crane.");
        return answers;
    }

    public static Map<String, String> hkd(String amount) {
        return Map.of("amount", amount, "currency", "HKD");
    }
}
