package hk.itf.assessment.agendaitem;

import static hk.itf.model.NamedValue.value;

import hk.itf.model.DomainException;
import hk.itf.model.id.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All participants of an agenda item, with the quorum and the result of the vote. */
public record ItemParticipants(List<ItemParticipant> participants) {

    public ItemParticipants {
        participants = List.copyOf(participants);
    }

    public Optional<ItemParticipant> of(PersonId person) {
        return participants.stream()
                .filter(participant -> participant.person().equals(person))
                .findFirst();
    }

    /** The members who count for the quorum and the vote. */
    public List<PersonId> countedMembers() {
        return participants.stream()
                .filter(ItemParticipant::counts)
                .map(ItemParticipant::person)
                .toList();
    }

    public List<PersonId> interested() {
        return participants.stream()
                .filter(participant -> participant.interest() == Interest.DECLARED)
                .map(ItemParticipant::person)
                .toList();
    }

    /** The participants whose votes are counted, abstentions included. */
    public Stream<ItemParticipant> countedVotes() {
        return participants.stream().filter(participant -> participant.counts() && participant.vote() != null);
    }

    /** @throws DomainException {@code no-quorum} when fewer than {@code needed} members without an interest are present */
    public void requireQuorum(int needed) {
        var present = countedMembers().size();
        if (present < needed) {
            throw DomainException.conflict("no-quorum", value("present", present), value("quorum", needed));
        }
    }

    /**
     * Whether the majority of the votes supports the case. The vote of the chair breaks a tie.
     *
     * @throws DomainException {@code tied-vote} when the votes are tied and the chair has abstained
     */
    public boolean isSupported(PersonId chair) {
        var lead = Long.compare(countVotes(Vote.SUPPORT), countVotes(Vote.NOT_SUPPORT));
        if (lead != 0) {
            return lead > 0;
        }
        return switch (of(chair)
                .filter(ItemParticipant::counts)
                .map(ItemParticipant::vote)
                .orElse(Vote.ABSTAIN)) {
            case SUPPORT -> true;
            case NOT_SUPPORT -> false;
            case ABSTAIN -> throw DomainException.conflict("tied-vote");
        };
    }

    private long countVotes(Vote vote) {
        return countedVotes().filter(participant -> participant.vote() == vote).count();
    }
}
