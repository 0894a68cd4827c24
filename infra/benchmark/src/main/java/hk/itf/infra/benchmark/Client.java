package hk.itf.infra.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.infra.local.Service;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** Somebody with a token. Connections are kept open and shared by all. */
record Client(LocalPlatform platform, String token) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An answer; {@code etag} is empty when there was none. */
    record Reply(int status, String body, String etag, String request) {

        Reply expect(int expected) {
            if (status != expected) {
                throw new BenchmarkFailed(
                        "%s answered %d instead of %d: %s".formatted(request, status, expected, body));
            }
            return this;
        }

        String text(String field) {
            try {
                return JSON.readTree(body).path(field).asText();
            } catch (JsonProcessingException e) {
                throw new BenchmarkFailed(request + " did not answer with JSON.", e);
            }
        }
    }

    Reply post(Service service, String path, Object body) {
        return send(request(service, path, body).build());
    }

    Reply post(Service service, String path, Object body, String ifMatch) {
        return send(request(service, path, body).header("If-Match", ifMatch).build());
    }

    private HttpRequest.Builder request(Service service, String path, Object body) {
        try {
            return HttpRequest.newBuilder(platform.at(service, path))
                    .timeout(Duration.ofSeconds(30))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Reply send(HttpRequest request) {
        var what = "POST " + request.uri().getPath();
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("ETag").orElse(""),
                    what);
        } catch (IOException e) {
            throw new BenchmarkFailed(what + " got no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailed("The measurement was interrupted.", e);
        }
    }
}
