package hk.itf.disbursement.hold;

import hk.itf.model.DomainException;
import hk.itf.model.id.HoldId;
import hk.itf.model.id.PersonId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reason that keeps money from leaving, from when it is placed until it is lifted. "Held" is a view of these rows. */
@Entity
class Hold {

    @Id
    private UUID id;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private HoldTarget target;

    private UUID targetId;

    private String reason;

    private @Nullable String cause;

    private UUID placedBy;

    private Instant placedAt;

    private @Nullable UUID liftedBy;

    private @Nullable Instant liftedAt;

    private @Nullable String liftReason;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Hold() {}

    Hold(HoldId id, HoldTarget target, UUID targetId, String reason, PersonId actor, Instant now) {
        this.id = id.value();
        this.target = target;
        this.targetId = targetId;
        this.reason = reason;
        this.placedBy = actor.value();
        this.placedAt = now;
    }

    /** One that comes and goes with what caused it, beside those that people place. */
    static Hold causedBy(String cause, Hold hold) {
        hold.cause = cause;
        return hold;
    }

    void lift(String because, PersonId actor, Instant now) {
        if (liftedAt != null) {
            throw DomainException.conflict("illegal-transition", "The hold is lifted already.");
        }
        liftedBy = actor.value();
        liftedAt = now;
        liftReason = because;
    }

    HoldView view() {
        return new HoldView(
                HoldId.of(id),
                target,
                targetId,
                reason,
                PersonId.of(placedBy),
                placedAt,
                liftedBy == null ? null : PersonId.of(liftedBy),
                liftedAt,
                liftReason,
                version);
    }
}
