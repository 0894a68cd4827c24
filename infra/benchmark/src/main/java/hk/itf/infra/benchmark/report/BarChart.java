package hk.itf.infra.benchmark.report;

import java.util.List;
import java.util.Locale;

/** Pairs of horizontal bars: the platform and its floor. The scale is logarithmic, because they differ by orders of magnitude. */
final class BarChart {

    private static final int LEFT = 210;
    private static final int BAR_WIDTH = 430;
    private static final int ROW = 46;
    private static final int TOP = 60;

    private BarChart() {}

    /** @param metrics with a floor */
    static String of(String title, List<Metric> metrics) {
        var svg = new Svg(LEFT + BAR_WIDTH + 120, TOP + metrics.size() * ROW + 16, title);
        svg.rectangle(LEFT, 38, 12, 10, Svg.DARK);
        svg.text(LEFT + 18, 47, "start", 11, "platform");
        svg.rectangle(LEFT + 90, 38, 12, 10, Svg.LIGHT);
        svg.text(LEFT + 108, 47, "start", 11, "floor");
        var largest = metrics.stream()
                .mapToDouble(metric -> Math.max(metric.value(), floor(metric)))
                .max()
                .orElse(1);
        var y = TOP;
        for (var metric : metrics) {
            svg.text(LEFT - 10, y + 20, "end", 12, metric.name());
            bar(svg, y, metric.value(), largest, metric.unit(), Svg.DARK);
            bar(svg, y + 17, floor(metric), largest, metric.unit(), Svg.LIGHT);
            y += ROW;
        }
        return svg.toString();
    }

    private static void bar(Svg svg, int y, double value, double largest, String unit, String colour) {
        var length = BAR_WIDTH * Math.log10(1 + value) / Math.log10(1 + largest);
        svg.rectangle(LEFT, y, length, 14, colour);
        svg.text(LEFT + length + 6, y + 11, "start", 11, String.format(Locale.ROOT, "%.1f %s", value, unit));
    }

    private static double floor(Metric metric) {
        return metric.floor() == null ? 0 : metric.floor();
    }
}
