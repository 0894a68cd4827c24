package hk.itf.infra.benchmark;

import hk.itf.infra.local.Service;
import hk.itf.infra.local.TokenRequest;
import hk.itf.infra.local.http.ServiceClient;
import hk.itf.infra.local.http.ServiceReply;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who uses the services. Every request is sent once, and an unexpected answer ends the benchmark. */
record BenchmarkPerson(ServiceClient client) {

    /** A person with a random name, who holds no duty, task or allowance of an earlier run. */
    static BenchmarkPerson create(LocalPlatform platform, String role) {
        var token = platform.issuer().token(TokenRequest.of("Bench-" + UUID.randomUUID(), role));
        return new BenchmarkPerson(new ServiceClient(platform.ports(), token, Duration.ZERO));
    }

    /** @throws BenchmarkException if the status of the answer is not one of the expected ones */
    ServiceReply post(Service service, String path, Object body, int... expected) {
        return post(service, path, body, null, expected);
    }

    /** Like {@link #post(Service, String, Object, int...)}, for the version with this ETag. */
    ServiceReply post(Service service, String path, Object body, @Nullable String ifMatch, int... expected) {
        var reply = client.post(service, path, body, ifMatch);
        if (Arrays.stream(expected).noneMatch(status -> status == reply.status())) {
            throw new BenchmarkException("%s answered %d instead of %s: %s"
                    .formatted(reply.request(), reply.status(), Arrays.toString(expected), reply.body()));
        }
        return reply;
    }
}
