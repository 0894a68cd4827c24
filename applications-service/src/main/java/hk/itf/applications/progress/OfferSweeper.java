package hk.itf.applications.progress;

import hk.itf.infra.clock.Sweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Lapses offers that were not accepted in time. */
@ApplicationScoped
class OfferSweeper {

    private final LapseOffer lapseOffer;

    OfferSweeper(LapseOffer lapseOffer) {
        this.lapseOffer = lapseOffer;
    }

    @Scheduled(every = "{itf.applications.sweep-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        Sweep.each("offer of", lapseOffer.late(), lapseOffer::handle);
    }
}
