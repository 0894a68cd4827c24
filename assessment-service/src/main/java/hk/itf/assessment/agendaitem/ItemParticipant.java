package hk.itf.assessment.agendaitem;

import hk.itf.model.id.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person's part in an item: whoever was at the meeting, or has declared something about the case.
 *
 * @param late declared after the meeting was opened
 * @param vote as it stands; whether it counts is another question
 * @param barred holds another duty of the grant, and so may not judge it
 */
public record ItemParticipant(
        PersonId person,
        boolean present,
        Interest interest,
        boolean late,
        @Nullable Instant declaredAt,
        @Nullable Vote vote,
        boolean barred) {

    /** Whether the person makes up the quorum, and a vote of theirs is counted. */
    public boolean counts() {
        return present && interest == Interest.NONE && !barred;
    }
}
