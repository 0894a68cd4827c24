package hk.itf.disbursement.payee;

import com.fasterxml.jackson.annotation.JsonIgnore;
import hk.itf.model.id.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of bank details with a masked account number.
 *
 * @param number the number of the version, 1 for the first
 * @param accountNumber asterisks and the last three digits
 */
public record PayeeView(
        int number,
        String holder,
        String bankCode,
        String accountNumber,
        String status,
        PersonId filedBy,
        Instant filedAt,
        @Nullable PersonId verifiedBy,
        @Nullable Instant verifiedAt,
        @Nullable Instant coolsOffAt,
        @Nullable String evidence,
        @JsonIgnore int version) {}
