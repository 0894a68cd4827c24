package hk.itf.assessment.reviewcase;

import hk.itf.model.id.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The advice of a panel on a case, with the votes and attendance behind the advice.
 *
 * @param item the agenda item
 * @param quorum the required number of present members without an interest
 * @param present the present members without an interest, whether they voted or not
 * @param interested the members who declared an interest and were excluded
 * @param chair the person who led the item; the chair's vote broke a tie
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

    /** All members who voted, abstentions included. */
    public List<PersonId> voters() {
        return votes.stream().map(CastVote::person).toList();
    }
}
