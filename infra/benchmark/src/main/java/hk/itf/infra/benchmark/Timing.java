package hk.itf.infra.benchmark;

import java.util.Arrays;

/**
 * How long each of a number of pieces of work took, and how many were done a second.
 *
 * @param perSecond over the time from the first start to the last end
 */
record Timing(int count, double perSecond, double p50Millis, double p99Millis) {

    static Timing of(long[] nanos, long wallNanos) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Timing(
                sorted.length,
                sorted.length * 1e9 / wallNanos,
                percentile(sorted, 50) / 1e6,
                percentile(sorted, 99) / 1e6);
    }

    /** The nearest rank: the smallest value that at least this many in a hundred do not exceed. */
    static long percentile(long[] sorted, int percent) {
        var rank = Math.ceilDiv((long) sorted.length * percent, 100L);
        return sorted[(int) Math.max(rank, 1) - 1];
    }
}
