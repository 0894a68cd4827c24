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
        fund = SimulatedFund.speaking();
        organisation = ada.registersOrganisation();
        grant = draft(TODAY, 3);
        ada.submits(grant).then().statusCode(201);
        fund.bringsToOffer(grant, SchemeRef.of("shared-rooms", 1), "9000.00", ada);
        ada.waitsUntil(grant, "OFFERED");
        ada.accepts(grant).then().statusCode(200);
    }

    @AfterEach
    void closeFund() {
        fund.close();
    }

    @Test
    void reservesQuotaAtSubmissionAndKeepsItInForce() {
        var longer = submits(TODAY.plusMonths(5));
        var next = draft(TODAY.plusMonths(4), 1);
        ada.submits(next)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:allowance-exceeded"))
                .body("errors.code", contains("one-at-a-time"));
        fund.amends(grant, longer);
        waitsUntil(longer, AmendmentStatus.IN_FORCE);
        ada.submits(next).then().statusCode(422);
        ada.submits(draft(TODAY.plusMonths(5).plusDays(1), 1)).then().statusCode(201);
    }

    @Test
    void returnsQuotaOfDeclinedVariation() {
        var longer = submits(TODAY.plusMonths(5));
        fund.declines(longer);
        waitsUntil(longer, AmendmentStatus.DECLINED);
        ada.submits(draft(TODAY.plusMonths(4), 1)).then().statusCode(201);

        drafts(TODAY.plusMonths(5))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:itf:problem:allowance-exceeded"))
                .body("errors.pointer", contains("/milestones"))
                .body("errors.code", contains("one-at-a-time"));
        drafts(TODAY.plusMonths(4).minusDays(1)).then().statusCode(201);
    }

    @Test
    void refusesSubmissionAfterQuotaWasTaken() {
        var draft = drafts(TODAY.plusMonths(5)).then().statusCode(201).extract().<String>path("id");
        ada.submits(draft(TODAY.plusMonths(4), 1)).then().statusCode(201);
        act(draft, "submission").then().statusCode(422).body("type", equalTo("urn:itf:problem:allowance-exceeded"));
    }

    @Test
    void checksEligibilityAndReturnsQuotaOfWithdrawnVariation() {
        drafts(TODAY.plusMonths(9)).then().statusCode(422).body("type", equalTo("urn:itf:problem:not-eligible"));
        drafts(TODAY.plusMonths(12))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:itf:problem:milestones-do-not-fit"));
        var longer = submits(TODAY.plusMonths(9).minusDays(1));
        ada.does()
                .header("If-Match", "\"" + longer.version() + "\"")
                .post(path() + "/" + longer.id() + "/withdrawal")
                .then()
                .statusCode(200);
        ada.submits(draft(TODAY.plusMonths(3), 6)).then().statusCode(201);
    }

    @Test
    void shortenedGrantReturnsQuota() {
        var next = draft(TODAY.plusMonths(2), 1);
        ada.submits(next).then().statusCode(422);
        var shorter = submits(TODAY.plusMonths(2).minusDays(1));
        ada.submits(next).then().statusCode(422);
        fund.amends(grant, shorter);
        waitsUntil(shorter, AmendmentStatus.IN_FORCE);
        ada.submits(next).then().statusCode(201);
    }

    private String draft(LocalDate starts, int months) {
        return ada.does()
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

    private Response drafts(LocalDate lastDay) {
        return ada.does()
                .body(Map.of(
                        "kind",
                        "VARIATION",
                        "milestones",
                        List.of(Map.of(
                                "tranche",
                                ada.reads(grant).<String>path("tranches[0].id"),
                                "lastDay",
                                lastDay.toString())),
                        "reason",
                        "It takes another time."))
                .post(path());
    }

    private AmendmentView submits(LocalDate lastDay) {
        var draft = drafts(lastDay).then().statusCode(201).extract().<String>path("id");
        return Json.read(
                act(draft, "submission").then().statusCode(200).extract().asString(), AmendmentView.class);
    }

    private Response act(String amendment, String act) {
        return ada.does().header("If-Match", "\"0\"").post(path() + "/" + amendment + "/" + act);
    }

    private void waitsUntil(AmendmentView amendment, AmendmentStatus status) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(
                                ada.asks().get(path() + "/" + amendment.id()).<String>path("status"))
                        .isEqualTo(status.name()));
    }

    private String path() {
        return "/applications/" + grant + "/amendments";
    }
}
