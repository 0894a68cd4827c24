package hk.itf.model.scheme.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A rule of a scheme, by the name that problems and letters use. */
public record RuleId(@JsonValue String value) {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public RuleId {
        if (!WORD.matcher(value).matches()) {
            throw new IllegalArgumentException("lower case letters, digits and hyphens are allowed, 63 at most");
        }
    }

    @JsonCreator
    public static RuleId of(String value) {
        return new RuleId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
