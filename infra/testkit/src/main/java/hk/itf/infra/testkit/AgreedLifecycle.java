package hk.itf.infra.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.DomainException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * A lifecycle as it was agreed, written out a second time: the only edges there are. The table that the code runs on is
 * held against it, every transition in every status.
 *
 * @param <S> the statuses
 * @param <T> the transitions
 */
public final class AgreedLifecycle<S extends Enum<S>, T extends Enum<T>> {

    private record Edge<S>(Set<S> from, S to) {}

    private final Class<S> statuses;
    private final Class<T> transitions;
    private final Map<T, Edge<S>> edges;

    private AgreedLifecycle(Class<S> statuses, Class<T> transitions) {
        this.statuses = statuses;
        this.transitions = transitions;
        this.edges = new EnumMap<>(transitions);
    }

    public static <S extends Enum<S>, T extends Enum<T>> AgreedLifecycle<S, T> of(
            Class<S> statuses, Class<T> transitions) {
        return new AgreedLifecycle<>(statuses, transitions);
    }

    public AgreedLifecycle<S, T> edge(T transition, Set<S> from, S to) {
        edges.put(transition, new Edge<>(Set.copyOf(from), to));
        return this;
    }

    /**
     * Holds the table of transitions against what was agreed.
     *
     * @param permits whether a transition may leave a status
     * @param apply where it leads from there; an {@code illegal-transition} where it may not
     * @throws AssertionError naming the first status and transition that were agreed otherwise
     */
    public void isKeptBy(BiPredicate<T, S> permits, BiFunction<T, S, S> apply) {
        assertThat(edges.keySet()).isEqualTo(EnumSet.allOf(transitions));
        for (var transition : transitions.getEnumConstants()) {
            for (var status : statuses.getEnumConstants()) {
                var pair = "%s %s".formatted(status, transition);
                assertThat(permits.test(transition, status)).as(pair).isEqualTo(allows(transition, status));
                if (allows(transition, status)) {
                    assertThat(apply.apply(transition, status)).as(pair).isEqualTo(end(transition));
                } else {
                    assertThatThrownBy(() -> apply.apply(transition, status), pair)
                            .isInstanceOfSatisfying(
                                    DomainException.class,
                                    refusal ->
                                            assertThat(refusal.slug()).as(pair).isEqualTo("illegal-transition"));
                }
            }
        }
    }

    /**
     * The page that people read of it.
     *
     * @param name of the file, such as {@code review-case}
     * @param thing whose life it is, such as {@code A review case}
     */
    public LifecyclePage page(String name, String thing, Class<?> test, S beginning) {
        return LifecyclePage.of(name, thing, test)
                .lifecycle(
                        List.of(beginning),
                        statuses.getEnumConstants(),
                        transitions.getEnumConstants(),
                        this::allows,
                        this::end);
    }

    private boolean allows(T transition, S status) {
        return edge(transition).from().contains(status);
    }

    private S end(T transition) {
        return edge(transition).to();
    }

    private Edge<S> edge(T transition) {
        return Objects.requireNonNull(edges.get(transition), transition::name);
    }
}
