package hk.itf.infra.eventing.sample;

import hk.itf.infra.eventing.EventsConsumer;
import hk.itf.infra.eventing.Reception;
import hk.itf.model.event.ApplicationEvent;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class ApplicationEventsConsumer implements EventsConsumer<ApplicationEvent> {

    private final Offers offers;

    ApplicationEventsConsumer(Offers offers) {
        this.offers = offers;
    }

    @Override
    public Class<ApplicationEvent> family() {
        return ApplicationEvent.class;
    }

    @Override
    public Reception on(ApplicationEvent event) {
        return switch (event) {
            case ApplicationEvent.OfferMade made -> offers.open(made);
            case ApplicationEvent.OfferAccepted accepted -> offers.accept(accepted);
            case ApplicationEvent.OfferLapsed lapsed -> offers.lapse(lapsed);
            case ApplicationEvent.SchemeVersionPublished version -> offers.publish(version);
            default -> Reception.APPLIED;
        };
    }
}
