package hk.itf.infra.testkit;

import hk.itf.infra.local.BusinessClockFile;
import java.time.Duration;

/** Moves business time forward; it never goes back, so tests move it by what they need and no more. */
public final class TestClock {

    private TestClock() {}

    public static void advance(Duration by) {
        new BusinessClockFile(StackResource.folder().resolve("clock-offset")).advance(by);
    }
}
