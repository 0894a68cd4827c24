package hk.itf.disbursement.payee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.infra.testkit.LifecyclePage;
import hk.itf.model.DomainException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The lifecycle, written out once more: every status against every transition. */
class PayeeTransitionTest {

    private static final Map<Transition, Set<PayeeStatus>> ALLOWED = Map.ofEntries(
            Map.entry(Transition.VERIFY, Set.of(PayeeStatus.PENDING)),
            Map.entry(Transition.SUPERSEDE, Set.of(PayeeStatus.PENDING, PayeeStatus.VERIFIED)));

    @Test
    void everyTransitionIsAllowedFromExactlyTheseStatuses() {
        assertThat(ALLOWED).containsOnlyKeys(Transition.values());
        for (var transition : Transition.values()) {
            for (var status : PayeeStatus.values()) {
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
        LifecyclePage.of("payee", "A payee version", getClass())
                .lifecycle(
                        List.of(PayeeStatus.PENDING),
                        PayeeStatus.values(),
                        Transition.values(),
                        Transition::permits,
                        Transition::to)
                .check();
    }
}
