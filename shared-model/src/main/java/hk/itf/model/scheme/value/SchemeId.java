package hk.itf.model.scheme.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A funding programme, such as {@code rth}. */
public record SchemeId(@JsonValue String value) {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public SchemeId {
        if (!WORD.matcher(value).matches()) {
            throw new IllegalArgumentException("lower case letters, digits and hyphens are allowed, 63 at most");
        }
    }

    @JsonCreator
    public static SchemeId of(String value) {
        return new SchemeId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
