package hk.itf.infra.endtoend.story;

import com.fasterxml.jackson.databind.JsonNode;
import hk.itf.model.money.Money;
import org.jspecify.annotations.Nullable;

/** An answer of the platform. */
public record Reply(int status, JsonNode body, @Nullable String etag, String request) {

    /** The value at a path such as {@code tranches/0/id}. */
    public String text(String path) {
        var node = body.at("/" + path);
        if (node.isMissingNode() || node.isNull()) {
            throw new JourneyFailed(request + " answered " + status + " without " + path + ": " + shortened());
        }
        return node.asText();
    }

    public Money money(String path) {
        return Money.of(text(path + "/amount"), text(path + "/currency"));
    }

    public Reply expect(int expected) {
        if (status != expected) {
            throw new JourneyFailed(request + " answered " + status + " instead of " + expected + ": " + shortened());
        }
        return this;
    }

    /** A refusal with this status and rule. */
    public Reply refused(int expected, String slug) {
        expect(expected);
        if (!text("type").equals("urn:itf:problem:" + slug)) {
            throw new JourneyFailed(request + " was refused by " + text("type") + " instead of " + slug);
        }
        return this;
    }

    public String problem() {
        return text("type").substring("urn:itf:problem:".length());
    }

    private String shortened() {
        var text = body.toString();
        return text.length() <= 600 ? text : text.substring(0, 600) + " ...";
    }
}
