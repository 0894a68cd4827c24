package hk.itf.applications.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.applications.ApplicationsSettings;
import hk.itf.infra.eventing.KafkaClients;
import hk.itf.infra.testkit.RequiredSchema;
import hk.itf.infra.testkit.RequiredSettings;
import hk.itf.infra.testkit.StackResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The settings of the running service. */
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
    void explainsEveryTableAndColumn() {
        RequiredSchema.verifyComments(database);
    }

    @Test
    void keepsSettingsOfPlatform() {
        RequiredSettings.verifyConfiguration("itf-applications");
        RequiredSettings.verifyKafka(kafka.producerSettings(), kafka.consumerSettings());
        RequiredSettings.verifyJson(json);
        RequiredSettings.verifyDatabase(database);
        RequiredSettings.verifyManagementPort();
    }

    @Test
    void announcesReportsTwoWeeksAhead() {
        assertThat(settings.reportNoticeDays()).isEqualTo(14);
    }

    @Test
    void sweepsEverySecondInTests() {
        assertThat(settings.sweepEvery()).as("2 seconds outside tests").isEqualTo(Duration.ofSeconds(1));
    }
}
