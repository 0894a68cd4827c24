package hk.itf.disbursement.dutyconflict;

import com.fasterxml.jackson.annotation.JsonIgnore;
import hk.itf.model.duty.Duty;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person with two duties of one grant, and how far the way out of it has been gone.
 *
 * @param held the duty the person has
 * @param also the duty that came to light
 * @param act whether the act behind the held duty can be done anew by another person: then it has to be, and nobody may
 *     confirm
 */
public record DutyConflictView(
        UUID id,
        GrantId grant,
        PersonId person,
        Duty held,
        Duty also,
        DutyConflictStatus status,
        ActStatus act,
        List<Confirmation> confirmations,
        Instant recordedAt,
        @Nullable Instant liftedAt,
        @JsonIgnore int version) {

    /** Somebody without a duty of the grant says that the conflict may stand. */
    public record Confirmation(PersonId by, Instant at, String reason) {}
}
