package org.huisheng.kpi.briefing.paper;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.huisheng.kpi.briefing.edition.IssueFigure;
import org.huisheng.kpi.scoring.Band;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of charts as SVG. Numbers and names are text of the page beside them: they can be read aloud, and copied. What
 * may not be shown has no shape; where a line is interrupted it says nothing.
 */
final class Chart {

    static final String LINE_COLOUR = "#0a6b4f";
    private static final String GRID = "#d5dad7";

    private static final int COLUMN = 100;
    private static final int HEIGHT = 200;
    private static final int MARGIN = 20;
    private static final int GRID_LINES = 4;

    private Chart() {}

    /** As long as the largest of the chart is wide; none below zero. */
    static String bar(IssueFigure figure, BigDecimal largest) {
        var shown = figure.shown();
        var width = shown == null || shown.signum() <= 0 ? 0 : 100 * shown.doubleValue() / largest.doubleValue();
        return "<svg class=\"bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                + "<rect x=\"0\" y=\"0\" width=\"100\" height=\"8\" fill=\"#eef1ef\"/>"
                + (width > 0
                        ? "<rect x=\"0\" y=\"0\" width=\"%s\" height=\"8\" fill=\"%s\"/>"
                                .formatted(plain(width), colour(figure.band()))
                        : "")
                + "</svg>";
    }

    /** What the longest bar stands for: 100, or more; where things are counted, the most there are. */
    static BigDecimal largest(List<IssueFigure> figures) {
        var shown = figures.stream().filter(figure -> figure.shown() != null).toList();
        var counted = !shown.isEmpty() && shown.stream().allMatch(IssueFigure::counted);
        return shown.stream()
                .map(IssueFigure::shown)
                .filter(Objects::nonNull)
                .reduce(counted ? BigDecimal.ONE : BigDecimal.valueOf(100), BigDecimal::max);
    }

    /** A point in the middle of each month's column. */
    static String line(List<IssueFigure> months) {
        var least = bound(months, false);
        var most = bound(months, true);
        var svg = new StringBuilder("<svg class=\"line\" viewBox=\"0 0 %d %d\" aria-hidden=\"true\">"
                .formatted(COLUMN * months.size(), HEIGHT));
        for (var i = 0; i <= GRID_LINES; i++) {
            var y = plain(MARGIN + (HEIGHT - 2.0 * MARGIN) * i / GRID_LINES);
            svg.append("<line x1=\"0\" y1=\"%s\" x2=\"%d\" y2=\"%s\" stroke=\"%s\" stroke-width=\"1\"/>"
                    .formatted(y, COLUMN * months.size(), y, GRID));
        }
        var stretch = new StringBuilder();
        var points = new StringBuilder();
        var length = 0;
        for (var i = 0; i < months.size(); i++) {
            var shown = months.get(i).shown();
            if (shown != null) {
                var x = COLUMN * i + COLUMN / 2;
                var y = plain(
                        HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * (shown.doubleValue() - least) / (most - least));
                stretch.append(x).append(',').append(y).append(' ');
                length++;
                points.append("<circle cx=\"%d\" cy=\"%s\" r=\"5\" fill=\"%s\"/>".formatted(x, y, LINE_COLOUR));
            }
            if (shown == null || i == months.size() - 1) {
                svg.append(length > 1 ? polyline(stretch.toString().strip()) : "");
                stretch.setLength(0);
                length = 0;
            }
        }
        return svg.append(points).append("</svg>").toString();
    }

    private static String polyline(String points) {
        return "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"3\"/>"
                .formatted(points, LINE_COLOUR);
    }

    /** The line's own range, a tenth of it wider; never no height at all. */
    private static double bound(List<IssueFigure> months, boolean upper) {
        var values = months.stream()
                .map(IssueFigure::shown)
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .summaryStatistics();
        if (values.getCount() == 0) {
            return upper ? 1 : 0;
        }
        var wider = Math.max(1, (values.getMax() - values.getMin()) / 10);
        return upper ? values.getMax() + wider : values.getMin() - wider;
    }

    static String colour(@Nullable Band band) {
        return switch (band) {
            case null -> "#6b7570";
            case RED -> "#c0392b";
            case YELLOW -> "#c99a06";
            case GREEN -> "#1d8a5f";
        };
    }

    private static String plain(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
