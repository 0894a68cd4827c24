package hk.itf.infra.eventing;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.jspecify.annotations.Nullable;

/** The Kafka clients of the running service. A test can make the producer of the relay unusable. */
@Alternative
@Priority(1)
@Singleton
class ClientsUnderTest extends KafkaClients {

    private volatile @Nullable KafkaProducer<String, byte[]> producer;

    ClientsUnderTest(@Identifier("default-kafka-broker") Map<String, Object> configuration, EventingSettings settings) {
        super(configuration, settings);
    }

    @Override
    public KafkaProducer<String, byte[]> producer() {
        var created = super.producer();
        producer = created;
        return created;
    }

    /** Every further use of the producer throws, as after a fatal answer of the broker. */
    void breakProducer() {
        Objects.requireNonNull(producer).close();
    }
}
