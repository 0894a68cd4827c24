package hk.itf.applications.training;

import static hk.itf.applications.training.Company.line;
import static hk.itf.applications.training.Company.trainee;
import static hk.itf.applications.training.Company.training;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import hk.itf.applications.Assessment;
import hk.itf.infra.testkit.OwnTime;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.id.TrancheId;
import hk.itf.model.scheme.SchemeRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OwnTime.class)
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class TrainingGrantTest {

    private static final SchemeRef NITTP = SchemeRef.of("nittp", 1);

    private Company company;
    private Assessment fund;

    @BeforeEach
    void aCompanyAndTheFund() {
        company = new Company();
        fund = Assessment.speaking();
    }

    @AfterEach
    void theFundHangsUp() {
        fund.close();
    }

    @Test
    void anApprovedCourseIsAnEntryThatAnybodyCanSee() {
        var course = company.registersCourse(fund, "20000.00");
        company.people()
                .asks()
                .get("/registers/nittp-course")
                .then()
                .statusCode(200)
                .body("items.reference", hasItem(course))
                .body("items.find { it.reference == '" + course + "' }.facts.ceiling.amount", equalTo("20000.00"))
                .body("items.find { it.reference == '" + course + "' }.facts.content", nullValue());
        company.people().asks().get("/registers/no-such").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void aCourseFourMonthsAheadIsInTimeAndALaterOneIsNot() {
        var late = new java.util.HashMap<>(company.course("20000.00"));
        late.put("first-commencement", TestClock.today().plusMonths(3).toString());
        var id = company.drafted("nittp-course", late);
        company.people()
                .submits(id)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:too-late"))
                .body("errors.pointer", contains("/answers/first-commencement"));
    }

    @Test
    void anUnknownCourseIsNamed() {
        company.drafts("nittp", training("NTC-1999-000001", company.commences(), List.of(trainee("27000.00"))))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/answers/course"))
                .body("errors.code", contains("not-registered"));
    }

    @Test
    void everyFaultOfEveryRowIsNamed() {
        var broken = trainee("27000.00");
        broken.put("fee", "a lot");
        broken.remove("full-time");
        broken.put("shoe-size", 42);
        company.drafts("nittp", Map.of("trainees", List.of(trainee("1.00"), broken)))
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        org.hamcrest.Matchers.containsInAnyOrder(
                                "/answers/trainees/1/fee",
                                "/answers/trainees/1/full-time",
                                "/answers/trainees/1/shoe-size"));
    }

    @Test
    void aFeeOf27000IsGranted18000AndHalfOfItIsPaidInAdvance() {
        var id = running(List.of(trainee("27000.00")), "18000.00");
        var tranche = tranche(id);
        company.people()
                .reads(id)
                .then()
                .body("tranches[0].amount.amount", equalTo("18000.00"))
                .body("tranches[0].advanceAvailable.amount", equalTo("9000.00"));

        var advance = claims(id, tranche, "ADVANCE", List.of(), "9000.00");
        submits(id, advance);
        fund.acceptsAdvance(id, advance, tranche, "9000.00", "9000.00");
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> company.people()
                        .reads(id)
                        .then()
                        .body("tranches", hasSize(2))
                        .body("tranches.amount.amount", contains("9000.00", "9000.00"))
                        .body(
                                "tranches[1].id",
                                equalTo(TrancheId.of(tranche).advance().toString()))
                        .body("tranches[1].advanceOf", equalTo(tranche))
                        .body("tranches[0].advanceAvailable", nullValue()));
        fund.pays(id, TrancheId.of(tranche).advance().toString(), "9000.00");

        drafts(id, tranche, "ADVANCE", List.of())
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:no-advance"));
        afterTheCourse();
        var payment = claims(id, tranche, "PAYMENT", List.of(line(1, "27000.00", 6, 8)), "18000.00");
        company.people()
                .asks()
                .get("/applications/" + id + "/claims/" + payment)
                .then()
                .body("lines[0].rules.passed", contains(true, true));
        submits(id, payment);
    }

    @Test
    void oneTraineeOfThreeWhoMissedTooMuchIsTheOnlyLineThatFails() {
        var id = running(List.of(trainee("27000.00"), trainee("27000.00"), trainee("27000.00")), "54000.00");
        afterTheCourse();
        var claim = claims(
                id,
                tranche(id),
                "PAYMENT",
                List.of(line(1, "27000.00", 6, 8), line(2, "27000.00", 5, 8), line(3, "20000.00", 8, 8)),
                "49333.33");
        company.people()
                .asks()
                .get("/applications/" + id + "/claims/" + claim)
                .then()
                .body("lines.claimed.amount", contains("18000.00", "18000.00", "13333.33"))
                .body("lines.rules.collect { it[0].passed }", contains(true, false, true))
                .body("lines[1].rules[0].rule", equalTo("attendance"));
    }

    @Test
    void aLineWithoutItsEvidenceIsNamed() {
        var id = running(List.of(trainee("27000.00")), "18000.00");
        afterTheCourse();
        drafts(
                        id,
                        tranche(id),
                        "PAYMENT",
                        List.of(Map.of(
                                "row",
                                7,
                                "paid",
                                Map.of("amount", "1.00", "currency", "HKD"),
                                "evidence",
                                Map.of("attended", -1, "mood", "good"))))
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        org.hamcrest.Matchers.containsInAnyOrder(
                                "/lines/0/row",
                                "/lines/0/evidence/attended",
                                "/lines/0/evidence/mood",
                                "/lines/0/evidence/lessons",
                                "/lines/0/evidence/fees-confirmed"));
    }

    @Test
    void aSecondGrantOfTheYearGetsWhatIsLeftAndAThirdNothing() {
        var course = company.registersCourse(fund, "500000.00");
        submitted(course, company.commences(), "600000.00")
                .then()
                .body("entitlement.amount.amount", equalTo("400000.00"));
        submitted(course, company.commences(), "600000.00")
                .then()
                .body("entitlement.amount.amount", equalTo("100000.00"))
                .body("entitlement.lines.text", hasItem("what is left of grants-in-year"));
        var third = company.drafted("nittp", training(course, company.commences(), List.of(trainee("3000.00"))));
        company.people()
                .submits(third)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:allowance-exceeded"))
                .body("errors[0].code", equalTo("grants-in-year"));
        submitted(course, company.commences().plusYears(1), "3000.00")
                .then()
                .body("entitlement.amount.amount", equalTo("2000.00"));
    }

    @Test
    void whatWasNotPaidIsLeftForTheYearAgain() {
        var id = running(List.of(trainee("600000.00")), "400000.00");
        fund.closes(id, "150000.00");
        company.people().waitsUntil(id, "COMPLETED");
        var course = company.registersCourse(fund, "500000.00");
        submitted(course, company.commences(), "600000.00")
                .then()
                .body("entitlement.amount.amount", equalTo("350000.00"));
    }

    @Test
    void theGranteeSeesWhatIsOwedAndWhatCameBack() {
        var id = running(List.of(trainee("27000.00")), "18000.00");
        var tranche = tranche(id);
        fund.raisesDebt(id, tranche, "9000.00");
        fund.settlesDebt(id, tranche, "4000.00", "5000.00");
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> company.people()
                        .reads(id)
                        .then()
                        .body("debts", hasSize(1))
                        .body("debts[0].raised.amount", equalTo("9000.00"))
                        .body("debts[0].outstanding.amount", equalTo("5000.00"))
                        .body("debts[0].dueBy", equalTo("2027-12-31")));
        company.people().asks().get("/notices").then().body("items.kind", hasItem("money-owed"));
    }

    @Test
    void theVersionThatNobodyDatedIsNotInForce() {
        company.people().asks().get("/schemes/nittp").then().body("scheme.version", equalTo(1));
        company.people()
                .asks()
                .get("/schemes")
                .then()
                .body("findAll { it.scheme.id == 'nittp' }.from", contains("2018-08-01", null));
    }

    /** A running grant of one tranche. */
    private String running(List<Map<String, Object>> trainees, String awarded) {
        var course = company.registersCourse(fund, "400000.00");
        var id = company.drafted("nittp", training(course, company.commences(), trainees));
        company.people()
                .submits(id)
                .then()
                .statusCode(201)
                .body("entitlement.amount.amount", equalTo(awarded))
                .body("answers", not(nullValue()));
        fund.bringsToOffer(id, NITTP, awarded, company.people());
        company.people().waitsUntil(id, "OFFERED");
        company.people()
                .does()
                .header("If-Match", company.people().reads(id).header("ETag"))
                .post("/applications/" + id + "/acceptance")
                .then()
                .statusCode(200);
        return id;
    }

    private io.restassured.response.Response submitted(String course, LocalDate commences, String fee) {
        var id = company.drafted("nittp", training(course, commences, List.of(trainee(fee))));
        var answer = company.people().submits(id);
        answer.then().statusCode(201);
        return answer;
    }

    private String tranche(String id) {
        return company.people().reads(id).path("tranches[0].id");
    }

    private io.restassured.response.Response drafts(
            String id, String tranche, String kind, List<Map<String, Object>> lines) {
        return company.people()
                .does()
                .body(Map.of("tranche", tranche, "kind", kind, "lines", lines, "report", "As agreed."))
                .post("/applications/" + id + "/claims");
    }

    private String claims(String id, String tranche, String kind, List<Map<String, Object>> lines, String claimed) {
        return drafts(id, tranche, kind, lines)
                .then()
                .statusCode(201)
                .body("claimed.amount", equalTo(claimed))
                .extract()
                .path("id");
    }

    private void submits(String id, String claim) {
        company.people()
                .does()
                .header("If-Match", "\"0\"")
                .post("/applications/" + id + "/claims/" + claim + "/submission")
                .then()
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"));
    }

    private void afterTheCourse() {
        TestClock.advance(Duration.ofDays(
                ChronoUnit.DAYS.between(TestClock.today(), company.commences().plusMonths(1)) + 2));
    }
}
