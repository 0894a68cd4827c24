package hk.itf.infra.local;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for other processes by polling. */
public final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Patience() {}

    /** Polls the condition every 100 ms. Returns false if the time is up or the thread is interrupted. */
    public static boolean until(Duration atMost, BooleanSupplier condition) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline || !pause()) {
                return false;
            }
        }
        return true;
    }

    /** Returns false if the thread is interrupted, and keeps its interrupt flag. The pause can be shorter than 100 ms. */
    private static boolean pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
        return !Thread.currentThread().isInterrupted();
    }
}
