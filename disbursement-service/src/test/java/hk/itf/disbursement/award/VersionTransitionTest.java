package hk.itf.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.infra.testkit.LifecyclePage;
import hk.itf.model.DomainException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The lifecycle, written out once more: every status against every transition. */
class VersionTransitionTest {

    private static final Map<VersionTransition, Set<VersionStatus>> ALLOWED = Map.ofEntries(
            Map.entry(VersionTransition.TAKE_FORCE, Set.of(VersionStatus.WAITING_FOR_FUNDS)),
            Map.entry(VersionTransition.SUPERSEDE, Set.of(VersionStatus.IN_FORCE)),
            Map.entry(VersionTransition.VOID, Set.of(VersionStatus.WAITING_FOR_FUNDS, VersionStatus.IN_FORCE)));

    @Test
    void everyTransitionIsAllowedFromExactlyTheseStatuses() {
        assertThat(ALLOWED).containsOnlyKeys(VersionTransition.values());
        for (var transition : VersionTransition.values()) {
            for (var status : VersionStatus.values()) {
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
        LifecyclePage.of("award-version", "An award version", getClass())
                .lifecycle(
                        List.of(VersionStatus.WAITING_FOR_FUNDS, VersionStatus.IN_FORCE),
                        VersionStatus.values(),
                        VersionTransition.values(),
                        VersionTransition::permits,
                        VersionTransition::to)
                .sentence(
                        "The first version waits for funds; every later one is in force from the start and supersedes the one before.")
                .check();
    }
}
