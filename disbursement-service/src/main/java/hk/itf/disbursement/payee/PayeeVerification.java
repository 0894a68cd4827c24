package hk.itf.disbursement.payee;

import hk.itf.model.id.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The verification of an organisation's newest bank details.
 *
 * @param version the number of the bank details
 * @param verifiedBy null unless the details are verified
 * @param coolsOffAt the first moment at which the details are payable; null before verification
 */
public record PayeeVerification(
        int version,
        @Nullable PersonId verifiedBy,
        @Nullable Instant coolsOffAt) {

    /** Whether the details are verified and have cooled off. */
    public boolean isPayableAt(Instant now) {
        return verifiedBy != null && coolsOffAt != null && !coolsOffAt.isAfter(now);
    }
}
