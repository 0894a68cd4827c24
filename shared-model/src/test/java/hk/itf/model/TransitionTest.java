package hk.itf.model;

import static hk.itf.model.TransitionTest.ReviewCaseStatus.CLOSED;
import static hk.itf.model.TransitionTest.ReviewCaseStatus.IN_QUEUE;
import static hk.itf.model.TransitionTest.ReviewCaseStatus.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.model.DomainException.Kind;
import org.junit.jupiter.api.Test;

class TransitionTest {

    enum ReviewCaseStatus {
        IN_QUEUE,
        OPEN,
        CLOSED
    }

    enum ReviewCaseTransition implements Transition<ReviewCaseStatus> {
        CLOSE_EARLY(Edge.from(OPEN).to(CLOSED)),
        CLOSE(Edge.from(OPEN, IN_QUEUE).to(CLOSED));

        private final Edge<ReviewCaseStatus> edge;

        ReviewCaseTransition(Edge<ReviewCaseStatus> edge) {
            this.edge = edge;
        }

        @Override
        public Edge<ReviewCaseStatus> edge() {
            return edge;
        }
    }

    record ReviewCase(ReviewCaseStatus status) implements HasLifecycle<ReviewCaseStatus> {}

    @Test
    void leadsFromEveryDeclaredStatus() {
        assertThat(ReviewCaseTransition.CLOSE.apply(OPEN)).isEqualTo(CLOSED);
        assertThat(ReviewCaseTransition.CLOSE.apply(IN_QUEUE)).isEqualTo(CLOSED);
    }

    @Test
    void refusesOtherStatusesNamingAggregateAndStatus() {
        assertThatThrownBy(() -> ReviewCaseTransition.CLOSE_EARLY.apply(IN_QUEUE))
                .isInstanceOfSatisfying(DomainException.class, refusal -> {
                    assertThat(refusal.slug()).isEqualTo("illegal-transition");
                    assertThat(refusal.kind()).isEqualTo(Kind.CONFLICT);
                    assertThat(refusal.wording().values())
                            .containsEntry("aggregate", Wording.of("aggregate.ReviewCase"))
                            .containsEntry("status", IN_QUEUE)
                            .containsEntry("transition", ReviewCaseTransition.CLOSE_EARLY);
                });
    }

    @Test
    void aggregateAnswersByItsPresentStatus() {
        var open = new ReviewCase(OPEN);
        var closed = new ReviewCase(CLOSED);

        assertThat(open.permits(ReviewCaseTransition.CLOSE)).isTrue();
        open.require(ReviewCaseTransition.CLOSE);
        assertThat(closed.permits(ReviewCaseTransition.CLOSE)).isFalse();
        assertThatThrownBy(() -> closed.require(ReviewCaseTransition.CLOSE)).isInstanceOf(DomainException.class);
    }
}
