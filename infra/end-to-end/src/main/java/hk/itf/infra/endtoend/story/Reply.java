package hk.itf.infra.endtoend.story;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.model.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An answer of a service.
 *
 * @param body a missing node if the answer had no JSON
 * @param etag null if the answer had none
 * @param request person, method and path, for messages
 */
public record Reply(int status, JsonNode body, @Nullable String etag, String request) {

    private static final String PROBLEM = "urn:itf:problem:";
    private static final int SHOWN = 600;

    /** The text at a path such as {@code tranches/0/id}. */
    public String text(String path) {
        var node = body.at("/" + path);
        if (node.isMissingNode() || node.isNull()) {
            throw new JourneyFailed(
                    "%s was answered with %d and without %s: %s".formatted(request, status, path, shortenedBody()));
        }
        return node.asText();
    }

    /** The amount at a path such as {@code tranches/0/paid}. */
    public Money money(String path) {
        return Money.of(text(path + "/amount"), text(path + "/currency"));
    }

    public Reply expect(int expected) {
        if (status != expected) {
            throw new JourneyFailed(
                    "%s was answered with %d instead of %d: %s".formatted(request, status, expected, shortenedBody()));
        }
        return this;
    }

    /** Requires a refusal with this status and this problem slug. */
    public Reply refused(int expected, String slug) {
        expect(expected);
        if (!problem().equals(slug)) {
            throw new JourneyFailed("%s was refused with %s instead of %s".formatted(request, problem(), slug));
        }
        return this;
    }

    /** The problem slug of a refusal. */
    public String problem() {
        return text("type").substring(PROBLEM.length());
    }

    private String shortenedBody() {
        var text = body.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " ...";
    }
}
