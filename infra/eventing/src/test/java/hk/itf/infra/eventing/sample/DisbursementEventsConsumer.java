package hk.itf.infra.eventing.sample;

import hk.itf.infra.eventing.EventsConsumer;
import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.DisbursementEvent;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class DisbursementEventsConsumer implements EventsConsumer<DisbursementEvent> {

    private final Offers offers;

    DisbursementEventsConsumer(Offers offers) {
        this.offers = offers;
    }

    @Override
    public Class<DisbursementEvent> family() {
        return DisbursementEvent.class;
    }

    @Override
    public Reception on(DisbursementEvent event) {
        return switch (event) {
            case DisbursementEvent.AwardCommitted committed -> offers.commit(committed);
            default -> Reception.APPLIED;
        };
    }
}
