package hk.itf.disbursement.receivable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.infra.testkit.LifecyclePage;
import hk.itf.model.DomainException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The lifecycle, written out once more: every status against every transition. */
class RecoveryTransitionTest {

    private static final Map<RecoveryTransition, Set<RecoveryStatus>> ALLOWED =
            Map.ofEntries(Map.entry(RecoveryTransition.CONFIRM, Set.of(RecoveryStatus.PROPOSED)));

    @Test
    void everyTransitionIsAllowedFromExactlyTheseStatuses() {
        assertThat(ALLOWED).containsOnlyKeys(RecoveryTransition.values());
        for (var transition : RecoveryTransition.values()) {
            for (var status : RecoveryStatus.values()) {
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
        LifecyclePage.of("recovery", "A recovery", getClass())
                .lifecycle(
                        List.of(RecoveryStatus.PROPOSED),
                        RecoveryStatus.values(),
                        RecoveryTransition.values(),
                        RecoveryTransition::permits,
                        RecoveryTransition::to)
                .sentence("Cash of a debtor, or a set-off: nothing moves before another person confirms it.")
                .check();
    }
}
