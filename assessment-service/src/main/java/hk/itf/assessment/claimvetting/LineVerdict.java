package hk.itf.assessment.claimvetting;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import hk.itf.infra.http.input.PlainText;
import jakarta.validation.constraints.Size;

/**
 * What was found about one line of a claim.
 *
 * @param reason required where it is not accepted
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
