package hk.itf.model.scheme.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where a value of a scheme comes from: a citation, or {@code demo-default} when no public source gives the value.
 * Every answer that shows the value also shows its source, so that nobody takes a demo default for a published rule.
 */
public record Source(@JsonValue String text) {

    public static final String DEMO_DEFAULT = "demo-default";

    public Source {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a source must be a citation or demo-default");
        }
    }

    @JsonCreator
    public static Source of(String text) {
        return new Source(text);
    }

    public boolean isDemoDefault() {
        return text.startsWith(DEMO_DEFAULT);
    }
}
