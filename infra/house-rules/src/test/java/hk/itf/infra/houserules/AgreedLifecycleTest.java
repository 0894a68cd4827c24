package hk.itf.infra.houserules;

import static hk.itf.infra.houserules.AgreedLifecycleTest.DoorStatus.CLOSED;
import static hk.itf.infra.houserules.AgreedLifecycleTest.DoorStatus.LOCKED;
import static hk.itf.infra.houserules.AgreedLifecycleTest.DoorStatus.OPEN;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.DomainException;
import hk.itf.model.Edge;
import hk.itf.model.Transition;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgreedLifecycleTest {

    enum DoorStatus {
        OPEN,
        CLOSED,
        LOCKED
    }

    private enum DoorTransition implements Transition<DoorStatus> {
        CLOSE(Edge.from(OPEN).to(CLOSED)),
        LOCK(Edge.from(CLOSED).to(LOCKED));

        private final Edge<DoorStatus> edge;

        DoorTransition(Edge<DoorStatus> edge) {
            this.edge = edge;
        }

        @Override
        public Edge<DoorStatus> edge() {
            return edge;
        }
    }

    private enum JammedTransition implements Transition<DoorStatus> {
        LOCK;

        @Override
        public Edge<DoorStatus> edge() {
            return Edge.from(CLOSED).to(LOCKED);
        }

        @Override
        public DoorStatus apply(DoorStatus current) {
            if (current == OPEN) {
                throw DomainException.conflict("jammed");
            }
            return LOCKED;
        }
    }

    private enum LaxTransition implements Transition<DoorStatus> {
        LOCK;

        @Override
        public Edge<DoorStatus> edge() {
            return Edge.from(CLOSED).to(LOCKED);
        }

        @Override
        public DoorStatus apply(DoorStatus current) {
            return LOCKED;
        }
    }

    @Test
    void acceptsSameEdges() {
        agreed(Set.of(OPEN), CLOSED, Set.of(CLOSED)).isKept();
    }

    @Test
    void findsEdgeThatWasNotAgreed() {
        refuses(agreed(Set.of(OPEN), CLOSED, Set.of()), "CLOSED LOCK");
    }

    @Test
    void findsMissingEdge() {
        refuses(agreed(Set.of(OPEN), CLOSED, Set.of(OPEN, CLOSED)), "OPEN LOCK");
    }

    @Test
    void findsEdgeToAnotherStatus() {
        refuses(agreed(Set.of(OPEN), LOCKED, Set.of(CLOSED)), "OPEN CLOSE");
    }

    @Test
    void findsRefusalWithAnotherSlug() {
        refuses(
                AgreedLifecycle.of(DoorStatus.class, JammedTransition.class)
                        .edge(JammedTransition.LOCK, Set.of(CLOSED), LOCKED),
                "OPEN LOCK");
    }

    @Test
    void findsTransitionThatIsNotRefused() {
        refuses(
                AgreedLifecycle.of(DoorStatus.class, LaxTransition.class)
                        .edge(LaxTransition.LOCK, Set.of(CLOSED), LOCKED),
                "OPEN LOCK");
    }

    @Test
    void findsTransitionThatWasNotAgreed() {
        refuses(
                AgreedLifecycle.of(DoorStatus.class, DoorTransition.class)
                        .edge(DoorTransition.CLOSE, Set.of(OPEN), CLOSED),
                "LOCK");
    }

    private static AgreedLifecycle<DoorStatus, DoorTransition> agreed(
            Set<DoorStatus> closeFrom, DoorStatus closeTo, Set<DoorStatus> lockFrom) {
        return AgreedLifecycle.of(DoorStatus.class, DoorTransition.class)
                .edge(DoorTransition.CLOSE, closeFrom, closeTo)
                .edge(DoorTransition.LOCK, lockFrom, LOCKED);
    }

    private static void refuses(AgreedLifecycle<?, ?> agreed, String pair) {
        assertThatThrownBy(agreed::isKept).isInstanceOf(AssertionError.class).hasMessageContaining(pair);
    }
}
