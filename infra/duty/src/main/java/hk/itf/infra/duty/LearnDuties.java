package hk.itf.infra.duty;

import hk.itf.infra.eventing.EventsConsumer;
import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.DomainEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Learns from each received event which duties people took in other services, so that this service gives them no second
 * one. Duties are learned from late and early events too: the duty was taken all the same. An early event comes again, and
 * learning a duty twice changes nothing.
 */
@ApplicationScoped
@Priority(LearnDuties.BEFORE_THE_SERVICE)
class LearnDuties implements EventsConsumer<DomainEvent> {

    /** Above the default of 0: a duty conflict in an event keeps the tranche of the same event from becoming due. */
    static final int BEFORE_THE_SERVICE = 1;

    private final GrantDuties duties;

    LearnDuties(GrantDuties duties) {
        this.duties = duties;
    }

    @Override
    public Class<DomainEvent> family() {
        return DomainEvent.class;
    }

    @Override
    @Transactional
    public Reception on(DomainEvent event) {
        duties.learn(event.duties());
        return Reception.APPLIED;
    }
}
