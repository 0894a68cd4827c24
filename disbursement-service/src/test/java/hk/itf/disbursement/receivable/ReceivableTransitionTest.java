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
class ReceivableTransitionTest {

    private static final Map<Transition, Set<ReceivableStatus>> ALLOWED = Map.ofEntries(
            Map.entry(Transition.PROPOSE, Set.of(ReceivableStatus.OPEN)),
            Map.entry(Transition.RECOVER, Set.of(ReceivableStatus.OPEN)),
            Map.entry(Transition.SETTLE, Set.of(ReceivableStatus.OPEN)),
            Map.entry(Transition.CANCEL, Set.of(ReceivableStatus.OPEN)));

    @Test
    void everyTransitionIsAllowedFromExactlyTheseStatuses() {
        assertThat(ALLOWED).containsOnlyKeys(Transition.values());
        for (var transition : Transition.values()) {
            for (var status : ReceivableStatus.values()) {
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
        LifecyclePage.of("receivable", "A receivable", getClass())
                .lifecycle(
                        List.of(ReceivableStatus.OPEN),
                        ReceivableStatus.values(),
                        Transition.values(),
                        Transition::permits,
                        Transition::to)
                .sentence(
                        "RECOVER and SETTLE are for confirmed cash and set-offs: a part, and the last of it. CANCEL is for a payment that bounced.")
                .check();
    }
}
