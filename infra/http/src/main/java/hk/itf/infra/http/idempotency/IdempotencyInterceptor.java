package hk.itf.infra.http.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.infra.http.CurrentActor;
import hk.itf.infra.http.idempotency.IdempotencyKeys.Stored;
import hk.itf.model.DomainException;
import hk.itf.model.Violation;
import hk.itf.model.json.Json;
import hk.itf.model.json.Sha256;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.io.Serial;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Implements {@link Idempotent}. Opens the transaction that the use case joins. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class IdempotencyInterceptor {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("\"?([\\x21\\x23-\\x7e]{1,255}?)\"?");

    private final IdempotencyKeys keys;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final CurrentActor actor;
    private final ObjectMapper json;
    private final EntityManager entities;

    IdempotencyInterceptor(
            IdempotencyKeys keys,
            HttpHeaders headers,
            UriInfo uri,
            CurrentActor actor,
            ObjectMapper json,
            EntityManager entities) {
        this.keys = keys;
        this.headers = headers;
        this.uri = uri;
        this.actor = actor;
        this.json = json;
        this.entities = entities;
    }

    /** Wraps the exception of the resource, so that the transaction cannot replace the exception by one of its own. */
    private static final class Refused extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        Refused(Exception cause) {
            super(cause);
        }
    }

    @AroundInvoke
    Object once(InvocationContext invocation) throws Exception {
        var key = key(headers.getRequestHeader(HEADER));
        var person = actor.person().value();
        var hash = requestHash(invocation);
        try {
            return QuarkusTransaction.requiringNew().call(() -> inTransaction(invocation, person, key, hash));
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refused && cause.getCause() instanceof Exception refusal) {
                    throw refusal;
                }
            }
            throw e;
        }
    }

    private Object inTransaction(InvocationContext invocation, UUID person, String key, String hash)
            throws SQLException {
        var stored = keys.hold(person, key);
        if (stored.isPresent()) {
            return replay(stored.get(), hash);
        }
        try {
            if (!(invocation.proceed() instanceof RestResponse<?> response)) {
                throw new IllegalStateException("an idempotent method must return a RestResponse");
            }
            // A stale aggregate is refused here, where the exception is not yet that of a failed commit.
            entities.flush();
            keys.store(
                    person,
                    key,
                    new Stored(
                            hash,
                            response.getStatus(),
                            response.getEntity() == null ? "" : json.writeValueAsString(response.getEntity()),
                            response.getHeaderString(HttpHeaders.ETAG),
                            response.getHeaderString(HttpHeaders.LOCATION)));
            return response;
        } catch (Exception e) {
            throw new Refused(e);
        }
    }

    private static RestResponse<Object> replay(Stored stored, String hash) {
        if (!stored.requestHash().equals(hash)) {
            throw DomainException.broken("idempotency-key-reused", List.of(Violation.of("", "idempotency-key-reused")));
        }
        var response = RestResponse.ResponseBuilder.<Object>create(RestResponse.Status.fromStatusCode(stored.status()));
        if (!stored.body().isEmpty()) {
            response.entity(stored.body());
            response.header(HttpHeaders.CONTENT_TYPE, "application/json");
        }
        if (stored.etag() != null) {
            response.header(HttpHeaders.ETAG, stored.etag());
        }
        if (stored.location() != null) {
            response.header(HttpHeaders.LOCATION, stored.location());
        }
        return response.header("Idempotency-Replayed", "true").build();
    }

    private static String key(@Nullable List<String> given) {
        var matcher = KEY.matcher(
                given == null || given.size() != 1 ? "" : given.getFirst().strip());
        if (!matcher.matches()) {
            throw DomainException.invalid(
                    "idempotency-key-required", List.of(Violation.of("", "idempotency-key-required")));
        }
        return matcher.group(1);
    }

    private String requestHash(InvocationContext invocation) throws JsonProcessingException {
        var text = new StringBuilder(uri.getPath());
        var declared = invocation.getMethod().getParameters();
        for (var i = 0; i < declared.length; i++) {
            // The hash leaves If-Match out: a retry after an unknown outcome may carry the old or the new version.
            if (!declared[i].isAnnotationPresent(HeaderParam.class)) {
                text.append('\n')
                        .append(Json.mapper().writeValueAsString(invocation.getParameters()[i]));
            }
        }
        return Sha256.of(text.toString());
    }
}
