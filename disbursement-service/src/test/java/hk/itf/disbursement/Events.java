package hk.itf.disbursement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.infra.eventing.EventConsumers;
import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.DomainEvent;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;

/** Hands events to the consumers directly, without Kafka and the event loop. */
@ApplicationScoped
public class Events {

    private final EventConsumers consumers;

    Events(EventConsumers consumers) {
        this.consumers = consumers;
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

    /** The event loop would park it. */
    public void isNotApplicable(DomainEvent event, String because) {
        assertThatThrownBy(() -> receive(event))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(because);
    }

    /** A grant with one tranche of which a part was paid in advance. */
    public GrantStory advancePaid(GrantStory story, Money advanced) {
        advanceDue(story, advanced);
        story.payOut(story.advance(1));
        story.awaitTranche(story.advance(1), "PAID");
        return story;
    }

    /** A grant with a tranche of which a part may be paid in advance. */
    public GrantStory advanceDue(GrantStory story, Money advanced) {
        isApplied(story.advanceOf(1, advanced));
        assertThat(Finance.statusOf(story.advance(1))).isEqualTo("DUE");
        return story;
    }

    /** The advance was paid, and so much of it was not earned. Returns what is owed. */
    public Finance.Owed owing(GrantStory story, Money advanced, Money accepted) {
        advancePaid(story, advanced);
        isApplied(story.payment(1, accepted));
        return Finance.owedBy(story);
    }
}
