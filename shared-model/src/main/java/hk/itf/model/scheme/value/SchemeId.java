package hk.itf.model.scheme.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The id of a scheme, such as {@code rth}. */
public record SchemeId(@JsonValue @Written(Written.ID) String value) {

    private static final Pattern ID = Pattern.compile(Written.ID);

    public SchemeId {
        if (!ID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an id is a lower-case letter and up to 62 more lower-case letters, digits and hyphens");
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
