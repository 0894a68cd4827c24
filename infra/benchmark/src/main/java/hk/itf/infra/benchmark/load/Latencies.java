package hk.itf.infra.benchmark.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Durations, from one microsecond to one hour, with three significant digits. For one thread at a time. */
public final class Latencies {

    /**
     * A point of the distribution.
     *
     * @param percent of the durations that are not longer
     */
    public record Point(double percent, double millis) {}

    private static final double[] PERCENTS = {50, 75, 90, 95, 99, 99.9, 99.99};
    private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);
    private static final double MICROS_PER_MILLI = 1000;

    private final Histogram micros = new Histogram(LONGEST_MICROS, 3);

    public void record(long nanos) {
        micros.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 1, LONGEST_MICROS));
    }

    public void addAll(Latencies others) {
        micros.add(others.micros);
    }

    public long count() {
        return micros.getTotalCount();
    }

    /** Zero if nothing was recorded. */
    public double millis(double percent) {
        return count() == 0 ? 0 : micros.getValueAtPercentile(percent) / MICROS_PER_MILLI;
    }

    public double meanMillis() {
        return count() == 0 ? 0 : micros.getMean() / MICROS_PER_MILLI;
    }

    /** The distribution at the percentages that reports usually show. */
    public List<Point> points() {
        var points = new ArrayList<Point>();
        for (var percent : PERCENTS) {
            points.add(new Point(percent, millis(percent)));
        }
        return points;
    }
}
