package hk.itf.applications.progress;

import hk.itf.applications.ApplicationsSettings;
import hk.itf.applications.application.Applications.Offer;
import hk.itf.infra.clock.Sweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Lapses offers that were not accepted in time. */
@ApplicationScoped
class OfferSweeper {

    private final LapseOffer lapseOffer;
    private final Sweep<Offer> offers = Sweep.ofDue("offer", ApplicationsSettings.SWEEP_PAGE);

    OfferSweeper(LapseOffer lapseOffer) {
        this.lapseOffer = lapseOffer;
    }

    @Scheduled(every = "{itf.applications.sweep-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        offers.run(lapseOffer::late, offer -> lapseOffer.handle(offer.grant()));
    }
}
