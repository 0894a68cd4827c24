package hk.itf.applications.claim;

import hk.itf.infra.clock.Sweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the tranches whose claim deadline passed without a claim. */
@ApplicationScoped
class ClaimDeadlineSweeper {

    private final PassClaimDeadline passClaimDeadline;

    ClaimDeadlineSweeper(PassClaimDeadline passClaimDeadline) {
        this.passClaimDeadline = passClaimDeadline;
    }

    @Scheduled(every = "{itf.applications.sweep-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        Sweep.each("unclaimed tranche", passClaimDeadline.late(), passClaimDeadline::handle);
    }
}
