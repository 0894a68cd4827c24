package hk.itf.infra.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * What is refused before a resource is reached: bodies over 64 KiB on JSON routes (uploads have the server's own limit),
 * framing that two parsers could read differently, and the errors of the server itself, which come without a body.
 */
@ApplicationScoped
public class Limits {

    static final long JSON_BODY = 64 * 1024;
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final ObjectMapper json;

    Limits(ObjectMapper json) {
        this.json = json;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::check, 10_000);
    }

    void errors(@Observes Router router) {
        for (var status : new int[] {400, 404, 405, 413, 414, 415, 431, 503}) {
            router.errorHandler(status, context -> answer(context, status, slug(status), "The request was refused."));
        }
    }

    private void check(RoutingContext context) {
        var request = context.request();
        var encoding = request.getHeader(HttpHeaders.TRANSFER_ENCODING);
        if (encoding != null && !"chunked".equals(encoding)) {
            request.connection().close();
            return;
        }
        var upload = request.path().endsWith("/papers");
        if (!upload && WITH_BODY.contains(request.method().name())) {
            if (encoding != null) {
                answer(context, 411, "length-required", "Send the body with a Content-Length.");
                return;
            }
            var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            if (length != null && (length.length() > 9 || Long.parseLong(length) > JSON_BODY)) {
                answer(context, 413, "too-large", "A JSON body may have 64 KiB at most.");
                return;
            }
        }
        context.next();
    }

    private void answer(RoutingContext context, int status, String slug, String detail) {
        if (context.response().ended()) {
            return;
        }
        try {
            context.response()
                    .setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .end(json.writeValueAsString(Problem.of(status, slug, detail)));
        } catch (JsonProcessingException e) {
            context.fail(500, e);
        }
    }

    private static String slug(int status) {
        return switch (status) {
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 413 -> "too-large";
            case 414 -> "uri-too-long";
            case 415 -> "unsupported-media-type";
            case 431 -> "headers-too-large";
            case 503 -> "try-again";
            default -> "malformed-request";
        };
    }
}
