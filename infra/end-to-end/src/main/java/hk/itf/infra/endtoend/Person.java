package hk.itf.infra.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import hk.itf.infra.local.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Somebody with a name, roles and a token, who talks to the services as any client would. */
final class Person {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final String role;
    private final String token;

    private Person(String name, String role, String token) {
        this.name = name;
        this.role = role;
        this.token = token;
    }

    static Person of(Platform platform, String name, String... roles) {
        return new Person(name, roles[0], platform.token(name, roles)).on(platform);
    }

    static Person withToken(Platform platform, String name, String role, String token) {
        return new Person(name, role, token).on(platform);
    }

    private @Nullable Platform platform;

    private Person on(Platform running) {
        platform = running;
        return this;
    }

    /** The same person acting for an organisation, as the identity provider would say. */
    Person actingFor(String organisation) {
        return withToken(running(), name, role, running().tokenFor(name, organisation, role));
    }

    String name() {
        return name;
    }

    String role() {
        return role;
    }

    UUID id() {
        return Platform.personId(name);
    }

    Reply get(Service service, String path) {
        return send(request(service, path).GET(), "GET " + path);
    }

    Reply post(Service service, String path, Object body) {
        return post(service, path, body, UUID.randomUUID().toString(), null);
    }

    /** POST of a change to something that was read: the newest ETag goes along. */
    Reply change(Service service, String of, String path, Object body) {
        return post(
                service,
                path,
                body,
                UUID.randomUUID().toString(),
                get(service, of).etag());
    }

    Reply post(Service service, String path, Object body, String key, @Nullable String ifMatch) {
        var request = request(service, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(json(body)));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return send(request, "POST " + path);
    }

    Reply put(Service service, String path, Object body, String of) {
        var etag = get(service, of).etag();
        return send(
                request(service, path)
                        .header("Content-Type", "application/json")
                        .header("If-Match", String.valueOf(etag))
                        .PUT(BodyPublishers.ofString(json(body))),
                "PUT " + path);
    }

    Reply upload(Service service, String path, byte[] content) {
        return send(
                request(service, path)
                        .header("Content-Type", "application/octet-stream")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofByteArray(content)),
                "POST " + path);
    }

    /** Reads until it is as expected; the services tell each other by events, so this takes a moment. */
    Reply await(Service service, String path, String what, Predicate<Reply> expected) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var reply = get(service, path);
        while (!(reply.status() < 400 && expected.test(reply))) {
            if (System.nanoTime() > deadline) {
                throw new JourneyFailed("%s waited %d s for %s at %s; last answer %d %s"
                        .formatted(name, PATIENCE.toSeconds(), what, path, reply.status(), reply.body()));
            }
            pause();
            reply = get(service, path);
        }
        return reply;
    }

    /** Asks again until there is something to take. */
    Reply awaitPost(Service service, String path, Object body, String what, Predicate<Reply> expected) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var reply = post(service, path, body);
        while (!expected.test(reply)) {
            if (System.nanoTime() > deadline) {
                throw new JourneyFailed("%s waited %d s for %s at %s; last answer %d %s"
                        .formatted(name, PATIENCE.toSeconds(), what, path, reply.status(), reply.body()));
            }
            pause();
            reply = post(service, path, body);
        }
        return reply;
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }

    private HttpRequest.Builder request(Service service, String path) {
        return HttpRequest.newBuilder(running().at(service, path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
    }

    private Platform running() {
        if (platform == null) {
            throw new IllegalStateException("nobody is anywhere without a platform");
        }
        return platform;
    }

    /**
     * Sends, and sends the very same request again while nobody answers or the service says "not now": every POST carries a
     * key, so a request whose outcome is unknown is safe to repeat.
     */
    private Reply send(HttpRequest.Builder request, String what) {
        var built = request.build();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var reply = sendOnce(built, what);
                if (reply.status() != 503 || System.nanoTime() > deadline) {
                    return reply;
                }
            } catch (UncheckedIOException nobodyAnswered) {
                if (System.nanoTime() > deadline) {
                    throw nobodyAnswered;
                }
            }
            pause();
        }
    }

    private Reply sendOnce(HttpRequest request, String what) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
            return new Reply(
                    response.statusCode(),
                    body(response),
                    response.headers().firstValue("ETag").orElse(null),
                    name + " " + what);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " " + what + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode body(HttpResponse<byte[]> response) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        if (response.body().length == 0 || !type.contains("json")) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(new String(response.body(), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String json(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Map<String, String> hkd(String amount) {
        return Map.of("amount", amount, "currency", "HKD");
    }
}
