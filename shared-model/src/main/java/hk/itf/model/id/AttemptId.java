package hk.itf.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * The id of an attempt to pay a tranche, and the end-to-end id at the bank. It is derived from the tranche and the number of
 * the attempt: a release repeated after a crash is the same attempt, and a release after a bounce is a new one.
 */
public record AttemptId(@JsonValue UUID value) {

    @JsonCreator
    public static AttemptId of(String text) {
        return new AttemptId(Uuids.parse(text));
    }

    public static AttemptId of(UUID value) {
        return new AttemptId(value);
    }

    public static AttemptId of(TrancheId tranche, int number) {
        return new AttemptId(Uuids.derived("attempt", tranche.toString(), Integer.toString(number)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
