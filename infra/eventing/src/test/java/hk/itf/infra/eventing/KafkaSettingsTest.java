package hk.itf.infra.eventing;

import hk.itf.infra.testkit.RequiredSettings;
import hk.itf.infra.testkit.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "service", value = "sample"))
class KafkaSettingsTest {

    @Inject
    KafkaClients kafka;

    @Test
    void sendsDurablyAndCommitsAfterApplying() {
        RequiredSettings.verifyKafka(kafka.producerSettings(), kafka.consumerSettings());
    }
}
