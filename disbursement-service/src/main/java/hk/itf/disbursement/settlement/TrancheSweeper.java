package hk.itf.disbursement.settlement;

import hk.itf.disbursement.DisbursementSettings;
import hk.itf.disbursement.tranche.MakeTrancheDue;
import hk.itf.infra.clock.Candidate;
import hk.itf.infra.clock.Sweep;
import hk.itf.model.id.GrantId;
import hk.itf.model.id.TrancheId;
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
    private final Sweep<Candidate<TrancheId>> tranches;
    private final Sweep<Candidate<GrantId>> awards;
    private final Sweep<Candidate<GrantId>> terminations;

    TrancheSweeper(
            MakeTrancheDue makeTrancheDue,
            CloseAward closeAward,
            CompleteTermination completeTermination,
            DisbursementSettings settings) {
        this.makeTrancheDue = makeTrancheDue;
        this.closeAward = closeAward;
        this.completeTermination = completeTermination;
        this.tranches = Sweep.ofWaiting("tranche to make due", settings.sweepWindow());
        this.awards = Sweep.ofWaiting("award to close", settings.sweepWindow());
        this.terminations = Sweep.ofWaiting("termination to complete", settings.sweepWindow());
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        tranches.run(makeTrancheDue::candidates, Candidate.ifDue(makeTrancheDue::handle));
        awards.run(closeAward::candidates, Candidate.ifDue(closeAward::handle));
        terminations.run(completeTermination::candidates, Candidate.ifDue(completeTermination::handle));
    }
}
