package hk.itf.disbursement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hk.itf.disbursement.reception.ApplicationEventsConsumer;
import hk.itf.disbursement.reception.AssessmentEventsConsumer;
import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.ApplicationEvent;
import hk.itf.model.event.AssessmentEvent;
import hk.itf.model.event.DomainEvent;
import hk.itf.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;

/** Events handed to the consumers at once, for tests that are about what becomes of them. */
@ApplicationScoped
public class Events {

    private final ApplicationEventsConsumer applications;
    private final AssessmentEventsConsumer assessments;

    Events(ApplicationEventsConsumer applications, AssessmentEventsConsumer assessments) {
        this.applications = applications;
        this.assessments = assessments;
    }

    public Reception receive(DomainEvent event) {
        return switch (event) {
            case ApplicationEvent of -> applications.on(of);
            case AssessmentEvent of -> assessments.on(of);
            default -> throw new IllegalArgumentException("not received here");
        };
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
