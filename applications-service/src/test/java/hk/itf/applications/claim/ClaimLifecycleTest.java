package hk.itf.applications.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.applications.claim.ClaimStatus.Transition;
import hk.itf.infra.testkit.LifecyclePage;
import hk.itf.model.DomainException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimLifecycleTest {

    /** What was agreed, written out: the only edges there are. */
    private static final Map<Transition, List<ClaimStatus>> AGREED = Map.of(
            Transition.SUBMIT, List.of(ClaimStatus.DRAFT),
            Transition.RESUBMIT, List.of(ClaimStatus.CLARIFYING),
            Transition.SEND_BACK, List.of(ClaimStatus.SUBMITTED),
            Transition.ACCEPT, List.of(ClaimStatus.SUBMITTED),
            Transition.REJECT, List.of(ClaimStatus.SUBMITTED),
            Transition.WITHDRAW, List.of(ClaimStatus.DRAFT, ClaimStatus.SUBMITTED, ClaimStatus.CLARIFYING));

    @ParameterizedTest
    @EnumSource(Transition.class)
    void aTransitionIsAllowedFromItsStatusesAndRefusedFromEveryOther(Transition transition) {
        for (var status : ClaimStatus.values()) {
            if (AGREED.getOrDefault(transition, List.of()).contains(status)) {
                assertThat(transition.apply(status)).isNotEqualTo(status);
            } else {
                assertThatThrownBy(() -> transition.apply(status))
                        .isInstanceOfSatisfying(
                                DomainException.class, e -> assertThat(e.slug()).isEqualTo("illegal-transition"));
            }
        }
    }

    @Test
    void thePageIsWhatTheTableSays() {
        LifecyclePage.of("claim", "A claim", ClaimLifecycleTest.class)
                .lifecycle(
                        List.of(ClaimStatus.DRAFT),
                        ClaimStatus.values(),
                        Transition.values(),
                        Transition::permits,
                        ClaimLifecycleTest::to)
                .check();
    }

    private static ClaimStatus to(Transition transition) {
        return Arrays.stream(ClaimStatus.values())
                .filter(transition::permits)
                .map(transition::apply)
                .findFirst()
                .orElseThrow();
    }
}
