package hk.itf.infra.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import hk.itf.infra.local.LocalStackException;
import hk.itf.infra.local.PortUse;
import hk.itf.infra.local.Ports;
import hk.itf.infra.local.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against a small server that answers with the statuses it is given. */
class ServiceClientTest {

    private record Received(String method, String path, String token, String key, String ifMatch, String body) {}

    private final List<Received> received = new ArrayList<>();
    private final List<Integer> statuses = new ArrayList<>();
    private HttpServer server;
    private Ports ports;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        ports = Ports.from(Map.of(
                PortUse.APPLICATIONS.variable(),
                Integer.toString(server.getAddress().getPort())));
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void sendsTokenBodyAndVersion() {
        statuses.add(201);
        var reply = client(Duration.ZERO).post(Service.APPLICATIONS, "/grants", Map.of("amount", "1.00"), "\"3\"");

        assertThat(received).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/grants");
            assertThat(request.token()).isEqualTo("Bearer ada");
            assertThat(request.ifMatch()).isEqualTo("\"3\"");
            assertThat(request.body()).isEqualTo("{\"amount\":\"1.00\"}");
        });
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.etag()).isEqualTo("\"4\"");
        assertThat(reply.json().path("answer").asInt()).isEqualTo(42);
    }

    @Test
    void repeatsRequestWithSameKeyWhileServiceIsUnavailable() {
        statuses.addAll(List.of(503, 503, 200));
        var reply = client(Duration.ofSeconds(30)).post(Service.APPLICATIONS, "/grants", Map.of(), null);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(received).hasSize(3);
        assertThat(received)
                .extracting(Received::key)
                .containsOnly(received.getFirst().key());
    }

    @Test
    void givesEveryPostItsOwnKey() {
        statuses.addAll(List.of(200, 200));
        client(Duration.ZERO).post(Service.APPLICATIONS, "/grants", Map.of(), null);
        client(Duration.ZERO).post(Service.APPLICATIONS, "/grants", Map.of(), null);

        assertThat(received).extracting(Received::key).doesNotHaveDuplicates().doesNotContainNull();
    }

    @Test
    void sendsOnceWithoutPatience() {
        statuses.add(503);

        assertThat(client(Duration.ZERO).get(Service.APPLICATIONS, "/grants").status())
                .isEqualTo(503);
        assertThat(received).hasSize(1);
    }

    @Test
    void reportsRequestWithoutAnswer() {
        server.stop(0);

        assertThatThrownBy(() -> client(Duration.ZERO).get(Service.APPLICATIONS, "/grants"))
                .isInstanceOf(LocalStackException.class)
                .hasMessageStartingWith("GET /grants got no answer");
    }

    private ServiceClient client(Duration patience) {
        return new ServiceClient(ports, "ada", patience);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        received.add(new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                headers.getFirst("Authorization"),
                headers.getFirst("Idempotency-Key"),
                headers.getFirst("If-Match"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        var body = "{\"answer\": 42}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("ETag", "\"4\"");
        exchange.sendResponseHeaders(statuses.removeFirst(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
