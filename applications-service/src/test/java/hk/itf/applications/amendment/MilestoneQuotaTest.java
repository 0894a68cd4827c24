package hk.itf.applications.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.applications.Applicant;
import hk.itf.applications.SimulatedFund;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.json.Json;
import hk.itf.model.scheme.value.SchemeRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uses a scheme of its own: one project at a time per room, for at most nine months. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class MilestoneQuotaTest {

    private static final LocalDate TODAY = TestClock.today();

    private final Applicant ada = Applicant.somebody();
    private final String room = "Room " + UUID.randomUUID();
    private SimulatedFund fund;
    private String organisation;
    private String grant;

    @BeforeEach
    void startGrantOfThreeMonths() {
        fund = SimulatedFund.open();
        organisation = ada.registerOrganisation();
        grant = draft(TODAY, 3);
        ada.submit(grant).then().statusCode(201);
        fund.approveAndOffer(grant, SchemeRef.of("shared-rooms", 1), "9000.00", ada);
        ada.awaitStatus(grant, "OFFERED");
        ada.accept(grant).then().statusCode(200);
    }

    @AfterEach
    void closeFund() {
        fund.close();
    }

    @Test
    void reservesQuotaAtSubmissionAndKeepsItInForce() {
        var longer = submit(TODAY.plusMonths(5));
        var next = draft(TODAY.plusMonths(4), 1);
        ada.submit(next)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:allowance-exceeded"))
                .body("errors.code", contains("one-at-a-time"));
        fund.amend(grant, longer);
        awaitStatus(longer, AmendmentStatus.IN_FORCE);
        ada.submit(next).then().statusCode(422);
        ada.submit(draft(TODAY.plusMonths(5).plusDays(1), 1)).then().statusCode(201);
    }

    @Test
    void returnsQuotaOfDeclinedVariation() {
        var longer = submit(TODAY.plusMonths(5));
        fund.decline(longer);
        awaitStatus(longer, AmendmentStatus.DECLINED);
        ada.submit(draft(TODAY.plusMonths(4), 1)).then().statusCode(201);

        draft(TODAY.plusMonths(5))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:allowance-exceeded"))
                .body("errors.pointer", contains("/milestones"))
                .body("errors.code", contains("one-at-a-time"));
        draft(TODAY.plusMonths(4).minusDays(1)).then().statusCode(201);
    }

    @Test
    void refusesSubmissionAfterQuotaWasTaken() {
        var draft = draft(TODAY.plusMonths(5)).then().statusCode(201).extract().<String>path("id");
        ada.submit(draft(TODAY.plusMonths(4), 1)).then().statusCode(201);
        act(draft, "submission").then().statusCode(422).body("type", equalTo("urn:itf:problem:allowance-exceeded"));
    }

    @Test
    void checksEligibilityAndReturnsQuotaOfWithdrawnVariation() {
        draft(TODAY.plusMonths(9)).then().statusCode(422).body("type", equalTo("urn:itf:problem:not-eligible"));
        draft(TODAY.plusMonths(12))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:itf:problem:milestones-do-not-fit"));
        var longer = submit(TODAY.plusMonths(9).minusDays(1));
        ada.keyedRequest()
                .header("If-Match", "\"" + longer.version() + "\"")
                .post(path() + "/" + longer.id() + "/withdrawal")
                .then()
                .statusCode(200);
        ada.submit(draft(TODAY.plusMonths(3), 6)).then().statusCode(201);
    }

    @Test
    void shortenedGrantReturnsQuota() {
        var next = draft(TODAY.plusMonths(2), 1);
        ada.submit(next).then().statusCode(422);
        var shorter = submit(TODAY.plusMonths(2).minusDays(1));
        ada.submit(next).then().statusCode(422);
        fund.amend(grant, shorter);
        awaitStatus(shorter, AmendmentStatus.IN_FORCE);
        ada.submit(next).then().statusCode(201);
    }

    private String draft(LocalDate starts, int months) {
        return ada.keyedRequest()
                .body(Map.of(
                        "scheme",
                        "shared-rooms",
                        "organisation",
                        organisation,
                        "answers",
                        Map.of("room", room, "use", "To think.", "starts", starts.toString(), "months", months)))
                .post("/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response draft(LocalDate lastDay) {
        return ada.keyedRequest()
                .body(Map.of(
                        "kind",
                        "VARIATION",
                        "milestones",
                        List.of(Map.of(
                                "tranche",
                                ada.read(grant).<String>path("tranches[0].id"),
                                "lastDay",
                                lastDay.toString())),
                        "reason",
                        "It takes another time."))
                .post(path());
    }

    private AmendmentView submit(LocalDate lastDay) {
        var draft = draft(lastDay).then().statusCode(201).extract().<String>path("id");
        return Json.read(
                act(draft, "submission").then().statusCode(200).extract().asString(), AmendmentView.class);
    }

    private Response act(String amendment, String act) {
        return ada.keyedRequest().header("If-Match", "\"0\"").post(path() + "/" + amendment + "/" + act);
    }

    private void awaitStatus(AmendmentView amendment, AmendmentStatus status) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(
                                ada.request().get(path() + "/" + amendment.id()).<String>path("status"))
                        .isEqualTo(status.name()));
    }

    private String path() {
        return "/applications/" + grant + "/amendments";
    }
}
