package org.huisheng.feedback.sheet;

import java.util.List;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.jspecify.annotations.Nullable;

/**
 * A table somebody hands in: all texts, without the blanks around them. Rows in which nothing stands are left out.
 *
 * @param columns what the first row calls them
 */
public record Sheet(List<String> columns, List<Row> rows) {

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
            return cells.stream().allMatch(String::isEmpty);
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
        var filled = all.stream().filter(row -> !row.isBlank()).toList();
        if (filled.isEmpty()) {
            throw new Malformed("bad-table");
        }
        if (filled.size() - 1 > most) {
            throw new RuleViolated("too-many-rows", most);
        }
        return new Sheet(filled.getFirst().cells(), filled.subList(1, filled.size()));
    }
}
