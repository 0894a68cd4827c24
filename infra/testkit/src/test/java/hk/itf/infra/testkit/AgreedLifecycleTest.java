package hk.itf.infra.testkit;

import static hk.itf.infra.testkit.AgreedLifecycleTest.Door.CLOSED;
import static hk.itf.infra.testkit.AgreedLifecycleTest.Door.LOCKED;
import static hk.itf.infra.testkit.AgreedLifecycleTest.Door.OPEN;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.DomainException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgreedLifecycleTest {

    enum Door {
        OPEN,
        CLOSED,
        LOCKED
    }

    private enum Act {
        CLOSE,
        LOCK
    }

    /** A table as the code has one: where an act leads from where. */
    private record Table(Map<Act, Map<Door, Door>> ends, String refusal) {

        boolean permits(Act act, Door door) {
            return ends.get(act).containsKey(door);
        }

        Door apply(Act act, Door door) {
            if (!permits(act, door)) {
                throw DomainException.conflict(refusal, "A door cannot do that.");
            }
            return ends.get(act).get(door);
        }
    }

    private static final AgreedLifecycle<Door, Act> AGREED = AgreedLifecycle.of(Door.class, Act.class)
            .edge(Act.CLOSE, Set.of(OPEN), CLOSED)
            .edge(Act.LOCK, Set.of(CLOSED), LOCKED);

    private static final Map<Act, Map<Door, Door>> SAME =
            Map.of(Act.CLOSE, Map.of(OPEN, CLOSED), Act.LOCK, Map.of(CLOSED, LOCKED));

    @Test
    void aTableWithTheSameEdgesIsAsAgreed() {
        holds(AGREED, table(SAME));
    }

    @Test
    void anEdgeTooManyIsFound() {
        isFound(
                table(Map.of(Act.CLOSE, Map.of(OPEN, CLOSED), Act.LOCK, Map.of(CLOSED, LOCKED, OPEN, LOCKED))),
                "OPEN LOCK");
    }

    @Test
    void anEdgeTooFewIsFound() {
        isFound(table(Map.of(Act.CLOSE, Map.of(OPEN, CLOSED), Act.LOCK, Map.of())), "CLOSED LOCK");
    }

    @Test
    void anotherEndIsFound() {
        isFound(table(Map.of(Act.CLOSE, Map.of(OPEN, LOCKED), Act.LOCK, Map.of(CLOSED, LOCKED))), "OPEN CLOSE");
    }

    @Test
    void aRefusalUnderAnotherNameIsFound() {
        isFound(new Table(SAME, "jammed"), "CLOSED CLOSE");
    }

    @Test
    void anActThatIsNotRefusedAlthoughItIsNotPermittedIsFound() {
        var table = table(SAME);
        assertThatThrownBy(() -> AGREED.isKeptBy(table::permits, (act, door) -> CLOSED))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("CLOSED CLOSE");
    }

    @Test
    void aTransitionThatNobodyAgreedOnIsFound() {
        var half = AgreedLifecycle.of(Door.class, Act.class).edge(Act.CLOSE, Set.of(OPEN), CLOSED);
        assertThatThrownBy(() -> holds(half, table(SAME)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("LOCK");
    }

    private static Table table(Map<Act, Map<Door, Door>> ends) {
        return new Table(ends, "illegal-transition");
    }

    private static void isFound(Table table, String pair) {
        assertThatThrownBy(() -> holds(AGREED, table))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(pair);
    }

    private static void holds(AgreedLifecycle<Door, Act> agreed, Table table) {
        agreed.isKeptBy(table::permits, table::apply);
    }
}
