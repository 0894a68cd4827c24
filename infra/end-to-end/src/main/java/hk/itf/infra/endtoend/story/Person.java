package hk.itf.infra.endtoend.story;

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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Somebody with a name, roles and a token, who talks to the services as any client would. */
public final class Person {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Platform platform;
    private final String name;
    private final String role;
    private final String token;

    private Person(Platform platform, String name, String role, String token) {
        this.platform = platform;
        this.name = name;
        this.role = role;
        this.token = token;
    }

    public static Person of(Platform platform, String name, String... roles) {
        return new Person(platform, name, roles[0], platform.token(name, roles));
    }

    /** The same person acting for an organisation, as the identity provider would say. */
    public Person actingFor(String organisation) {
        return new Person(platform, name, role, platform.tokenFor(name, organisation, role));
    }

    public String name() {
        return name;
    }

    public String role() {
        return role;
    }

    public UUID id() {
        return Platform.personId(name);
    }

    public Reply get(Service service, String path) {
        return send(request(service, path).GET(), "GET " + path);
    }

    public Reply post(Service service, String path, Object body) {
        return post(service, path, body, UUID.randomUUID().toString(), null);
    }

    /** POST of a change to something that was read: the newest ETag goes along. */
    public Reply change(Service service, String of, String path, Object body) {
        return post(
                service,
                path,
                body,
                UUID.randomUUID().toString(),
                get(service, of).etag());
    }

    private Reply post(Service service, String path, Object body, String key, @Nullable String ifMatch) {
        var request = request(service, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(json(body)));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return send(request, "POST " + path);
    }

    /** PUT of a new state of something that was read: the newest ETag goes along. */
    public Reply put(Service service, String path, Object body, String of) {
        var request = request(service, path)
                .header("Content-Type", "application/json")
                .header("If-Match", String.valueOf(get(service, of).etag()))
                .PUT(BodyPublishers.ofString(json(body)));
        return send(request, "PUT " + path);
    }

    /** PUT of something that stands by itself. */
    public Reply put(Service service, String path, Object body) {
        var request = request(service, path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json(body)));
        return send(request, "PUT " + path);
    }

    public Reply delete(Service service, String path) {
        return send(request(service, path).DELETE(), "DELETE " + path);
    }

    public Reply upload(Service service, String path, byte[] content) {
        return send(
                request(service, path)
                        .header("Content-Type", "application/octet-stream")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofByteArray(content)),
                "POST " + path);
    }

    /** Reads until it is as expected; the services tell each other by events, so this takes a moment. */
    public Reply await(Service service, String path, String what, Predicate<Reply> expected) {
        return until(() -> get(service, path), path, what, reply -> reply.status() < 400 && expected.test(reply));
    }

    /** Reads until it is refused with this status. */
    public Reply awaitRefusal(Service service, String path, int status) {
        return until(() -> get(service, path), path, "a refusal", reply -> reply.status() == status);
    }

    /** Asks again until there is something to take. */
    public Reply awaitPost(Service service, String path, Object body, String what, Predicate<Reply> expected) {
        return until(() -> post(service, path, body), path, what, expected);
    }

    private Reply until(Supplier<Reply> asking, String path, String what, Predicate<Reply> expected) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var reply = asking.get();
        while (!expected.test(reply)) {
            if (System.nanoTime() > deadline) {
                throw new JourneyFailed("%s waited %d s for %s at %s; last answer %d %s"
                        .formatted(name, PATIENCE.toSeconds(), what, path, reply.status(), reply.body()));
            }
            pause();
            reply = asking.get();
        }
        return reply;
    }

    private static void pause() {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }

    private HttpRequest.Builder request(Service service, String path) {
        return HttpRequest.newBuilder(platform.at(service, path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
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

    public static Map<String, String> hkd(String amount) {
        return Map.of("amount", amount, "currency", "HKD");
    }
}
