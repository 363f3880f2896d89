package org.huisheng.feedback.sheet;

import java.util.List;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.jspecify.annotations.Nullable;

/**
 * A table somebody hands in: all texts, without the blanks around them. Rows in which nothing stands are left out, and so is what
 * stands alone above the table: its title, and a word on how to fill it in.
 *
 * @param columns what the first row calls them
 */
public record Sheet(List<String> columns, List<Row> rows) {

    private static final int MOST_ABOVE = 3;

    /** @param number as the spreadsheet shows it */
    public record Row(int number, List<String> cells) {

        public Row {
            cells = cells.stream().map(String::strip).toList();
        }

        /** Empty where the row is shorter than the table. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean isBlank() {
            return filled() == 0;
        }

        long filled() {
            return cells.stream().filter(cell -> !cell.isEmpty()).count();
        }
    }

    public Sheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * @param charset as announced; null to find out
     * @throws Malformed if it is no such table
     * @throws RuleViolated if it has more rows than {@code most}
     */
    public static Sheet ofCsv(byte[] file, @Nullable String charset, int most) {
        return of(CsvFile.rows(CsvText.decode(file, charset)), most);
    }

    /**
     * @throws Malformed if it is no such table
     * @throws RuleViolated if it has more rows than {@code most}
     */
    public static Sheet ofXlsx(byte[] file, int most) {
        return of(XlsxFile.rows(file, most), most);
    }

    private static Sheet of(List<Row> all, int most) {
        var filled = belowTitle(all.stream().filter(row -> !row.isBlank()).toList());
        if (filled.isEmpty()) {
            throw new Malformed("bad-table");
        }
        if (filled.size() - 1 > most) {
            throw new RuleViolated("too-many-rows", most);
        }
        return new Sheet(filled.getFirst().cells(), filled.subList(1, filled.size()));
    }

    /** A table of a single column has no title that could be told from it. */
    private static List<Row> belowTitle(List<Row> filled) {
        var above = 0;
        while (above < filled.size() && above < MOST_ABOVE && filled.get(above).filled() == 1) {
            above++;
        }
        return above < filled.size() && filled.get(above).filled() > 1 ? filled.subList(above, filled.size()) : filled;
    }
}
