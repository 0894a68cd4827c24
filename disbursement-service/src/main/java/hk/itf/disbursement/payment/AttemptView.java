package hk.itf.disbursement.payment;

import hk.itf.model.id.AttemptId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to pay a tranche.
 *
 * @param id the bank knows it as the end-to-end id
 */
public record AttemptView(
        AttemptId id,
        TrancheId tranche,
        GrantId grant,
        int number,
        String status,
        Money amount,
        int payeeVersion,
        Instant instructedAt,
        @Nullable Instant sentAt,
        @Nullable Instant bookedAt,
        @Nullable Instant bouncedAt,
        @Nullable String bankReference,
        @Nullable String bounceReason) {}
