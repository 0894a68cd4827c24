package hk.itf.infra.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Whether the parts of a stack, this JVM's or another's, do their work; asked from outside, as a service would. */
public final class Probe {

    private static final Duration ONE_QUESTION = Duration.ofSeconds(2);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(ONE_QUESTION).build();

    private Probe() {}

    public static boolean serviceReady(Ports ports, Service service) {
        return answers(URI.create("http://127.0.0.1:%d/q/health/ready".formatted(ports.management(service))));
    }

    public static boolean tokensReady(Ports ports) {
        return answers(TokensEndpoint.jwksUri(ports.tokens()));
    }

    /** Ready means that every service finds its database. */
    public static boolean postgresReady(Ports ports) {
        for (var service : Service.values()) {
            var url = LocalPostgres.jdbcUrl(ports.postgres(), service.database());
            try (var connection =
                    DriverManager.getConnection(url, service.database(), LocalPostgres.LOCAL_ONLY_PASSWORD)) {
                if (!connection.isValid((int) ONE_QUESTION.toSeconds())) {
                    return false;
                }
            } catch (SQLException e) {
                return false;
            }
        }
        return true;
    }

    /** Ready means that the topics are there. */
    public static boolean kafkaReady(Ports ports) {
        if (!listens(ports.kafka())) {
            return false; // without asking, for an admin client is slow to give up
        }
        try (var admin = Admin.create(Map.<String, Object>of(
                "bootstrap.servers", LocalKafka.bootstrapServers(ports.kafka()),
                "request.timeout.ms", Long.toString(ONE_QUESTION.toMillis()),
                "default.api.timeout.ms", Long.toString(ONE_QUESTION.toMillis())))) {
            return admin.listTopics()
                    .names()
                    .get(ONE_QUESTION.toMillis(), TimeUnit.MILLISECONDS)
                    .containsAll(LocalKafka.TOPICS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    /** By connecting: listening there for a moment, as requireFree does, would be in the way of one that starts. */
    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) ONE_QUESTION.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean answers(URI question) {
        try {
            var request = HttpRequest.newBuilder(question).timeout(ONE_QUESTION).build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
