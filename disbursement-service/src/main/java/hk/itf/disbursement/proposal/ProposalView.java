package hk.itf.disbursement.proposal;

import hk.itf.model.id.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The people, times and status of a proposal. */
public record ProposalView(
        ProposalStatus status,
        PersonId proposedBy,
        Instant proposedAt,
        @Nullable PersonId confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable PersonId withdrawnBy,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBecause) {}
