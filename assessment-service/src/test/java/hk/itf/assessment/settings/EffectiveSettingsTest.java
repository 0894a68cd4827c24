package hk.itf.assessment.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.assessment.AssessmentSettings;
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
    void explainsEveryTableAndColumn() {
        RequiredSchema.verifyComments(database);
    }

    @Test
    void keepsSettingsOfPlatform() {
        RequiredSettings.verifyConfiguration("itf-assessment");
        RequiredSettings.verifyKafka(kafka.producerSettings(), kafka.consumerSettings());
        RequiredSettings.verifyJson(json);
        RequiredSettings.verifyDatabase(database);
        RequiredSettings.verifyManagementPort();
    }

    @Test
    void limitsTimeAndNumberOfHeldTasks() {
        assertThat(settings.lease()).isEqualTo(Duration.ofHours(2));
        assertThat(settings.longestLease()).isEqualTo(Duration.ofDays(5));
        assertThat(settings.reservation()).isEqualTo(Duration.ofDays(1));
        assertThat(settings.loadCap()).isEqualTo(5);
    }
}
