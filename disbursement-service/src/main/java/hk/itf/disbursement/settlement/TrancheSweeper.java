package hk.itf.disbursement.settlement;

import hk.itf.disbursement.tranche.MakeTrancheDue;
import hk.itf.infra.duty.Sweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Does what time brings about: tranches whose payee has cooled off become due, awards with nothing left to pay close or,
 * where they were ended, are terminated.
 */
@ApplicationScoped
class TrancheSweeper {

    private final MakeTrancheDue makeTrancheDue;
    private final CloseAward closeAward;
    private final CompleteTermination terminateAward;

    TrancheSweeper(MakeTrancheDue makeTrancheDue, CloseAward closeAward, CompleteTermination terminateAward) {
        this.makeTrancheDue = makeTrancheDue;
        this.closeAward = closeAward;
        this.terminateAward = terminateAward;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        Sweep.each("ripe tranche", makeTrancheDue.ripe(), makeTrancheDue::handle);
        Sweep.each("finished grant", closeAward.finished(), closeAward::handle);
        Sweep.each("ended grant", terminateAward.ready(), terminateAward::handle);
    }
}
