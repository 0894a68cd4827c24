package hk.itf.infra.benchmark.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * One measured value.
 *
 * @param name such as {@code lifecycle.rate}
 * @param unit such as {@code 1/s}
 * @param floor the same work without the platform, in the same unit; null if there is no floor
 * @param ratio of value and floor; null without a floor
 * @param target the value that the platform must reach; null if none is set
 * @param met whether it reaches the target; null without a target
 */
@JsonPropertyOrder({"name", "value", "unit", "floor", "ratio", "target", "met"})
public record Metric(
        String name,
        double value,
        String unit,
        @Nullable Double floor,
        @Nullable Double ratio,
        @Nullable Double target,
        @Nullable Boolean met) {

    static Metric of(String name, double value, String unit, @Nullable Double floor) {
        var target = Target.of(name);
        return new Metric(
                name,
                rounded(value),
                unit,
                floor == null ? null : rounded(floor),
                floor == null || floor == 0 ? null : rounded(value / floor),
                target.map(Target::value).orElse(null),
                target.map(each -> each.isMetBy(value)).orElse(null));
    }

    /** Four significant digits; more would claim a precision that no measurement has. */
    static double rounded(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return 0;
        }
        var scale = Math.pow(10, 3 - Math.floor(Math.log10(Math.abs(value))));
        return Math.round(value * scale) / scale;
    }
}
