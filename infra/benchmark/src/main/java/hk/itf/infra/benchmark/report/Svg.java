package hk.itf.infra.benchmark.report;

import java.util.Locale;

/** Writes a picture as SVG, element by element. Lengths are in pixels from the upper left corner. */
final class Svg {

    static final String DARK = "#1f3a5f";
    static final String LIGHT = "#b9c7d8";
    static final String ACCENT = "#c2572b";

    private final StringBuilder elements = new StringBuilder();
    private final int width;
    private final int height;

    Svg(int width, int height, String title) {
        this.width = width;
        this.height = height;
        text(16, 26, "start", 16, title);
    }

    void rectangle(double x, double y, double wide, double high, String colour) {
        add(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                x,
                y,
                wide,
                high,
                colour));
    }

    void line(double x1, double y1, double x2, double y2, String colour, double thickness) {
        add(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.1f\"/>",
                x1,
                y1,
                x2,
                y2,
                colour,
                thickness));
    }

    void circle(double x, double y, double radius, String colour) {
        add(String.format(
                Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>", x, y, radius, colour));
    }

    /** @param anchor start, middle or end: the part of the text that is at x */
    void text(double x, double y, String anchor, int size, String text) {
        add(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"%d\" fill=\"#222\">%s</text>",
                x,
                y,
                anchor,
                size,
                escaped(text)));
    }

    @Override
    public String toString() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" font-family="sans-serif">
                <rect width="%1$d" height="%2$d" fill="#fff"/>
                %3$s</svg>
                """.formatted(width, height, elements);
    }

    private void add(String element) {
        elements.append(element).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
