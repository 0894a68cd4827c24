package hk.itf.assessment.agendaitem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.booleans;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import hk.itf.model.DomainException;
import hk.itf.model.id.PersonId;
import hk.itf.model.id.Uuids;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class ItemParticipantsTest {

    private static final PersonId CHAIR = PersonId.of(Uuids.next());

    @Test
    void majorityOfVotesDecidesAdvice() {
        assertThat(participants(Vote.NOT_SUPPORT, Vote.SUPPORT, Vote.SUPPORT, Vote.ABSTAIN)
                        .isSupported(CHAIR))
                .isTrue();
        assertThat(participants(Vote.SUPPORT, Vote.NOT_SUPPORT, Vote.NOT_SUPPORT)
                        .isSupported(CHAIR))
                .isFalse();
    }

    @Test
    void voteOfChairBreaksTie() {
        assertThat(participants(Vote.SUPPORT, Vote.NOT_SUPPORT).isSupported(CHAIR))
                .isTrue();
        assertThat(participants(Vote.NOT_SUPPORT, Vote.SUPPORT).isSupported(CHAIR))
                .isFalse();
        isRefused(
                () -> participants(Vote.ABSTAIN, Vote.SUPPORT, Vote.NOT_SUPPORT).isSupported(CHAIR), "tied-vote");
        isRefused(() -> participants(null, Vote.ABSTAIN).isSupported(CHAIR), "tied-vote");
    }

    @Test
    void countsPresentMembersWithoutInterestOrOtherDuty() {
        var participants = new ItemParticipants(List.of(
                participant(CHAIR, true, Interest.NONE, Vote.SUPPORT, false),
                participant(newPerson(), false, Interest.NONE, Vote.NOT_SUPPORT, false),
                participant(newPerson(), true, Interest.UNKNOWN, null, false),
                participant(newPerson(), true, Interest.DECLARED, Vote.NOT_SUPPORT, false),
                participant(newPerson(), true, Interest.NONE, Vote.NOT_SUPPORT, true)));
        assertThat(participants.countedMembers()).containsExactly(CHAIR);
        assertThat(participants.isSupported(CHAIR)).isTrue();
        participants.requireQuorum(1);
        isRefused(() -> participants.requireQuorum(2), "no-quorum");
    }

    @Test
    void uncountedVotesNeverChangeAdvice() {
        qt().forAll(lists().of(anyParticipant()).ofSizeBetween(0, 9), chairsVote())
                .check((others, chairs) -> {
                    var all = new ArrayList<>(others);
                    all.add(participant(CHAIR, true, Interest.NONE, chairs, false));
                    var counting = new ItemParticipants(
                            all.stream().filter(ItemParticipant::counts).toList());
                    return new ItemParticipants(all).isSupported(CHAIR) == counting.isSupported(CHAIR);
                });
    }

    @Test
    void anotherSupportVoteNeverEndsSupport() {
        qt().forAll(lists().of(anyParticipant()).ofSizeBetween(0, 9), chairsVote())
                .check((others, chairs) -> {
                    var all = new ArrayList<>(others);
                    all.add(participant(CHAIR, true, Interest.NONE, chairs, false));
                    var before = new ItemParticipants(all).isSupported(CHAIR);
                    all.add(participant(newPerson(), true, Interest.NONE, Vote.SUPPORT, false));
                    return !before || new ItemParticipants(all).isSupported(CHAIR);
                });
    }

    private static Gen<ItemParticipant> anyParticipant() {
        return booleans()
                .all()
                .zip(
                        arbitrary().enumValues(Interest.class),
                        integers().between(0, Vote.values().length),
                        booleans().all(),
                        (present, interest, vote, barred) -> participant(
                                newPerson(),
                                present,
                                interest,
                                vote == Vote.values().length ? null : Vote.values()[vote],
                                barred));
    }

    private static Gen<Vote> chairsVote() {
        return arbitrary().pick(Vote.SUPPORT, Vote.NOT_SUPPORT);
    }

    /** @param chairs the vote of the chair */
    private static ItemParticipants participants(@Nullable Vote chairs, Vote... others) {
        return new ItemParticipants(Stream.concat(
                        Stream.of(participant(CHAIR, true, Interest.NONE, chairs, false)),
                        Stream.of(others).map(vote -> participant(newPerson(), true, Interest.NONE, vote, false)))
                .toList());
    }

    private static ItemParticipant participant(
            PersonId person, boolean present, Interest interest, @Nullable Vote vote, boolean barred) {
        return new ItemParticipant(person, present, interest, false, null, vote, barred);
    }

    private static PersonId newPerson() {
        return PersonId.of(Uuids.next());
    }

    private static void isRefused(Runnable act, String problem) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.slug()).isEqualTo(problem));
    }
}
