package hk.itf.infra.houserules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.DomainException;
import hk.itf.model.Edge;
import hk.itf.model.Transition;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The edges of a lifecycle as they were agreed, written out a second time. A test compares them with the edges that the
 * code executes, every transition in every status.
 *
 * @param <S> the statuses
 * @param <T> the transitions
 */
public final class AgreedLifecycle<S extends Enum<S>, T extends Enum<T> & Transition<S>> {

    private final Class<S> statuses;
    private final Class<T> transitions;
    private final Map<T, Edge<S>> edges;

    private AgreedLifecycle(Class<S> statuses, Class<T> transitions) {
        this.statuses = statuses;
        this.transitions = transitions;
        this.edges = new EnumMap<>(transitions);
    }

    public static <S extends Enum<S>, T extends Enum<T> & Transition<S>> AgreedLifecycle<S, T> of(
            Class<S> statuses, Class<T> transitions) {
        return new AgreedLifecycle<>(statuses, transitions);
    }

    public AgreedLifecycle<S, T> edge(T transition, Set<S> from, S to) {
        edges.put(transition, new Edge<>(from, to));
        return this;
    }

    /** @throws AssertionError with the first status and transition that were agreed otherwise */
    public void isKept() {
        assertThat(edges.keySet()).isEqualTo(EnumSet.allOf(transitions));
        for (var transition : transitions.getEnumConstants()) {
            for (var status : statuses.getEnumConstants()) {
                var pair = "%s %s".formatted(status, transition);
                assertThat(transition.permits(status)).as(pair).isEqualTo(allows(transition, status));
                if (allows(transition, status)) {
                    assertThat(transition.apply(status))
                            .as(pair)
                            .isEqualTo(edge(transition).to());
                } else {
                    assertThatThrownBy(() -> transition.apply(status), pair)
                            .isInstanceOfSatisfying(
                                    DomainException.class,
                                    refusal ->
                                            assertThat(refusal.slug()).as(pair).isEqualTo("illegal-transition"));
                }
            }
        }
    }

    /**
     * Draws the page of the lifecycle that the code executes.
     *
     * @param name of the file, such as {@code review-case}
     * @param thing the aggregate, such as {@code A review case}
     */
    public LifecyclePage page(String name, String thing, Class<?> test, S beginning) {
        return LifecyclePage.of(name, thing, test).lifecycle(List.of(beginning), statuses, transitions);
    }

    private boolean allows(T transition, S status) {
        return edge(transition).from().contains(status);
    }

    private Edge<S> edge(T transition) {
        return Objects.requireNonNull(edges.get(transition), transition::name);
    }
}
