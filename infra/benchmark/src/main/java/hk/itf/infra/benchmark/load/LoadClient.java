package hk.itf.infra.benchmark.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.infra.benchmark.BenchmarkException;
import hk.itf.infra.local.Ports;
import hk.itf.infra.local.Service;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** One client: a connection to each service, for one thread at a time. Any person may send requests through it. */
public final class LoadClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Service, HttpConnection> connections = new EnumMap<>(Service.class);
    private long calls;

    public LoadClient(Ports ports) {
        for (var service : Service.values()) {
            connections.put(service, new HttpConnection(ports.http(service)));
        }
    }

    private LoadClient(int port) {
        for (var service : Service.values()) {
            connections.put(service, new HttpConnection(port));
        }
    }

    /** A client of one server, which it reaches under every service. */
    public static LoadClient of(int port) {
        return new LoadClient(port);
    }

    /** Number of requests that were answered. */
    public long calls() {
        return calls;
    }

    public HttpReply get(Person person, Service service, String path) {
        return send(person, service, HttpRequest.get(path));
    }

    /** POST of JSON with a new idempotency key. */
    public HttpReply post(Person person, Service service, String path, Object body) {
        return post(person, service, path, body, null);
    }

    /** @param ifMatch ETag of the version to change, or null for a POST that changes nothing that was read */
    public HttpReply post(Person person, Service service, String path, Object body, @Nullable String ifMatch) {
        return send(
                person,
                service,
                new HttpRequest("POST", path, "application/json", json(body), newKey().toString(), ifMatch));
    }

    public HttpReply put(Person person, Service service, String path, Object body) {
        return send(person, service, new HttpRequest("PUT", path, "application/json", json(body), null, null));
    }

    /** POST of a file. */
    public HttpReply upload(Person person, Service service, String path, byte[] content) {
        return send(
                person,
                service,
                new HttpRequest("POST", path, "application/octet-stream", content, newKey().toString(), null));
    }

    private HttpReply send(Person person, Service service, HttpRequest request) {
        try {
            var reply = connection(service).send(request, person.authorization());
            calls++;
            return reply;
        } catch (IOException e) {
            throw new BenchmarkException(
                    "%s %s got no answer: %s".formatted(request.method(), request.path(), e.getMessage()), e);
        }
    }

    private HttpConnection connection(Service service) {
        var connection = connections.get(service);
        if (connection == null) {
            throw new IllegalStateException("every service has a connection");
        }
        return connection;
    }

    /** A key needs to be unique, not unguessable, and a secure random number costs more than the rest of a request. */
    private static UUID newKey() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static byte[] json(Object body) {
        try {
            return body instanceof byte[] ready ? ready : JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        connections.values().forEach(HttpConnection::close);
    }
}
