package hk.itf.applications.reception;

import static hk.itf.applications.Applicant.doctoralPost;
import static io.restassured.RestAssured.given;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import hk.itf.applications.Applicant;
import hk.itf.applications.SimulatedFund;
import hk.itf.infra.testkit.StackResource;
import hk.itf.infra.testkit.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class OperationsTest {

    private static final String PAUSE = "/operations/intake/itf.assessments/pause";

    private final Applicant ada = Applicant.somebody();

    @Inject
    EntityManager database;

    @AfterEach
    void resumeTopics() {
        operator().delete(PAUSE).then().statusCode(200);
        untilInForce(false);
    }

    @Test
    void pausedTopicIsNotReadWhileOthersAre() {
        try (var fund = SimulatedFund.open()) {
            var id = ada.submitted(doctoralPost(Applicant.monthsAgo(4), 12));
            fund.startAssessment(id);
            ada.awaitStatus(id, "IN_ASSESSMENT");
            operator()
                    .body(Map.of("reason", "Looking into a faulty release."))
                    .put(PAUSE)
                    .then()
                    .statusCode(200)
                    .body("paused", equalTo(true));
            untilInForce(true);

            fund.approve(id);
            fund.commit(id);
            await().atMost(ofSeconds(10))
                    .untilAsserted(() ->
                            operator().get("/operations/waiting-events").then().body("id", hasItem(id)));
            ada.read(id).then().body("status", equalTo("IN_ASSESSMENT"));

            operator().delete(PAUSE).then().statusCode(200);
            ada.awaitStatus(id, "OFFERED");
            operator()
                    .get("/operations/waiting-events")
                    .then()
                    .body("findAll { it.id == '" + id + "' }.size()", equalTo(0));
        }
    }

    @Test
    void refusesPauseOfUnknownTopicOrWithoutReason() {
        operator()
                .body(Map.of("reason", "curious"))
                .put("/operations/intake/itf.applications/pause")
                .then()
                .statusCode(404);
        operator()
                .body(Map.of("reason", " "))
                .put(PAUSE)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        ada.request().body(Map.of("reason", "curious")).put(PAUSE).then().statusCode(403);
        ada.request().get("/operations/intake").then().statusCode(403);
    }

    @Test
    void effectsOfEventBelongToItsTrace() {
        var trace = UUID.randomUUID().toString().replace("-", "");
        try (var fund = SimulatedFund.open()) {
            var id = ada.submitted(doctoralPost(Applicant.monthsAgo(4), 12));
            fund.startAssessment(id);
            fund.approve(id);
            ada.awaitStatus(id, "APPROVED");
            fund.commit(id, "00-" + trace + "-00f067aa0ba902b7-01");
            ada.awaitStatus(id, "OFFERED");

            var offered = QuarkusTransaction.requiringNew()
                    .call(() -> database.createNativeQuery(
                                    "select traceparent from event_log where aggregate_id = :id and event_type like '%offer-made%'")
                            .setParameter("id", id)
                            .getSingleResult());
            assertThat(offered.toString()).startsWith("00-" + trace + "-").doesNotContain("00f067aa0ba902b7");
        }
    }

    @Test
    void restoredServicePublishesInNewEpoch() {
        var before = epochOfTheLastEvent();
        operator()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/operations/epoch")
                .then()
                .statusCode(200)
                .body(equalTo(Integer.toString(before + 1)));
        ada.submitted(doctoralPost(Applicant.monthsAgo(4), 12));
        assertThat(epochOfTheLastEvent()).isEqualTo(before + 1);
    }

    private int epochOfTheLastEvent() {
        ada.submitted(doctoralPost(Applicant.monthsAgo(4), 12));
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number)
                                database.createNativeQuery("select epoch from event_log order by position desc limit 1")
                                        .getSingleResult())
                        .intValue());
    }

    private void untilInForce(boolean paused) {
        await().atMost(ofSeconds(10))
                .untilAsserted(() -> operator()
                        .get("/operations/intake")
                        .then()
                        .body("find { it.topic == 'itf.assessments' }.paused", equalTo(paused))
                        .body("find { it.topic == 'itf.assessments' }.inForce", equalTo(true)));
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.of("an-operator", "operator")).contentType("application/json");
    }
}
