package hk.itf.infra.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hk.itf.infra.text.Language;
import hk.itf.model.Wording;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests before they reach a resource: bodies without a length or over 64 KiB (uploads: 12 MiB), addresses
 * over 4 KiB, headers over 16 KiB, and framing or encodings that two parsers could read differently. The limits of the
 * server are a little higher, because the server refuses without a problem document.
 */
@ApplicationScoped
public class RequestLimits {

    static final long JSON_BODY = 64 * 1024;
    static final long UPLOAD = 12 * 1024 * 1024;
    static final long HEADERS = 16 * 1024;
    static final int URI = 4096;
    private static final Pattern OTHER_CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*(?!\"?utf-8\"?\\s*(;|$))", Pattern.CASE_INSENSITIVE);
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final ObjectMapper json;

    RequestLimits(ObjectMapper json) {
        this.json = json;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::check, 10_000);
    }

    void errors(@Observes Router router) {
        for (var status : new int[] {400, 404, 405, 413, 414, 415, 431, 503}) {
            router.errorHandler(status, context -> answer(context, status, key(status)));
        }
    }

    private void check(RoutingContext context) {
        var request = context.request();
        var encoding = request.getHeader(HttpHeaders.TRANSFER_ENCODING);
        if (encoding != null && !"chunked".equals(encoding)) {
            request.connection().close();
            return;
        }
        if (request.uri().length() > URI) {
            answer(context, 414, "uri-too-long");
        } else if (size(request.headers()) > HEADERS) {
            answer(context, 431, "headers-too-large");
        } else if (!WITH_BODY.contains(request.method().name()) || isAcceptable(context)) {
            context.next();
        }
    }

    /** Whether the headers announce an acceptable body. Answers the request when they do not. */
    private boolean isAcceptable(RoutingContext context) {
        var request = context.request();
        var mediaType = request.getHeader(HttpHeaders.CONTENT_TYPE);
        var upload = request.path().endsWith("/papers");
        if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            answer(context, 411, "length-required");
        } else if (length(request.getHeader(HttpHeaders.CONTENT_LENGTH)) > (upload ? UPLOAD : JSON_BODY)) {
            answer(context, 413, upload ? "too-large.upload" : "too-large.json");
        } else if (request.headers().contains(HttpHeaders.CONTENT_ENCODING)
                || (!upload
                        && mediaType != null
                        && OTHER_CHARSET.matcher(mediaType).find())) {
            answer(context, 415, "unsupported-media-type");
        } else {
            return true;
        }
        return false;
    }

    private static long length(@Nullable String header) {
        return header == null ? 0 : header.matches("[0-9]{1,9}") ? Long.parseLong(header) : Long.MAX_VALUE;
    }

    private static long size(MultiMap headers) {
        return headers.entries().stream()
                .mapToLong(each -> each.getKey().length() + each.getValue().length() + 4L)
                .sum();
    }

    private void answer(RoutingContext context, int status, String key) {
        if (context.response().ended()) {
            return;
        }
        // Closes the connection instead of reading the rest of the request.
        context.response().endHandler(sent -> context.request().connection().close());
        try {
            context.response()
                    .setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .end(json.writeValueAsString(Problem.in(language(context), status, Wording.of(key), List.of())));
        } catch (JsonProcessingException e) {
            context.fail(500, e);
        }
    }

    /** The header is read here because the request has not reached the filter of {@link CallerLanguage}. */
    private static Language language(RoutingContext context) {
        return Language.preferredBy(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static String key(int status) {
        return switch (status) {
            case 404 -> "not-found.thing";
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
