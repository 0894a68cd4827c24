package hk.itf.infra.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void namesUsedPortItsServerAndItsVariable() throws IOException {
        var ports = Ports.free();
        try (var otherProgram = new ServerSocket(ports.kafka(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(otherProgram.isBound()).isTrue();
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(LocalStackException.class)
                    .hasMessage(
                            "Another program uses port %d, which Kafka needs. Stop that program or set ITF_KAFKA_PORT to a free port.",
                            ports.kafka());
        }
        assertThatCode(ports::requireFree).doesNotThrowAnyException();
    }

    @Test
    void usesDefaultPortUnlessVariableIsSet() {
        var ports = Ports.from(Map.of());

        assertThat(ports.http(Service.APPLICATIONS)).isEqualTo(8081);
        assertThat(ports.management(Service.DISBURSEMENT)).isEqualTo(9083);
        assertThat(ports.postgres()).isEqualTo(5440);
        assertThat(ports.kafka()).isEqualTo(9440);
        assertThat(ports.kafkaForServices()).isEqualTo(9441);
        assertThat(ports.tokens()).isEqualTo(8090);
        assertThat(Ports.from(Map.of("ITF_ASSESSMENT_MANAGEMENT_PORT", "9999")).management(Service.ASSESSMENT))
                .isEqualTo(9999);
    }

    @Test
    void refusesValueThatIsNotAPort() {
        assertThatThrownBy(() -> Ports.from(Map.of("ITF_TOKENS_PORT", "eighty")))
                .hasMessage(
                        "ITF_TOKENS_PORT is set to \"eighty\", which is not a port. A port is a number between 1 and 65535.");
        assertThatThrownBy(() -> Ports.from(Map.of("ITF_TOKENS_PORT", "65536"))).hasMessageContaining("not a port");
        assertThatThrownBy(() -> Ports.from(Map.of("ITF_TOKENS_PORT", "5440"))).hasMessageContaining("the same port");
    }
}
