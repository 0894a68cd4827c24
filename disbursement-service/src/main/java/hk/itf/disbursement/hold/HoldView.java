package hk.itf.disbursement.hold;

import com.fasterxml.jackson.annotation.JsonIgnore;
import hk.itf.model.id.HoldId;
import hk.itf.model.id.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hold: its target, its reason, who placed it and who lifted it. The hold is active while {@code liftedAt} is null.
 */
public record HoldView(
        HoldId id,
        HoldTarget target,
        UUID targetId,
        String reason,
        PersonId placedBy,
        Instant placedAt,
        @Nullable PersonId liftedBy,
        @Nullable Instant liftedAt,
        @Nullable String liftReason,
        @JsonIgnore int version) {}
