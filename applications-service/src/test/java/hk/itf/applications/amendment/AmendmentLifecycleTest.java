package hk.itf.applications.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.applications.amendment.AmendmentStatus.Transition;
import hk.itf.infra.testkit.LifecyclePage;
import hk.itf.model.DomainException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AmendmentLifecycleTest {

    /** What was agreed, written out: the only edges there are. */
    private static final Map<Transition, List<AmendmentStatus>> AGREED = Map.of(
            Transition.SUBMIT, List.of(AmendmentStatus.DRAFT),
            Transition.RESUBMIT, List.of(AmendmentStatus.CLARIFYING),
            Transition.SEND_BACK, List.of(AmendmentStatus.SUBMITTED),
            Transition.APPROVE, List.of(AmendmentStatus.SUBMITTED),
            Transition.DECLINE, List.of(AmendmentStatus.SUBMITTED),
            Transition.ENTER_FORCE, List.of(AmendmentStatus.APPROVED),
            Transition.WITHDRAW, List.of(AmendmentStatus.DRAFT, AmendmentStatus.SUBMITTED, AmendmentStatus.CLARIFYING));

    @ParameterizedTest
    @EnumSource(Transition.class)
    void aTransitionIsAllowedFromItsStatusesAndRefusedFromEveryOther(Transition transition) {
        for (var status : AmendmentStatus.values()) {
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
        LifecyclePage.of("amendment", "An amendment", AmendmentLifecycleTest.class)
                .lifecycle(
                        List.of(AmendmentStatus.DRAFT),
                        AmendmentStatus.values(),
                        Transition.values(),
                        Transition::permits,
                        AmendmentLifecycleTest::to)
                .check();
    }

    private static AmendmentStatus to(Transition transition) {
        return Arrays.stream(AmendmentStatus.values())
                .filter(transition::permits)
                .map(transition::apply)
                .findFirst()
                .orElseThrow();
    }
}
