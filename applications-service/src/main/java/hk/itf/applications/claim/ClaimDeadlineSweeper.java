package hk.itf.applications.claim;

import hk.itf.applications.ApplicationsSettings;
import hk.itf.applications.grant.GrantTranches.Deadline;
import hk.itf.infra.clock.Candidate;
import hk.itf.infra.clock.Sweep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the tranches whose claim deadline passed without a claim. */
@ApplicationScoped
class ClaimDeadlineSweeper {

    private final PassClaimDeadline passClaimDeadline;
    private final Sweep<Candidate<Deadline>> tranches =
            Sweep.ofWaiting("unclaimed tranche", ApplicationsSettings.SWEEP_WINDOW);

    ClaimDeadlineSweeper(PassClaimDeadline passClaimDeadline) {
        this.passClaimDeadline = passClaimDeadline;
    }

    @Scheduled(every = "{itf.applications.sweep-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        tranches.run(
                passClaimDeadline::late, Candidate.ifDue(deadline -> passClaimDeadline.handle(deadline.tranche())));
    }
}
