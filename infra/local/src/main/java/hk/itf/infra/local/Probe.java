package hk.itf.infra.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Asks the servers of a local stack over the network whether they are ready. */
public final class Probe {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    private Probe() {}

    public static boolean serviceReady(Ports ports, Service service) {
        return answersOk(URI.create("http://127.0.0.1:%d/q/health/ready".formatted(ports.management(service))));
    }

    public static boolean tokensReady(Ports ports) {
        return answersOk(TokensEndpoint.jwksUri(ports.tokens()));
    }

    /** Ready means that the owner of every service's database can connect. */
    public static boolean postgresReady(Ports ports) {
        for (var service : Service.values()) {
            try (var connection = LocalPostgres.connect(ports.postgres(), service.database())) {
                if (!connection.isValid((int) TIMEOUT.toSeconds())) {
                    return false;
                }
            } catch (SQLException e) {
                return false;
            }
        }
        return true;
    }

    /** Ready means that all topics exist. */
    public static boolean kafkaReady(Ports ports) {
        if (!listens(ports.kafka())) {
            return false; // an admin client would take seconds to give up
        }
        try (var admin = Admin.create(Map.<String, Object>of(
                "bootstrap.servers", LocalKafka.bootstrapServers(ports.kafka()),
                "request.timeout.ms", Long.toString(TIMEOUT.toMillis()),
                "default.api.timeout.ms", Long.toString(TIMEOUT.toMillis())))) {
            return admin.listTopics()
                    .names()
                    .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                    .containsAll(LocalKafka.TOPICS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    /** Connects to the port. Binding it, as {@link Ports#requireFree()} does, could stop a server that is just starting. */
    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) TIMEOUT.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean answersOk(URI uri) {
        try {
            var request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
