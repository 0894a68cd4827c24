package hk.itf.assessment.reviewcase;

import hk.itf.model.id.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a panel advised on a case, with all it rests on.
 *
 * @param item of the meeting's agenda
 * @param quorum how many members without an interest had to be present
 * @param present the members without an interest who were, whether they voted or not
 * @param interested the members who declared an interest and so had no part in it
 * @param chair who led the item, and whose vote broke a tie
 */
public record Recommendation(
        UUID meeting,
        UUID item,
        boolean supported,
        String reason,
        int quorum,
        List<PersonId> present,
        List<PersonId> interested,
        List<CastVote> votes,
        PersonId chair,
        Instant closedAt) {

    public Recommendation {
        present = List.copyOf(present);
        interested = List.copyOf(interested);
        votes = List.copyOf(votes);
    }

    /** @param vote such as {@code SUPPORT} */
    public record CastVote(PersonId person, String vote) {}

    /** Everybody who voted, whichever way. */
    public List<PersonId> voters() {
        return votes.stream().map(CastVote::person).toList();
    }
}
