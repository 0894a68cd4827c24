package hk.itf.infra.benchmark.report;

import java.util.List;
import java.util.Locale;

/** Lines over named positions, with a logarithmic vertical scale in milliseconds. */
final class LineChart {

    /**
     * One line.
     *
     * @param values one for each position, positive
     */
    record Line(String name, List<Double> values) {}

    private static final int LEFT = 70;
    private static final int TOP = 50;
    private static final int WIDE = 520;
    private static final int HIGH = 260;
    private static final List<String> COLOURS =
            List.of(Svg.DARK, Svg.ACCENT, "#4c8c5c", "#8256a0", "#a38b2d", "#4a9bb0");

    private LineChart() {}

    static String of(String title, List<String> positions, List<Line> lines) {
        var svg = new Svg(LEFT + WIDE + 180, TOP + HIGH + 40, title);
        var all = lines.stream().flatMap(line -> line.values().stream()).toList();
        var low = Math.floor(
                Math.log10(Math.max(0.01, all.stream().mapToDouble(d -> d).min().orElse(1))));
        var high = Math.max(
                low + 1,
                Math.ceil(Math.log10(all.stream().mapToDouble(d -> d).max().orElse(10))));
        for (var power = low; power <= high; power++) {
            var y = y(Math.pow(10, power), low, high);
            svg.line(LEFT, y, LEFT + WIDE, y, "#ddd", 1);
            svg.text(LEFT - 6, y + 4, "end", 11, String.format(Locale.ROOT, "%s ms", plain(Math.pow(10, power))));
        }
        for (var i = 0; i < positions.size(); i++) {
            svg.text(x(i, positions.size()), TOP + HIGH + 20, "middle", 11, positions.get(i));
        }
        for (var i = 0; i < lines.size(); i++) {
            var colour = COLOURS.get(i % COLOURS.size());
            draw(svg, lines.get(i), positions.size(), low, high, colour);
            svg.rectangle(LEFT + WIDE + 20, TOP + i * 20, 12, 10, colour);
            svg.text(
                    LEFT + WIDE + 38,
                    TOP + i * 20 + 9,
                    "start",
                    11,
                    lines.get(i).name());
        }
        return svg.toString();
    }

    private static void draw(Svg svg, Line line, int positions, double low, double high, String colour) {
        for (var i = 0; i < line.values().size(); i++) {
            var x = x(i, positions);
            var y = y(line.values().get(i), low, high);
            svg.circle(x, y, 3, colour);
            if (i > 0) {
                svg.line(x(i - 1, positions), y(line.values().get(i - 1), low, high), x, y, colour, 2);
            }
        }
    }

    private static double x(int position, int positions) {
        return LEFT + 30 + (WIDE - 60.0) * position / Math.max(1, positions - 1);
    }

    private static double y(double value, double low, double high) {
        return TOP + HIGH - HIGH * (Math.log10(Math.max(value, 1e-3)) - low) / (high - low);
    }

    private static String plain(double value) {
        return value >= 1 ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
