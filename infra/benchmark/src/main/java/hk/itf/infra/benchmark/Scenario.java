package hk.itf.infra.benchmark;

import java.util.Locale;

/** A part of the benchmark that {@code --only} runs alone. */
enum Scenario {
    LIFECYCLE;

    /** Name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
