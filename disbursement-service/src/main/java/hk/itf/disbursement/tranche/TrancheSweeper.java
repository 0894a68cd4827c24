package hk.itf.disbursement.tranche;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Does what time brings about: tranches whose payee has cooled off become due, awards with nothing left to pay close or,
 * where they were ended, are terminated.
 * Each is a transaction of its own and looks again under locks, so replicas may sweep at the same time.
 */
@ApplicationScoped
class TrancheSweeper {

    private static final Logger LOG = Logger.getLogger(TrancheSweeper.class);

    private final MakeTrancheDue makeTrancheDue;
    private final CloseAward closeAward;
    private final TerminateAward terminateAward;

    TrancheSweeper(MakeTrancheDue makeTrancheDue, CloseAward closeAward, TerminateAward terminateAward) {
        this.makeTrancheDue = makeTrancheDue;
        this.closeAward = closeAward;
        this.terminateAward = terminateAward;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        makeTrancheDue.ripe().forEach(tranche -> attempt(() -> makeTrancheDue.handle(tranche)));
        closeAward.finished().forEach(grant -> attempt(() -> closeAward.handle(grant)));
        terminateAward.ready().forEach(grant -> attempt(() -> terminateAward.handle(grant)));
    }

    /** One that fails does not keep the others from their turn; it comes up again in a second. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warnf(e, "left for the next sweep");
        }
    }
}
