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
    void theMajorityOfTheVotesForOneSideDecides() {
        assertThat(roll(Vote.NOT_SUPPORT, Vote.SUPPORT, Vote.SUPPORT, Vote.ABSTAIN)
                        .isSupported(CHAIR))
                .isTrue();
        assertThat(roll(Vote.SUPPORT, Vote.NOT_SUPPORT, Vote.NOT_SUPPORT).isSupported(CHAIR))
                .isFalse();
    }

    @Test
    void theChairBreaksATieWithTheVoteTheyCast() {
        assertThat(roll(Vote.SUPPORT, Vote.NOT_SUPPORT).isSupported(CHAIR)).isTrue();
        assertThat(roll(Vote.NOT_SUPPORT, Vote.SUPPORT).isSupported(CHAIR)).isFalse();
        isRefused(() -> roll(Vote.ABSTAIN, Vote.SUPPORT, Vote.NOT_SUPPORT).isSupported(CHAIR), "tied-vote");
        isRefused(() -> roll(null, Vote.ABSTAIN).isSupported(CHAIR), "tied-vote");
    }

    @Test
    void onlyWhoIsThereAndHasNoInterestAndNoOtherDutyCounts() {
        var roll = new ItemParticipants(List.of(
                seat(CHAIR, true, Interest.NONE, Vote.SUPPORT, false),
                seat(somebody(), false, Interest.NONE, Vote.NOT_SUPPORT, false),
                seat(somebody(), true, Interest.UNKNOWN, null, false),
                seat(somebody(), true, Interest.DECLARED, Vote.NOT_SUPPORT, false),
                seat(somebody(), true, Interest.NONE, Vote.NOT_SUPPORT, true)));
        assertThat(roll.countedMembers()).containsExactly(CHAIR);
        assertThat(roll.isSupported(CHAIR)).isTrue();
        roll.requireQuorum(1);
        isRefused(() -> roll.requireQuorum(2), "no-quorum");
    }

    @Test
    void noVoteThatDoesNotCountEverChangesTheAdvice() {
        qt().forAll(lists().of(seats()).ofSizeBetween(0, 9), chairsVote()).check((others, chairs) -> {
            var all = new ArrayList<>(others);
            all.add(seat(CHAIR, true, Interest.NONE, chairs, false));
            var counting = new ItemParticipants(
                    all.stream().filter(ItemParticipant::counts).toList());
            return new ItemParticipants(all).isSupported(CHAIR) == counting.isSupported(CHAIR);
        });
    }

    @Test
    void oneMoreVoteToSupportNeverTurnsSupportAway() {
        qt().forAll(lists().of(seats()).ofSizeBetween(0, 9), chairsVote()).check((others, chairs) -> {
            var all = new ArrayList<>(others);
            all.add(seat(CHAIR, true, Interest.NONE, chairs, false));
            var before = new ItemParticipants(all).isSupported(CHAIR);
            all.add(seat(somebody(), true, Interest.NONE, Vote.SUPPORT, false));
            return !before || new ItemParticipants(all).isSupported(CHAIR);
        });
    }

    private static Gen<ItemParticipant> seats() {
        return booleans()
                .all()
                .zip(
                        arbitrary().enumValues(Interest.class),
                        integers().between(0, Vote.values().length),
                        booleans().all(),
                        (present, interest, vote, barred) -> seat(
                                somebody(),
                                present,
                                interest,
                                vote == Vote.values().length ? null : Vote.values()[vote],
                                barred));
    }

    private static Gen<Vote> chairsVote() {
        return arbitrary().pick(Vote.SUPPORT, Vote.NOT_SUPPORT);
    }

    /** The chair's vote first. */
    private static ItemParticipants roll(@Nullable Vote chairs, Vote... others) {
        return new ItemParticipants(Stream.concat(
                        Stream.of(seat(CHAIR, true, Interest.NONE, chairs, false)),
                        Stream.of(others).map(vote -> seat(somebody(), true, Interest.NONE, vote, false)))
                .toList());
    }

    private static ItemParticipant seat(
            PersonId person, boolean present, Interest interest, @Nullable Vote vote, boolean barred) {
        return new ItemParticipant(person, present, interest, false, null, vote, barred);
    }

    private static PersonId somebody() {
        return PersonId.of(Uuids.next());
    }

    private static void isRefused(Runnable act, String problem) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.slug()).isEqualTo(problem));
    }
}
