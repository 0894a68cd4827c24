package hk.itf.assessment.agendaitem;

import hk.itf.model.DomainException;
import hk.itf.model.id.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everybody who has a part in an item, and what it comes to. */
public record ItemParticipants(List<ItemParticipant> seats) {

    public ItemParticipants {
        seats = List.copyOf(seats);
    }

    public Optional<ItemParticipant> of(PersonId person) {
        return seats.stream().filter(seat -> seat.person().equals(person)).findFirst();
    }

    /** The members who make up the quorum. */
    public List<PersonId> counting() {
        return seats.stream()
                .filter(ItemParticipant::counts)
                .map(ItemParticipant::person)
                .toList();
    }

    public List<PersonId> interested() {
        return seats.stream()
                .filter(seat -> seat.interest() == Interest.DECLARED)
                .map(ItemParticipant::person)
                .toList();
    }

    /** The votes that count, those to abstain among them. */
    public Stream<ItemParticipant> votes() {
        return seats.stream().filter(seat -> seat.counts() && seat.vote() != null);
    }

    /** @throws DomainException {@code no-quorum} naming how many are present without an interest, and how many it needs */
    public void requireQuorum(int needed) {
        var present = counting().size();
        if (present < needed) {
            throw DomainException.conflict(
                    "no-quorum",
                    "%d of the members present have declared to have no interest; the quorum is %d."
                            .formatted(present, needed));
        }
    }

    /**
     * What the majority of the votes to support or not to says; a tie is broken by the chair's own vote.
     *
     * @throws DomainException {@code tied-vote} when it is a tie, and the chair has not voted for one side
     */
    public boolean supportedUnder(PersonId chair) {
        var lead = Long.compare(cast(Vote.SUPPORT), cast(Vote.NOT_SUPPORT));
        if (lead != 0) {
            return lead > 0;
        }
        return switch (of(chair)
                .filter(ItemParticipant::counts)
                .map(ItemParticipant::vote)
                .orElse(Vote.ABSTAIN)) {
            case SUPPORT -> true;
            case NOT_SUPPORT -> false;
            case ABSTAIN ->
                throw DomainException.conflict(
                        "tied-vote",
                        "The votes are tied, and the chair, whose vote decides, has cast none for a side.");
        };
    }

    private long cast(Vote vote) {
        return votes().filter(seat -> seat.vote() == vote).count();
    }
}
