package hk.itf.applications.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import hk.itf.applications.Applicant;
import hk.itf.applications.SimulatedFund;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.TestClock;
import hk.itf.model.event.ApplicationEvent.AmendmentResubmitted;
import hk.itf.model.json.Json;
import hk.itf.model.money.Money;
import hk.itf.model.scheme.question.QuestionId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class ClarifiedAmendmentTest {

    @Inject
    EntityManager database;

    private SimulatedFund fund;
    private RunningGrant grant;

    @BeforeEach
    void startGrant() {
        fund = SimulatedFund.open();
        grant = RunningGrant.of200000(fund);
    }

    @AfterEach
    void closeFund() {
        fund.close();
    }

    @Test
    void resubmissionCarriesChangesAndAnswer() {
        var sentBack = sentBack();
        changes(sentBack, with(Map.of("answers", Map.of("months", 9)), "reason", "Longer."))
                .statusCode(400)
                .body("type", equalTo("urn:itf:problem:not-changeable"))
                .body("errors.pointer", contains("/answers/months"));
        changes(sentBack, Map.of("reason", "Nothing.")).statusCode(400);
        changes(sentBack, with(Map.of("lastDay", TestClock.today().toString()), "reason", "It ends."))
                .statusCode(400)
                .body("errors.pointer", contains("/lastDay"));
        changes(sentBack, with(budget("300000.00"), "reason", "Steel.", "answer", ""))
                .statusCode(400)
                .body("errors.pointer", contains("/answer"));
        changes(sentBack, with(budget("300000.00"), "reason", "Steel.", "answer", "x".repeat(2001)))
                .statusCode(400)
                .body("errors.pointer", contains("/answer"));
        assertThat(grant.read(sentBack)).isEqualTo(sentBack);

        var changed = grant.changes(
                        grant.people(),
                        sentBack,
                        sentBack.version(),
                        with(budget("300000.00"), "reason", "Steel is cheap.", "answer", "Half the steel is enough."))
                .then()
                .statusCode(200)
                .body("status", equalTo("CLARIFYING"))
                .body("clarification", equalTo("How much steel?"))
                .body("answer", equalTo("Half the steel is enough."))
                .body("awarded.amount", equalTo("150000.00"))
                .extract()
                .<Integer>path("version");

        grant.acts(grant.people(), sentBack, changed, "submission")
                .then()
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"))
                .body("revision", equalTo(2));
        var filing = resubmitted().filing();
        assertThat(filing.reason()).isEqualTo("Steel is cheap.\n\nHalf the steel is enough.");
        assertThat(filing.awarded()).isEqualTo(Money.hkd(150_000));
        assertThat(filing.plan().total()).isEqualTo(Money.hkd(150_000));
        assertThat(filing.changes()).isNotNull();
        assertThat(filing.changes().has(QuestionId.of("budget"))).isTrue();
    }

    @Test
    void onlyGranteeChangesAmendmentBeforeSubmission() {
        var draft = Json.read(grant.draft("VARIATION", budget("100000.00")).asString(), AmendmentView.class);
        grant.changes(grant.people(), draft, 0, with(budget("300000.00"), "reason", "Steel.", "answer", "Half."))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/answer"));
        grant.changes(grant.people(), draft, 0, with(budget("300000.00"), "reason", "Steel."))
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("reason", equalTo("Steel."))
                .body("awarded.amount", equalTo("150000.00"));

        var submitted = Json.read(
                grant.acts(grant.people(), draft, 1, "submission")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString(),
                AmendmentView.class);
        var steel = with(budget("300000.00"), "reason", "Steel.");
        grant.changes(grant.people(), submitted, submitted.version(), steel)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:itf:problem:not-editable"));
        grant.changes(grant.people(), submitted, 7, steel).then().statusCode(412);
        grant.changes(Applicant.somebody(), submitted, submitted.version(), steel)
                .then()
                .statusCode(404);
    }

    private io.restassured.response.ValidatableResponse changes(AmendmentView amendment, Map<String, Object> body) {
        return grant.changes(grant.people(), amendment, amendment.version(), body)
                .then();
    }

    private AmendmentView sentBack() {
        var submitted = grant.submit("VARIATION", budget("100000.00"));
        fund.requestClarification(submitted, "How much steel?");
        grant.awaitStatus(submitted, AmendmentStatus.CLARIFYING);
        return grant.read(submitted);
    }

    private AmendmentResubmitted resubmitted() {
        var body = QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery(
                        "select cast(body as text) from event_log where aggregate_id = :id and event_type = 'itf.amendment.resubmitted.v1'",
                        String.class)
                .setParameter("id", grant.id())
                .getSingleResult());
        return Json.read(body, AmendmentResubmitted.class);
    }

    private static Map<String, Object> budget(String cost) {
        return Map.of("answers", Map.of("budget", RunningGrant.budget(cost)));
    }

    private static Map<String, Object> with(Map<String, Object> content, String... texts) {
        var body = new HashMap<>(content);
        for (var i = 0; i < texts.length; i += 2) {
            body.put(texts[i], texts[i + 1]);
        }
        return body;
    }
}
