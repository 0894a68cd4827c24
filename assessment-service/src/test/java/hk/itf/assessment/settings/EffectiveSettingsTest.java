package hk.itf.assessment.settings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.assessment.AssessmentSettings;
import hk.itf.assessment.Vetter;
import hk.itf.infra.eventing.KafkaClients;
import hk.itf.infra.testkit.PromisedSchema;
import hk.itf.infra.testkit.PromisedSettings;
import hk.itf.infra.testkit.StackResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Settings whose defaults would break a promise, as they are in the running service. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "assessment"))
class EffectiveSettingsTest {

    @Inject
    ObjectMapper json;

    @Inject
    KafkaClients kafka;

    @Inject
    AgroalDataSource database;

    @Inject
    AssessmentSettings settings;

    @Test
    void theSettingsAreThosePromised() {
        PromisedSettings.configuration("itf-assessment");
    }

    @Test
    void eventsAreSentDurablyAndOnceAndReadFromTheBeginning() {
        PromisedSettings.events(kafka);
    }

    @Test
    void jsonIsReadStrictly() {
        PromisedSettings.json(json);
    }

    @Test
    void explainsEveryTableAndColumn() {
        PromisedSchema.isExplained(database);
    }

    @Test
    void theDatabaseIsReachedInsideTransactionsAloneAndGivesUpInTime() {
        PromisedSettings.database(database);
    }

    @Test
    void managementHasAPortOfItsOwn() {
        PromisedSettings.managementIsApart();
    }

    @Test
    void answersTellBrowsersToTrustNothing() {
        PromisedSettings.headers("/tasks", "/cases", "/nowhere");
    }

    @Test
    void whatSaysNothingAboutWhoMayCallItIsDenied() {
        given().get("/unannotated").then().statusCode(401).body("type", equalTo("urn:itf:problem:unauthenticated"));
        Vetter.with("secretariat")
                .asks()
                .get("/unannotated")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:itf:problem:forbidden"));
    }

    @Test
    void aTaskIsHeldForTwoHoursAndForFiveDaysAtMost() {
        assertThat(settings.lease()).isEqualTo(Duration.ofHours(2));
        assertThat(settings.longestLease()).isEqualTo(Duration.ofDays(5));
        assertThat(settings.reservation()).isEqualTo(Duration.ofDays(1));
        assertThat(settings.loadCap()).isEqualTo(5);
    }
}
