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
    void namesTheTakenPortItsOwnerAndTheVariableToChange() throws IOException {
        var ports = Ports.free();
        try (var stranger = new ServerSocket(ports.kafka(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(stranger.isBound()).isTrue();
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(LocalStackException.class)
                    .hasMessage(
                            "Port %d, which Kafka would use, is taken by another program: stop that program or set ITF_KAFKA_PORT to a free port.",
                            ports.kafka());
        }
        assertThatCode(ports::requireFree).doesNotThrowAnyException();
    }

    @Test
    void areTheUsualOnesUnlessAVariableMovesThem() {
        assertThat(Ports.from(Map.of())).isEqualTo(new Ports(8081, 8082, 8083, 9081, 9082, 9083, 5440, 9440, 8090));
        assertThat(Ports.from(Map.of("ITF_ASSESSMENT_MANAGEMENT_PORT", "9999")).management(Service.ASSESSMENT))
                .isEqualTo(9999);
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThatThrownBy(() -> Ports.from(Map.of("ITF_TOKENS_PORT", "eighty")))
                .hasMessage("ITF_TOKENS_PORT is set to \"eighty\", which is not a port.");
        assertThatThrownBy(() -> Ports.from(Map.of("ITF_TOKENS_PORT", "65536"))).hasMessageContaining("not a port");
        assertThatThrownBy(() -> Ports.from(Map.of("ITF_TOKENS_PORT", "5440"))).hasMessageContaining("the same port");
    }
}
