package hk.itf.model.scheme.question;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import hk.itf.model.scheme.value.Written;
import java.util.regex.Pattern;

/** The id of a question of a scheme, such as {@code monthly-salary}. */
public record QuestionId(@JsonValue @Written(Written.ID) String value) {

    private static final Pattern ID = Pattern.compile(Written.ID);

    public QuestionId {
        if (!ID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an id is a lower-case letter and up to 62 more lower-case letters, digits and hyphens");
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
