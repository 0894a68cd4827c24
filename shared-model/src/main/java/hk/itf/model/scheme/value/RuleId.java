package hk.itf.model.scheme.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The id of one rule, stage, criterion or document of a scheme. Problems and letters show this id. */
public record RuleId(@JsonValue @Written(Written.ID) String value) {

    private static final Pattern ID = Pattern.compile(Written.ID);

    public RuleId {
        if (!ID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an id is a lower-case letter and up to 62 more lower-case letters, digits and hyphens");
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
