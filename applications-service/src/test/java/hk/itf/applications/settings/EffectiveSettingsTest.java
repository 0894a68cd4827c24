package hk.itf.applications.settings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.applications.Applicant;
import hk.itf.applications.ApplicationsSettings;
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
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "applications"))
class EffectiveSettingsTest {

    @Inject
    ApplicationsSettings settings;

    @Inject
    ObjectMapper json;

    @Inject
    KafkaClients kafka;

    @Inject
    AgroalDataSource database;

    @Test
    void theSettingsAreThosePromised() {
        PromisedSettings.configuration("itf-applications");
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
    void reportsAreAnnouncedTwoWeeksAheadAndDeadlinesLookedAtWithEveryBeat() {
        assertThat(settings.reportNoticeDays()).isEqualTo(14);
        assertThat(settings.sweepEvery()).as("in tests; 2s elsewhere").isEqualTo(Duration.ofSeconds(1));
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
        PromisedSettings.headers("/schemes", "/organisations", "/nowhere");
    }

    @Test
    void whatSaysNothingAboutWhoMayCallItIsDenied() {
        given().get("/unannotated").then().statusCode(401).body("type", equalTo("urn:itf:problem:unauthenticated"));
        Applicant.somebody()
                .asks()
                .get("/unannotated")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:itf:problem:forbidden"));
    }
}
