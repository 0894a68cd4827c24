package hk.itf.infra.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    @Test
    void sendsTokenKeyAndVersionAndKeepsConnection() throws IOException {
        var seen = Collections.synchronizedList(new ArrayList<String>());
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            seen.add("%s %s %s %s %s %s %d"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            headers.getFirst("Authorization"),
                            headers.getFirst("Idempotency-Key"),
                            headers.getFirst("If-Match"),
                            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                            exchange.getRemoteAddress().getPort()));
            exchange.sendResponseHeaders(200, 0); // chunked
            exchange.getResponseBody().write("done".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        server.start();
        try (var connection = new HttpConnection(server.getAddress().getPort())) {
            var post = new HttpRequest(
                    "POST", "/a?b=1", "application/json", "{}".getBytes(StandardCharsets.US_ASCII), "key", "\"7\"");
            assertThat(connection.send(post, "Bearer x").text()).isEqualTo("done");
            assertThat(connection.send(HttpRequest.get("/c"), "Bearer x").status())
                    .isEqualTo(200);
        } finally {
            server.stop(0);
        }

        assertThat(seen.getFirst()).startsWith("POST /a?b=1 Bearer x key \"7\" {} ");
        assertThat(seen.get(1)).startsWith("GET /c Bearer x null null  ");
        assertThat(port(seen.getFirst())).isEqualTo(port(seen.get(1)));
    }

    @Test
    void sendsAgainOnNewConnectionAfterServerClosedIdleOne() throws IOException {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var server = Executors.newSingleThreadExecutor()) {
            server.submit(() -> {
                for (var i : List.of(1, 2)) {
                    try (var accepted = listener.accept()) {
                        var request = accepted.getInputStream().read(new byte[4096]);
                        assertThat(request).isPositive();
                        accepted.getOutputStream().write(OK.getBytes(StandardCharsets.US_ASCII));
                    }
                }
                return null;
            });
            try (var connection = new HttpConnection(listener.getLocalPort())) {
                assertThat(connection.send(HttpRequest.get("/"), "Bearer x").text())
                        .isEqualTo("ok");
                assertThat(connection.send(HttpRequest.get("/"), "Bearer x").text())
                        .isEqualTo("ok");
            }
        }
    }

    private static String port(String line) {
        return line.substring(line.lastIndexOf(' ') + 1);
    }
}
