package hk.itf.infra.testkit;

import hk.itf.infra.clock.HongKong;
import hk.itf.infra.local.BusinessClockFile;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/** Moves business time forward. Business time never goes back. */
public final class TestClock {

    private TestClock() {}

    /** Today in Hong Kong, in business time. */
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
