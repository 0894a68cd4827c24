package hk.itf.disbursement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.infra.eventing.EventConsumers;
import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.DomainEvent;
import hk.itf.model.money.Money;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;

/** Hands events directly to the consumers, without Kafka and the event loop. */
@ApplicationScoped
public class Events {

    private final EventConsumers consumers;

    Events(EventConsumers consumers) {
        this.consumers = consumers;
    }

    /** The bean of the running service, for fixtures that are not beans. */
    public static Events ofService() {
        return Arc.container().instance(Events.class).get();
    }

    public Reception receive(DomainEvent event) {
        return consumers.receive(event);
    }

    public void isApplied(DomainEvent event) {
        assertThat(receive(event)).isEqualTo(Reception.APPLIED);
    }

    public void isLate(DomainEvent event, String because) {
        assertThat(receive(event)).isEqualTo(Reception.late(because));
    }

    /** Requires that the event cannot be applied; the event loop would park it. */
    public void isNotApplicable(DomainEvent event, String because) {
        assertThatThrownBy(() -> receive(event))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(because);
    }

    /** Splits an advance off the first tranche and pays it. */
    public GrantStory advancePaid(GrantStory story, Money advanced) {
        advanceDue(story, advanced);
        story.payOut(story.advance(1));
        story.awaitTranche(story.advance(1), "PAID");
        return story;
    }

    /** Splits an advance off the first tranche; the advance is due. */
    public GrantStory advanceDue(GrantStory story, Money advanced) {
        isApplied(story.advanceOf(1, advanced));
        assertThat(Statuses.ofService().ofTranche(story.advance(1))).isEqualTo("DUE");
        return story;
    }

    /** Pays an advance and accepts less than the advance, so that the difference is owed. Returns the receivable. */
    public Finance.Owed owing(GrantStory story, Money advanced, Money accepted) {
        advancePaid(story, advanced);
        isApplied(story.payment(1, accepted));
        return Finance.owedBy(story);
    }
}
