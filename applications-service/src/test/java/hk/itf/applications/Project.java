package hk.itf.applications;

import static hk.itf.applications.Applicant.hkd;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import hk.itf.applications.claim.ClaimView;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.json.Json;
import hk.itf.model.scheme.value.SchemeRef;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A running project with several tranches, and its claims, through the public API. */
public final class Project {

    private final Applicant people;
    private final String id;

    private Project(Applicant people, String id) {
        this.people = people;
        this.id = id;
    }

    /**
     * A project of an R&D Centre that costs 10,000,000. Companies sponsor 1,000,000. The fund pays three tranches:
     * 3,600,000 at the start, 3,600,000 after half of the months against a report, and 1,800,000 at the end against a
     * report and accounts.
     */
    public static Project sponsored(SimulatedFund fund, LocalDate commencement, int months) {
        return running(
                fund,
                SchemeRef.of("itsp-platform", 1),
                "RD_CENTRE",
                "9000000.00",
                Map.of(
                        "title",
                        "A crane that sees",
                        "abstract",
                        "A harbour crane finds its load by itself.",
                        "deliverables",
                        "A prototype that lifts 40 tonnes.",
                        "key-people",
                        "Chan Tai Man leads a team of four.",
                        "commencement",
                        commencement.toString(),
                        "months",
                        months,
                        "cost",
                        hkd("10000000.00"),
                        "waiver",
                        false,
                        "sponsors",
                        List.of(Map.of(
                                "company",
                                "Harbour Robotics Limited",
                                "is-company",
                                true,
                                "cash",
                                hkd("600000.00"),
                                "in-kind",
                                hkd("400000.00")))));
    }

    /**
     * A university's project of 60,000,000 with 20,000,000 of matching money: 40,000,000 in instalments of 12,000,000 at the
     * start, 16,000,000 after half of the months, 12,000,000 at the end, each against half as much of matching money.
     */
    public static Project matched(SimulatedFund fund, LocalDate commencement, int months) {
        var today = TestClock.today();
        Applicant.withRole("a-scheme-admin", "scheme-admin")
                .keyedRequest()
                .body(Map.of(
                        "id",
                        "project-call",
                        "opens",
                        today.toString(),
                        "closes",
                        today.plusYears(100).toString()))
                .post("/schemes/raise-plus/calls")
                .then()
                .statusCode(anyOf(is(201), is(409))); // one for all tests of a run, also those that move time far
        return running(
                fund,
                SchemeRef.of("raise-plus", 1),
                "UNIVERSITY",
                "40000000.00",
                Map.ofEntries(
                        Map.entry("title", "A crane that sees"),
                        Map.entry("plan", "First a prototype, then a company."),
                        Map.entry("key-people", "Chan Tai Man leads a team of four."),
                        Map.entry("team-ip-share", 70),
                        Map.entry("entry", "stage-1"),
                        Map.entry("commencement", commencement.toString()),
                        Map.entry("months", months),
                        Map.entry("cost", hkd("60000000.00")),
                        Map.entry("industry-cash", hkd("12000000.00")),
                        Map.entry("university-cash", hkd("8000000.00"))));
    }

    /**
     * A trial production of a company with a budget of 400,000. The fund pays half: 180,000 for the costs of the budget
     * rows, and 20,000 after a milestone.
     */
    public static Project budgeted(SimulatedFund fund, LocalDate commencement, int months) {
        return running(
                fund,
                SchemeRef.of("trial-production", 1),
                "COMPANY",
                "200000.00",
                Map.of(
                        "product",
                        "A harbour crane that loads itself.",
                        "commencement",
                        commencement.toString(),
                        "months",
                        months,
                        "budget",
                        List.of(Map.of("item", "Steel", "cost", hkd("400000.00")))));
    }

    private static Project running(
            SimulatedFund fund, SchemeRef scheme, String kind, String awarded, Map<String, Object> answers) {
        var people = Applicant.somebody();
        var organisation = people.keyedRequest()
                .body(Map.of("name", "Crane Institute", "kind", kind))
                .post("/organisations")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var id = people.keyedRequest()
                .body(Map.of("scheme", scheme.id().value(), "organisation", organisation, "answers", answers))
                .post("/applications")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        people.submit(id).then().statusCode(201).body("entitlement.amount.amount", equalTo(awarded));
        fund.approveAndOffer(id, scheme, awarded, people);
        people.awaitStatus(id, "OFFERED");
        people.accept(id).then().statusCode(200);
        return new Project(people, id);
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

    public Response draft(String kind, int instalment, List<Map<String, Object>> lines) {
        return people.keyedRequest()
                .body(Map.of("tranche", tranche(instalment), "kind", kind, "lines", lines, "report", "As planned."))
                .post("/applications/" + id + "/claims");
    }

    /** Drafts and submits a claim. */
    public ClaimView fileClaim(String kind, int instalment, List<Map<String, Object>> lines) {
        var draft =
                draft(kind, instalment, lines).then().statusCode(201).extract().<String>path("id");
        people.attachMissingDocuments(id, draft);
        return Json.read(
                people.keyedRequest()
                        .header("If-Match", people.claimTag(id, draft))
                        .post("/applications/" + id + "/claims/" + draft + "/submission")
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("SUBMITTED"))
                        .extract()
                        .asString(),
                ClaimView.class);
    }

    public ValidatableResponse readClaim(ClaimView claim) {
        return people.request()
                .get("/applications/" + id + "/claims/" + claim.id())
                .then();
    }

    public void awaitClaim(ClaimView claim, String status) {
        await().atMost(ofSeconds(10)).untilAsserted(() -> readClaim(claim).body("status", equalTo(status)));
    }

    public void awaitTranche(int number, String status) {
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> read().body("tranches[%d].status".formatted(number - 1), equalTo(status)));
    }

    /** One claim line with an amount in dollars. */
    public static List<Map<String, Object>> paid(String amount) {
        return List.of(Map.of("paid", hkd(amount)));
    }
}
