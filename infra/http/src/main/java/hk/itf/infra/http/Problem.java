package hk.itf.infra.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import hk.itf.infra.text.Language;
import hk.itf.infra.text.TextSection;
import hk.itf.infra.text.Texts;
import hk.itf.model.NamedValue;
import hk.itf.model.Violation;
import hk.itf.model.Wording;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
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
        List<Fault> errors) {

    /** One fault of the request; {@code detail} is in the caller's language. */
    public record Fault(String pointer, String code, String detail) {}

    private static final Logger LOG = Logger.getLogger(Problem.class);

    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE = "urn:itf:problem:";

    /** A problem in the language of the request that is being handled. */
    public static Problem of(int status, Wording wording, List<Violation> violations) {
        return in(CallerLanguage.current(), status, wording, violations);
    }

    public static Problem of(int status, String key, NamedValue... values) {
        return of(status, Wording.of(key, values), List.of());
    }

    static Problem in(Language language, int status, Wording wording, List<Violation> violations) {
        return new Problem(
                TYPE + wording.slug(),
                title(status, wording.slug()),
                status,
                render(TextSection.PROBLEMS, wording, language),
                Correlation.current(),
                violations.stream()
                        .map(each -> new Fault(
                                each.pointer(), each.code(), render(TextSection.FIELDS, each.wording(), language)))
                        .toList());
    }

    /** A missing text is a fault of the build. The caller still gets the slug, in a problem of the right status. */
    private static String render(TextSection section, Wording wording, Language language) {
        try {
            return Texts.loaded().render(section, wording, language);
        } catch (IllegalStateException incomplete) {
            LOG.errorf(incomplete, "no complete text for %s", wording);
            return wording.slug().replace('-', ' ');
        }
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
