package hk.itf.infra.endtoend.story;

import hk.itf.infra.local.Service;
import hk.itf.infra.local.http.ServiceClient;
import hk.itf.infra.local.http.ServiceReply;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A person with a name, roles and a token, who sends requests to the services as any client does. */
public final class Person {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Platform platform;
    private final String name;
    private final String role;
    private final ServiceClient client;

    private Person(Platform platform, String name, String role, String token) {
        this.platform = platform;
        this.name = name;
        this.role = role;
        this.client = platform.client(token, PATIENCE);
    }

    /** @param roles at least one; the first is shown beside the name */
    public static Person of(Platform platform, String name, String... roles) {
        return new Person(platform, name, roles[0], platform.token(name, roles));
    }

    /** The same person with a token that names an organisation the person acts for. */
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
        return reply(client.get(service, path));
    }

    /** POST that changes nothing the person has read. */
    public Reply post(Service service, String path, Object body) {
        return reply(client.post(service, path, body, null));
    }

    /**
     * POST that changes a resource, with the current ETag of that resource.
     *
     * @param resource path of the resource to change
     * @param path path of the POST
     */
    public Reply change(Service service, String resource, String path, Object body) {
        return reply(client.post(service, path, body, get(service, resource).etag()));
    }

    /** PUT that replaces part of a resource, with the current ETag of that resource. */
    public Reply put(Service service, String path, Object body, String resource) {
        return reply(client.put(service, path, body, get(service, resource).etag()));
    }

    /** PUT of a resource that has no versions. */
    public Reply put(Service service, String path, Object body) {
        return reply(client.put(service, path, body, null));
    }

    public Reply delete(Service service, String path) {
        return reply(client.delete(service, path));
    }

    public Reply upload(Service service, String path, byte[] content) {
        return reply(client.upload(service, path, content));
    }

    /** Reads again until the answer is as expected. Changes of another service arrive by event and take a moment. */
    public Reply await(Service service, String path, String what, Predicate<Reply> expected) {
        return until(() -> get(service, path), path, what, reply -> reply.status() < 400 && expected.test(reply));
    }

    /** Reads again until the request is refused with this status. */
    public Reply awaitRefusal(Service service, String path, int status) {
        return until(() -> get(service, path), path, "a refusal", reply -> reply.status() == status);
    }

    /** Posts again, each time with a new idempotency key, until the answer is as expected. */
    public Reply awaitPost(Service service, String path, Object body, String what, Predicate<Reply> expected) {
        return until(() -> post(service, path, body), path, what, expected);
    }

    private Reply until(Supplier<Reply> request, String path, String what, Predicate<Reply> expected) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var reply = request.get();
        while (!expected.test(reply)) {
            if (System.nanoTime() > deadline) {
                throw new JourneyFailed("%s waited %d s for %s at %s. The last answer was %d %s"
                        .formatted(name, PATIENCE.toSeconds(), what, path, reply.status(), reply.body()));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            reply = request.get();
        }
        return reply;
    }

    private Reply reply(ServiceReply reply) {
        return new Reply(reply.status(), reply.json(), reply.etag(), name + " " + reply.request());
    }

    public static Map<String, String> hkd(String amount) {
        return Map.of("amount", amount, "currency", "HKD");
    }
}
