package hk.itf.disbursement.settings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.disbursement.DisbursementSettings;
import hk.itf.disbursement.Finance;
import hk.itf.infra.eventing.KafkaClients;
import hk.itf.infra.testkit.PromisedSchema;
import hk.itf.infra.testkit.PromisedSettings;
import hk.itf.infra.testkit.StackResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Settings whose defaults would break a promise, as they are in the running service. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "disbursement"))
class EffectiveSettingsTest {

    @Inject
    ObjectMapper json;

    @Inject
    KafkaClients kafka;

    @Inject
    AgroalDataSource database;

    @Inject
    DisbursementSettings settings;

    @Test
    void theSettingsAreThosePromised() {
        PromisedSettings.configuration("itf-disbursement");
    }

    @Test
    void eventsAreSentDurablyAndReadFromTheBeginning() {
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
    void theDatabaseIsReachedInsideTransactionsAloneAndCommitsDurably() {
        PromisedSettings.database(database);
    }

    @Test
    void managementHasAPortOfItsOwn() {
        PromisedSettings.managementIsApart();
    }

    @Test
    void answersTellBrowsersToTrustNothing() {
        PromisedSettings.headers("/tranches", "/organisations", "/nowhere");
    }

    @Test
    void bankDetailsCoolOffForTwoWorkingDays() {
        assertThat(settings.payeeCoolOffWorkingDays()).isEqualTo(2);
    }

    @Test
    void whatIsOwedIsDueInThirtyDays() {
        assertThat(settings.receivableDueDays()).isEqualTo(30);
    }

    @Test
    void debtorsAreRemindedTheDayAfterAndAMonthAndTwoLater() {
        assertThat(settings.reminderDays()).containsExactly(0, 30, 60);
    }

    @Test
    void aPaymentRunTakesAHundredTranches() {
        assertThat(settings.largestPaymentRun()).isEqualTo(100);
    }

    @Test
    void whatSaysNothingAboutWhoMayCallItIsDenied() {
        given().get("/unannotated").then().statusCode(401).body("type", equalTo("urn:itf:problem:unauthenticated"));
        Finance.as("auditor", "auditor")
                .get("/unannotated")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:itf:problem:forbidden"));
    }
}
