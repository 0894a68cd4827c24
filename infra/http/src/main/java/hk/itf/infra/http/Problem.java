package hk.itf.infra.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.model.Violation;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param type {@code urn:itf:problem:} and the slug of the broken rule; a published slug never changes
 * @param instance the correlation id of the request
 * @param errors the faults of the request, each with a JSON Pointer to its field
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        List<Violation> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE = "urn:itf:problem:";

    public static Problem of(int status, String slug, String detail, List<Violation> errors) {
        return new Problem(TYPE + slug, title(status, slug), status, detail, Correlation.current(), errors);
    }

    public static Problem of(int status, String slug, String detail) {
        return of(status, slug, detail, List.of());
    }

    public Response response() {
        var response =
                Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(this);
        switch (status) {
            case 401 -> response.header("WWW-Authenticate", "Bearer");
            case 503 -> response.header("Retry-After", "1");
            case 409 -> {
                if (type.endsWith(":not-yet-visible") || type.endsWith(":request-in-progress")) {
                    response.header("Retry-After", "1");
                }
            }
            default -> {
                // no further headers
            }
        }
        return response.build();
    }

    private static String title(int status, String slug) {
        var reason = Response.Status.fromStatusCode(status);
        return slug.replace('-', ' ') + (reason == null ? "" : " (" + reason.getReasonPhrase() + ")");
    }
}
