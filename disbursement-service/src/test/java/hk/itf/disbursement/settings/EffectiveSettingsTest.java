package hk.itf.disbursement.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.disbursement.DisbursementSettings;
import hk.itf.infra.eventing.KafkaClients;
import hk.itf.infra.testkit.RequiredSchema;
import hk.itf.infra.testkit.RequiredSettings;
import hk.itf.infra.testkit.StackResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The settings of the running service. */
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
    void explainsEveryTableAndColumn() {
        RequiredSchema.verifyComments(database);
    }

    @Test
    void keepsSettingsOfPlatform() {
        RequiredSettings.verifyConfiguration("itf-disbursement");
        RequiredSettings.verifyKafka(kafka.producerSettings(), kafka.consumerSettings());
        RequiredSettings.verifyJson(json);
        RequiredSettings.verifyDatabase(database);
        RequiredSettings.verifyManagementPort();
    }

    @Test
    void coolsBankDetailsOffForTwoWorkingDays() {
        assertThat(settings.payeeCoolOffWorkingDays()).isEqualTo(2);
    }

    @Test
    void demandsReceivableWithinThirtyDays() {
        assertThat(settings.receivableDueDays()).isEqualTo(30);
    }

    @Test
    void remindsDebtorAtDueDateAndTwiceLater() {
        assertThat(settings.reminderDays()).containsExactly(0, 30, 60);
    }

    @Test
    void limitsPaymentRunToHundredTranches() {
        assertThat(settings.largestPaymentRun()).isEqualTo(100);
    }
}
