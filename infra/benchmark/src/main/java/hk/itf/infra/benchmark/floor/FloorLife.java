package hk.itf.infra.benchmark.floor;

import java.util.HashMap;
import java.util.Map;

/** The fresh identifiers of one repetition of a captured grant. */
final class FloorLife {

    private static final long FIRST_COUNT = 1L << 40; // above everything that the set-up copied
    private static final long COUNTS_PER_LIFE = 10_000;

    private final long number;
    private final Map<String, String> replacements = new HashMap<>();

    FloorLife(long number) {
        this.number = number;
    }

    long counter() {
        return FIRST_COUNT + number * COUNTS_PER_LIFE;
    }

    String replacement(String identifier) {
        return replacements.computeIfAbsent(identifier, FreshValues::another);
    }
}
