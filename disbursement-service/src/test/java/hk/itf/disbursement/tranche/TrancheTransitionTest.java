package hk.itf.disbursement.tranche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.infra.testkit.LifecyclePage;
import hk.itf.model.DomainException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The lifecycle, written out once more: every status against every transition. */
class TrancheTransitionTest {

    private static final Map<Transition, Set<TrancheStatus>> ALLOWED = Map.ofEntries(
            Map.entry(Transition.BECOME_DUE, Set.of(TrancheStatus.SCHEDULED)),
            Map.entry(Transition.PREPARE, Set.of(TrancheStatus.DUE)),
            Map.entry(Transition.RETURN, Set.of(TrancheStatus.PREPARED)),
            Map.entry(Transition.RELEASE, Set.of(TrancheStatus.PREPARED)),
            Map.entry(Transition.PAY, Set.of(TrancheStatus.RELEASED)),
            Map.entry(Transition.SET_OFF, Set.of(TrancheStatus.DUE)),
            Map.entry(Transition.MERGE, Set.of(TrancheStatus.SCHEDULED, TrancheStatus.DUE, TrancheStatus.PREPARED)),
            Map.entry(Transition.BOUNCE, Set.of(TrancheStatus.RELEASED, TrancheStatus.PAID)),
            Map.entry(Transition.CANCEL, Set.of(TrancheStatus.SCHEDULED, TrancheStatus.DUE)));

    @Test
    void everyTransitionIsAllowedFromExactlyTheseStatuses() {
        assertThat(ALLOWED).containsOnlyKeys(Transition.values());
        for (var transition : Transition.values()) {
            for (var status : TrancheStatus.values()) {
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
        LifecyclePage.of("tranche", "A tranche", getClass())
                .lifecycle(
                        List.of(TrancheStatus.SCHEDULED, TrancheStatus.CANCELLED),
                        TrancheStatus.values(),
                        Transition.values(),
                        Transition::permits,
                        Transition::to)
                .sentence("One that is planned without money is cancelled from the start.")
                .sentence(
                        "What is paid in advance of a tranche is a tranche of its own; only it takes MERGE, when the claim is"
                                + " decided and it was not paid. While the bank has to answer on it, the tranche waits.")
                .check();
    }
}
