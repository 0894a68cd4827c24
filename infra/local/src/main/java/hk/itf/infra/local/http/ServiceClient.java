package hk.itf.infra.local.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.infra.local.LocalStackException;
import hk.itf.infra.local.Ports;
import hk.itf.infra.local.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * HTTP client of one person, whose token goes with every request. Every POST carries a new idempotency key. All clients
 * share their connections.
 *
 * @param ports the ports of the stack
 * @param patience how long a request is sent again, with the same idempotency key, while the service does not answer or
 *     answers 503; zero sends each request once
 */
public record ServiceClient(Ports ports, String token, Duration patience) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final ObjectMapper JSON = new ObjectMapper();

    public ServiceReply get(Service service, String path) {
        return send(request(service, path).GET());
    }

    /** @param ifMatch ETag of the version to change, or null for a POST that changes nothing that was read */
    public ServiceReply post(Service service, String path, Object body, @Nullable String ifMatch) {
        return send(withIfMatch(request(service, path), ifMatch)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(json(body))));
    }

    /** @param ifMatch ETag of the version to replace, or null if the resource has no versions */
    public ServiceReply put(Service service, String path, Object body, @Nullable String ifMatch) {
        return send(withIfMatch(request(service, path), ifMatch)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json(body))));
    }

    public ServiceReply delete(Service service, String path) {
        return send(request(service, path).DELETE());
    }

    /** POST of a file. */
    public ServiceReply upload(Service service, String path, byte[] content) {
        return send(request(service, path)
                .header("Content-Type", "application/octet-stream")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(content)));
    }

    private HttpRequest.Builder request(Service service, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.http(service) + path))
                .timeout(ANSWER_TIMEOUT)
                .header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.Builder withIfMatch(HttpRequest.Builder request, @Nullable String ifMatch) {
        return ifMatch == null ? request : request.header("If-Match", ifMatch);
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private ServiceReply send(HttpRequest.Builder builder) {
        var request = builder.build();
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                var reply = sendOnce(request);
                if (reply.status() != SERVICE_UNAVAILABLE || System.nanoTime() > deadline) {
                    return reply;
                }
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw new LocalStackException(
                            name(request) + " got no answer: ./itf status shows which services run.", e);
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static ServiceReply sendOnce(HttpRequest request) throws IOException {
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            return new ServiceReply(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("ETag").orElse(null),
                    name(request));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException(name(request) + " was interrupted.", e);
        }
    }

    private static String name(HttpRequest request) {
        return request.method() + " " + request.uri().getPath();
    }
}
