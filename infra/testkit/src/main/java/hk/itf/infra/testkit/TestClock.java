package hk.itf.infra.testkit;

import hk.itf.infra.clock.HongKong;
import hk.itf.infra.local.BusinessClockFile;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/** Moves business time forward; it never goes back, so tests move it by what they need and no more. */
public final class TestClock {

    private TestClock() {}

    /** Business time's day in Hong Kong. */
    public static LocalDate today() {
        return LocalDate.now(Clock.offset(Clock.system(HongKong.ZONE), ahead().offset()));
    }

    public static void advance(Duration by) {
        ahead().advance(by);
    }

    private static BusinessClockFile ahead() {
        return new BusinessClockFile(StackResource.folder().resolve("clock-offset"));
    }
}
