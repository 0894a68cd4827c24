package hk.itf.disbursement.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.infra.testkit.LifecyclePage;
import hk.itf.model.DomainException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The lifecycle, written out once more: every status against every transition. */
class AttemptTransitionTest {

    private static final Map<Transition, Set<AttemptStatus>> ALLOWED = Map.ofEntries(
            Map.entry(Transition.BOOK, Set.of(AttemptStatus.INSTRUCTED)),
            Map.entry(Transition.BOUNCE, Set.of(AttemptStatus.INSTRUCTED, AttemptStatus.BOOKED)));

    @Test
    void everyTransitionIsAllowedFromExactlyTheseStatuses() {
        assertThat(ALLOWED).containsOnlyKeys(Transition.values());
        for (var transition : Transition.values()) {
            for (var status : AttemptStatus.values()) {
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
        LifecyclePage.of("attempt", "An attempt", getClass())
                .lifecycle(
                        List.of(AttemptStatus.INSTRUCTED),
                        AttemptStatus.values(),
                        Transition.values(),
                        Transition::permits,
                        Transition::to)
                .check();
    }
}
