package hk.itf.model.scheme.question;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A question of a scheme, such as {@code monthly-salary}. */
public record QuestionId(@JsonValue String value) {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public QuestionId {
        if (!WORD.matcher(value).matches()) {
            throw new IllegalArgumentException("lower case letters, digits and hyphens are allowed, 63 at most");
        }
    }

    @JsonCreator
    public static QuestionId of(String value) {
        return new QuestionId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
