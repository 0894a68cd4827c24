package hk.itf.assessment.claimvetting;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/**
 * What was found about one line of a claim.
 *
 * @param reason required where it is not accepted
 */
record LineVerdict(
        int number,
        boolean accepted,
        @JsonSetter(nulls = Nulls.AS_EMPTY) String reason) {}
