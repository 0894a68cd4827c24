package hk.itf.infra.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** HTTP server that publishes the public key of the token issuer at {@code /jwks.json}. It issues no tokens. */
public final class TokensEndpoint implements AutoCloseable {

    private static final String PATH = "/jwks.json";

    private final HttpServer server;
    private final ExecutorService threads;

    private TokensEndpoint(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    public static TokensEndpoint start(TokenIssuer issuer, int port) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var threads = Executors.newVirtualThreadPerTaskExecutor();
            var body = issuer.jwks().getBytes(StandardCharsets.UTF_8);
            server.setExecutor(threads);
            server.createContext("/", exchange -> answer(exchange, body));
            server.start();
            return new TokensEndpoint(server, threads);
        } catch (IOException e) {
            throw new LocalStackException(
                    "The token issuer cannot listen on port %d. Set %s to a free port."
                            .formatted(port, PortUse.TOKENS.variable()),
                    e);
        }
    }

    /** URI of the key set on the endpoint with this port. */
    public static URI jwksUri(int port) {
        return URI.create("http://127.0.0.1:" + port + PATH);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            if (!PATH.equals(exchange.getRequestURI().getPath())) {
                exchange.sendResponseHeaders(404, -1);
            } else if (!"GET".equals(exchange.getRequestMethod())) {
                exchange.getResponseHeaders().add("Allow", "GET");
                exchange.sendResponseHeaders(405, -1);
            } else {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }
}
