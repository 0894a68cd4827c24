package hk.itf.infra.clock;

import java.util.function.Consumer;

/**
 * A candidate of a sweep that looked at a page of rows.
 *
 * @param isDue false for a row that still waits
 */
public record Candidate<K>(K key, boolean isDue) {

    /** Runs the work on the key of a due candidate. */
    public static <K> Consumer<Candidate<K>> ifDue(Consumer<K> work) {
        return candidate -> {
            if (candidate.isDue()) {
                work.accept(candidate.key());
            }
        };
    }
}
