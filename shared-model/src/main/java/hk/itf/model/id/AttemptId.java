package hk.itf.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * One try to pay a tranche; the bank knows it as the end-to-end id. Derived from tranche and number, so that releasing
 * again after a crash is the same attempt and a retry after a bounce is a new one.
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
