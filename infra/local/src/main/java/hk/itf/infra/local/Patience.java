package hk.itf.infra.local;

import java.time.Duration;
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

    private static boolean pause() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
