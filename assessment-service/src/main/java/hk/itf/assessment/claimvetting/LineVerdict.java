package hk.itf.assessment.claimvetting;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import hk.itf.infra.http.input.PlainText;
import jakarta.validation.constraints.Size;

/**
 * The verdict of the person who vets a claim on one of its lines.
 *
 * @param reason why the line is refused; required for a refused line
 */
record LineVerdict(
        int number,
        boolean accepted,

        @JsonSetter(nulls = Nulls.AS_EMPTY) @Size(max = 1_000) @PlainText(lines = true)
        String reason) {

    LineVerdict {
        reason = reason.strip();
    }
}
