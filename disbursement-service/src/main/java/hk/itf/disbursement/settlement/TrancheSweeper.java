package hk.itf.disbursement.settlement;

import hk.itf.disbursement.tranche.MakeTrancheDue;
import hk.itf.infra.clock.Sweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Every second, makes ready tranches due, closes awards whose tranches are paid or cancelled, and completes
 * terminations that the bank has answered.
 */
@ApplicationScoped
class TrancheSweeper {

    private final MakeTrancheDue makeTrancheDue;
    private final CloseAward closeAward;
    private final CompleteTermination completeTermination;

    TrancheSweeper(MakeTrancheDue makeTrancheDue, CloseAward closeAward, CompleteTermination completeTermination) {
        this.makeTrancheDue = makeTrancheDue;
        this.closeAward = closeAward;
        this.completeTermination = completeTermination;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        Sweep.each("tranche to make due", makeTrancheDue.candidates(), makeTrancheDue::handle);
        Sweep.each("award to close", closeAward.candidates(), closeAward::handle);
        Sweep.each("termination to complete", completeTermination.candidates(), completeTermination::handle);
    }
}
