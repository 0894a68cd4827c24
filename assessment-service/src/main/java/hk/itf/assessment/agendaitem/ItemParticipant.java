package hk.itf.assessment.agendaitem;

import hk.itf.model.id.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The participation of one person in an agenda item: attendance, declared interest and vote.
 *
 * @param late whether the person declared after the opening of the meeting
 * @param vote the last vote; {@link #counts} tells whether it is counted
 * @param barred whether the person holds another duty of the grant and may not judge the case
 */
public record ItemParticipant(
        PersonId person,
        boolean present,
        Interest interest,
        boolean late,
        @Nullable Instant declaredAt,
        @Nullable Vote vote,
        boolean barred) {

    /** Whether the person counts for the quorum and the vote. */
    public boolean counts() {
        return present && interest == Interest.NONE && !barred;
    }
}
