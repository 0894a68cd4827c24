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
 * A duty conflict with its confirmations.
 *
 * @param held the duty that the person holds in this service
 * @param also the second duty, which an event brought
 * @param act the status of the act behind the held duty; people can confirm only when it is {@code FINAL}
 * @param liftedAt when the conflict was resolved; null while it is open
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

    /** One confirmation, by a person without a duty of the grant. */
    public record Confirmation(PersonId by, Instant at, String reason) {}
}
