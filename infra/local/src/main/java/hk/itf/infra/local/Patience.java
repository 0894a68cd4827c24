package hk.itf.infra.local;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for other processes, which tell nobody when they are ready. */
public final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Patience() {}

    /** Asks every tenth of a second; false when the time is up or the thread is interrupted. */
    public static boolean until(Duration atMost, BooleanSupplier holds) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline || !pause()) {
                return false;
            }
        }
        return true;
    }

    /** False when the thread is interrupted, which it stays. Waking too soon does no harm: it is asked once more. */
    private static boolean pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
        return !Thread.currentThread().isInterrupted();
    }
}
