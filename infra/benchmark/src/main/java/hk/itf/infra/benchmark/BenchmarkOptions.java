package hk.itf.infra.benchmark;

/**
 * The size of a benchmark.
 *
 * @param submissions number of timed submissions
 * @param connections number of clients that submit at the same time, and of database connections for the floor
 * @param paced number of submissions at a fixed pace, whose tasks are waited for
 * @param json print one JSON object, not a table
 */
record BenchmarkOptions(int submissions, int connections, int paced, boolean json) {

    /** @throws IllegalArgumentException with a sentence that names the option, if a number is out of range */
    BenchmarkOptions {
        requireBetween1And(100_000, "--submissions", submissions);
        requireBetween1And(64, "--connections", connections);
        requireBetween1And(1_000, "--paced", paced);
    }

    /** Number of untimed submissions before the timed ones. A JVM is slow until its hot code is compiled. */
    int warmUp() {
        return Math.max(connections, submissions / 4);
    }

    static void requireBetween1And(int max, String option, int value) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException("%s must be between 1 and %d, not %d.".formatted(option, max, value));
        }
    }
}
