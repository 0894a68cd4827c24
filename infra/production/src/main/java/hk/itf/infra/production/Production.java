package hk.itf.infra.production;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;

/** Tells production apart from tests, development and the local stack, which runs in the profile {@code local}. */
public final class Production {

    private Production() {}

    /** Whether this process serves real grants. */
    public static boolean isActive() {
        return LaunchMode.current() == LaunchMode.NORMAL && !ConfigUtils.isProfileActive("local");
    }
}
