package hk.itf.infra.duty;

import hk.itf.infra.eventing.EventsConsumer;
import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.DomainEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Learns from each received event which duties people took in other services, so that this service gives them no second
 * one. An event that comes late or early teaches its duties too: they were taken all the same. An early event comes again,
 * and learning a duty twice changes nothing.
 */
@ApplicationScoped
@Priority(LearnDuties.AFTER_THE_SERVICE)
class LearnDuties implements EventsConsumer<DomainEvent> {

    /** Below the default of 0: like the handlers, a consumer locks the application or award before duties are written. */
    static final int AFTER_THE_SERVICE = -1;

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
        event.duties().forEach(duties::learn);
        return Reception.APPLIED;
    }
}
