package hk.itf.infra.local.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.infra.local.LocalStackException;
import hk.itf.infra.local.Service;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** HTTP client for the parked events of one service. */
final class ParkedEventsClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    private final Service service;
    private final String resource;
    private final String token;

    ParkedEventsClient(Service service, int port, String token) {
        this.service = service;
        this.resource = "http://127.0.0.1:%d/operations/parked-events".formatted(port);
        this.token = token;
    }

    List<ParkedEvent> parked() {
        try {
            return JSON.readValue(send(request(resource).GET()), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new LocalStackException(
                    "The parked events of the %s service cannot be read.".formatted(service.word()), e);
        }
    }

    void replay(ParkedEvent event) {
        var path = String.join(
                "/", resource, encoded(event.source()), encoded(event.type()), encoded(event.id()), "replay");
        send(request(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String uri) {
        return HttpRequest.newBuilder(URI.create(uri))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder request) {
        try {
            var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new LocalStackException("The %s service refused the request with status %d: %s"
                        .formatted(
                                service.word(),
                                answer.statusCode(),
                                answer.body().strip()));
            }
            return answer.body();
        } catch (IOException e) {
            throw new LocalStackException(
                    "The %s service does not answer. ./itf status shows which servers run.".formatted(service.word()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("The request was interrupted.", e);
        }
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
