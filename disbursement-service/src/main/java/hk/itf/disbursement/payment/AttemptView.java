package hk.itf.disbursement.payment;

import hk.itf.model.id.AttemptId;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
import hk.itf.model.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay a tranche.
 *
 * @param id end-to-end id at the bank
 * @param number 1 for the first attempt of the tranche
 * @param payeeVersion number of the bank details that are paid
 * @param sentAt when the bank had the instruction; null before
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
