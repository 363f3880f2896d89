package org.huisheng.feedback.supply;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Numbers;
import org.huisheng.feedback.sheet.Sheet;
import org.huisheng.feedback.sheet.Sheet.Row;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/**
 * What would become of each line of a table of figures: the same for a trial and in earnest. What a line does not say stays
 * as it is, and so do figures that have no line.
 *
 * @param ignored columns that nobody knows
 * @param figures all of the report, as they would be then
 */
record FigureImport(List<String> ignored, List<Line> lines, List<SupplyFigure> figures) {

    enum LineOutcome {
        ADDED,
        CHANGED,
        UNCHANGED,
        REFUSED
    }

    /** @param number as the spreadsheet shows it */
    record Line(int number, String code, LineOutcome outcome, List<Violation> violations) {}

    boolean hasRefusals() {
        return lines.stream().anyMatch(line -> line.outcome() == LineOutcome.REFUSED);
    }

    /** What is wrong, by line. */
    List<Violation> refusals() {
        return lines.stream()
                .flatMap(line -> line.violations().stream()
                        .map(one -> new Violation(
                                "/lines/" + line.number() + one.path(),
                                one.code(),
                                one.arguments().toArray())))
                .toList();
    }

    /** @throws RuleViolated if the table says not which figure, or not what it is */
    static FigureImport of(Sheet sheet, List<SupplyFigure> known) {
        var ignored = new ArrayList<String>();
        var columns = columns(sheet, ignored);
        var figures = new LinkedHashMap<String, SupplyFigure>();
        known.forEach(figure -> figures.put(figure.code(), figure));
        var seen = new HashMap<String, Integer>();
        var lines = sheet.rows().stream()
                .map(row -> line(row, cells(row, columns), figures, seen))
                .toList();
        return new FigureImport(List.copyOf(ignored), lines, List.copyOf(figures.values()));
    }

    private static Map<Integer, FigureColumn> columns(Sheet sheet, List<String> ignored) {
        var columns = new LinkedHashMap<Integer, FigureColumn>();
        var wrong = new ArrayList<Violation>();
        for (var i = 0; i < sheet.columns().size(); i++) {
            var header = sheet.columns().get(i);
            var column = FigureColumn.called(header).orElse(null);
            if (column == null) {
                if (!header.isEmpty()) {
                    ignored.add(header);
                }
            } else if (columns.containsValue(column)) {
                wrong.add(new Violation("/columns/" + i, "column-twice", header));
            } else {
                columns.put(i, column);
            }
        }
        for (var needed : List.of(FigureColumn.CODE, FigureColumn.PRESENT)) {
            if (!columns.containsValue(needed)) {
                wrong.add(new Violation("/columns", "missing-column", needed.told()));
            }
        }
        if (!wrong.isEmpty()) {
            throw new RuleViolated(wrong);
        }
        return columns;
    }

    private static Map<FigureColumn, String> cells(Row row, Map<Integer, FigureColumn> columns) {
        var cells = new EnumMap<FigureColumn, String>(FigureColumn.class);
        columns.forEach((at, column) -> {
            if (!row.cell(at).isEmpty()) {
                cells.put(column, row.cell(at));
            }
        });
        return cells;
    }

    private static Line line(
            Row row, Map<FigureColumn, String> cells, Map<String, SupplyFigure> figures, Map<String, Integer> seen) {
        var code = cells.getOrDefault(FigureColumn.CODE, "");
        try {
            var before = figures.get(code);
            var figure = figure(cells, before);
            var twice = seen.putIfAbsent(code, row.number());
            if (twice != null) {
                throw new RuleViolated(List.of(new Violation(FigureColumn.CODE.path(), "same-as-line", twice)));
            }
            if (before == null && figures.size() >= SupplyReport.MOST_FIGURES) {
                throw new RuleViolated(
                        List.of(new Violation(FigureColumn.CODE.path(), "too-many", SupplyReport.MOST_FIGURES)));
            }
            figures.put(code, figure);
            var outcome = before == null
                    ? LineOutcome.ADDED
                    : before.equals(figure) ? LineOutcome.UNCHANGED : LineOutcome.CHANGED;
            return new Line(row.number(), code, outcome, List.of());
        } catch (RuleViolated refusal) {
            return new Line(row.number(), code, LineOutcome.REFUSED, refusal.violations());
        }
    }

    private static SupplyFigure figure(Map<FigureColumn, String> cells, @Nullable SupplyFigure known) {
        var checks = new Checks();
        var unit = cells.getOrDefault(FigureColumn.UNIT, known == null ? null : known.unit());
        var said = new FiguresRequest.SupplyFigureRequest(
                cells.get(FigureColumn.CODE),
                cells.getOrDefault(FigureColumn.NAME, known == null ? null : known.name()),
                unit,
                number(checks, FigureColumn.PRESENT, cells, unit, known == null ? null : known.present()),
                number(checks, FigureColumn.PREVIOUS, cells, unit, known == null ? null : known.previous()),
                cells.getOrDefault(FigureColumn.NOTE, known == null ? null : known.note()));
        var figure = said.check(checks, "");
        checks.passed();
        return figure;
    }

    /** As spreadsheets write them: with commas between thousands, in either width, and percentages with their sign. */
    private static @Nullable BigDecimal number(
            Checks checks,
            FigureColumn column,
            Map<FigureColumn, String> cells,
            @Nullable String unit,
            @Nullable BigDecimal known) {
        var said = cells.get(column);
        if (said == null) {
            return known;
        }
        var plain = said.replaceAll("[,，\\s]", "");
        var digits = "%".equals(unit) ? plain.replaceFirst("[%％]$", "") : plain;
        if (!digits.matches("[+-]?[0-9]{1,12}(\\.[0-9]{1,12})?")) {
            checks.add(column.path(), "not-a-number", said);
            return null;
        }
        return Numbers.number(checks, column.path(), new BigDecimal(digits), Numbers.DECIMALS);
    }
}
