package hk.itf.disbursement.dutyconflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.infra.testkit.LifecyclePage;
import hk.itf.model.DomainException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The lifecycle, written out once more: every status against every transition. */
class ConflictTransitionTest {

    private static final Map<Transition, Set<ConflictStatus>> ALLOWED = Map.ofEntries(
            Map.entry(Transition.CONFIRM, Set.of(ConflictStatus.OPEN)),
            Map.entry(Transition.CONFIRM_AGAIN, Set.of(ConflictStatus.CONFIRMED_ONCE)),
            Map.entry(Transition.UNDO, Set.of(ConflictStatus.OPEN, ConflictStatus.CONFIRMED_ONCE)));

    @Test
    void everyTransitionIsAllowedFromExactlyTheseStatuses() {
        assertThat(ALLOWED).containsOnlyKeys(Transition.values());
        for (var transition : Transition.values()) {
            for (var status : ConflictStatus.values()) {
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

    @Test
    void thePageShowsTheLifecycle() {
        LifecyclePage.of("duty-conflict", "A duty conflict", getClass())
                .lifecycle(
                        List.of(ConflictStatus.OPEN),
                        ConflictStatus.values(),
                        Transition.values(),
                        Transition::permits,
                        Transition::to)
                .sentence(
                        "Until it is CONFIRMED, by two people, or UNDONE nothing of its grant is prepared or released.")
                .check();
    }
}
