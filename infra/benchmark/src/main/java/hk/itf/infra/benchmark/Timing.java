package hk.itf.infra.benchmark;

import java.util.Arrays;

/**
 * The durations of repeated work.
 *
 * @param count number of pieces of work
 * @param perSecond {@code count} divided by the time from the first start to the last end
 */
record Timing(int count, double perSecond, double p50Millis, double p99Millis) {

    /**
     * @param nanos duration of each piece of work, in any order
     * @param wallNanos time from the first start to the last end
     */
    static Timing of(long[] nanos, long wallNanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Timing(
                sorted.length,
                sorted.length * 1e9 / wallNanos,
                percentile(sorted, 50) / 1e6,
                percentile(sorted, 99) / 1e6);
    }

    /** Returns the nearest rank: the smallest value that is not below {@code percent} per cent of the values. */
    static long percentile(long[] sorted, int percent) {
        var rank = Math.ceilDiv((long) sorted.length * percent, 100L);
        return sorted[(int) Math.max(rank, 1) - 1];
    }
}
