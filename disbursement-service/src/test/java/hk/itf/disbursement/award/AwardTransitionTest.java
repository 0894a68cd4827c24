package hk.itf.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.DomainException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The lifecycle, written out once more: every status against every transition. */
class AwardTransitionTest {

    private static final Map<Transition, Set<AwardStatus>> ALLOWED = Map.ofEntries(
            Map.entry(Transition.COMMIT, Set.of(AwardStatus.WAITING)),
            Map.entry(Transition.SET_ASIDE, Set.of(AwardStatus.WAITING)),
            Map.entry(Transition.REJOIN, Set.of(AwardStatus.WAITING)),
            Map.entry(Transition.AGREE, Set.of(AwardStatus.COMMITTED)),
            Map.entry(Transition.AMEND, Set.of(AwardStatus.AGREED)),
            Map.entry(Transition.CLOSE, Set.of(AwardStatus.AGREED)),
            Map.entry(Transition.REOPEN, Set.of(AwardStatus.CLOSED)),
            Map.entry(Transition.VOID, Set.of(AwardStatus.WAITING, AwardStatus.COMMITTED)));

    @Test
    void everyTransitionIsAllowedFromExactlyTheseStatuses() {
        assertThat(ALLOWED).containsOnlyKeys(Transition.values());
        for (var transition : Transition.values()) {
            for (var status : AwardStatus.values()) {
                var allowed = ALLOWED.get(transition).contains(status);
                assertThat(transition.permits(status))
                        .as("%s %s", status, transition)
                        .isEqualTo(allowed);
                if (!allowed) {
                    assertThatThrownBy(() -> transition.apply(status))
                            .isInstanceOfSatisfying(
                                    DomainException.class,
                                    refusal -> assertThat(refusal.slug()).isEqualTo("illegal-transition"));
                }
            }
        }
    }
}
