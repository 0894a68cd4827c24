package hk.itf.infra.eventing.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** The recent turns and restarts of the event loop, for the health checks. */
@ApplicationScoped
public class LoopProgress {

    /** A turn of the loop waits for the broker or for transactions with timeouts, never this long. */
    private static final Duration LONGEST_TURN = Duration.ofMinutes(2);

    /** The loop counts as recovered after this time without a failure, also when no event comes. */
    private static final Duration RECOVERED_AFTER = Duration.ofMinutes(1);

    private static final int MOST_RESTARTS = 3;

    private volatile long lastTurn = System.nanoTime();
    private volatile long lastRestart = System.nanoTime();
    private final AtomicInteger restarts = new AtomicInteger();

    /** The loop goes on: it polled, or it is about to repeat a transaction. */
    void turned() {
        lastTurn = System.nanoTime();
        if (restarts.get() > 0 && since(lastRestart).compareTo(RECOVERED_AFTER) >= 0) {
            restarts.set(0);
        }
    }

    /** A batch with records is done. */
    void handledBatch() {
        restarts.set(0);
    }

    /** The loop failed and starts again. */
    void restarted() {
        lastRestart = System.nanoTime();
        restarts.incrementAndGet();
    }

    /** The number of restarts since the last batch that was done. */
    public int restarts() {
        return restarts.get();
    }

    /** Whether the loop has failed several times in a row without getting further. */
    public boolean isStuck() {
        return restarts.get() >= MOST_RESTARTS;
    }

    /** Whether the thread of the loop hangs. */
    public boolean hangs() {
        return since(lastTurn).compareTo(LONGEST_TURN) > 0;
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
