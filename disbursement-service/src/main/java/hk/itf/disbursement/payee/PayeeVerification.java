package hk.itf.disbursement.payee;

import hk.itf.model.id.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an organisation's newest bank details have come.
 *
 * @param verifiedBy absent while they are not verified
 */
public record PayeeVerification(
        int version,
        @Nullable PersonId verifiedBy,
        @Nullable Instant coolsOffAt) {

    /** Verified, and cooled off at this moment of business time. */
    public boolean payableAt(Instant now) {
        return verifiedBy != null && coolsOffAt != null && !coolsOffAt.isAfter(now);
    }
}
