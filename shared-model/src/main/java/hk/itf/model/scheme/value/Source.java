package hk.itf.model.scheme.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where a value of a scheme comes from: a citation, or {@code demo-default} where nobody published one. A demo default
 * is never shown as a published rule, so every answer that shows the value shows this beside it.
 */
public record Source(@JsonValue String text) {

    public static final String DEMO_DEFAULT = "demo-default";

    public Source {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a source is a citation or demo-default");
        }
    }

    @JsonCreator
    public static Source of(String text) {
        return new Source(text);
    }

    public boolean demoDefault() {
        return text.startsWith(DEMO_DEFAULT);
    }
}
