package hk.itf.infra.eventing.inbox;

import hk.itf.infra.eventing.Failures;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/** Runs the work of the event loop in transactions. */
@ApplicationScoped
class LoopTransactions {

    private static final Logger LOG = Logger.getLogger(LoopTransactions.class);
    private static final int SECONDS = 14;

    /** The service stops during the retries of a passing failure. */
    static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private StoppedException(Throwable unfinished) {
            super("stopped while retrying", unfinished);
        }
    }

    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    private final LoopProgress progress;
    private volatile boolean stopping;

    LoopTransactions(LoopProgress progress) {
        this.progress = progress;
    }

    boolean isStopping() {
        return stopping;
    }

    /** Lets no further repetition begin. */
    void stop() {
        stopping = true;
    }

    /** Runs the work in one transaction. */
    void once(Work work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** Runs the work in one transaction and returns its result. */
    <T> T call(Callable<T> work) {
        progress.turned();
        return QuarkusTransaction.requiringNew().timeout(SECONDS).call(work);
    }

    /**
     * Repeats the work after passing failures, and throws other failures.
     *
     * @throws StoppedException when the service stops before the work is done
     */
    void untilDone(Work work) {
        var pause = 50L;
        while (true) {
            try {
                once(work);
                return;
            } catch (RuntimeException e) {
                if (!Failures.passing(e)) {
                    throw e;
                }
                if (stopping) {
                    throw new StoppedException(e);
                }
                LOG.warnf(
                        "Failed, next attempt in %d ms: %s",
                        pause, Failures.root(e).getMessage());
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
                pause = Math.min(pause * 2, 2_000);
            }
        }
    }
}
