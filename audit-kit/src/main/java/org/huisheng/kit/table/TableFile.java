package org.huisheng.kit.table;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A table written row by row, for a spreadsheet that runs nothing of it. Only some rows are in memory, however many there
 * are. A cell is a number, a text, or empty.
 */
public sealed interface TableFile extends Closeable {

    String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    void row(@Nullable Object... cells) throws IOException;

    static TableFile csv(OutputStream output, List<String> headers) throws IOException {
        return new Csv(output, headers);
    }

    /** @param name of the sheet; after a million rows another one begins */
    static TableFile xlsx(OutputStream output, String name, List<String> headers) throws IOException {
        return new Xlsx(output, name, headers);
    }

    private static String plain(Number number) {
        return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
    }

    /** RFC 4180. */
    final class Csv implements TableFile {

        private final Writer out;

        private Csv(OutputStream output, List<String> headers) throws IOException {
            out = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
            // Excel takes a file without the mark for one in its own code page.
            out.write('\uFEFF');
            row(headers.toArray());
        }

        @Override
        public void row(@Nullable Object... cells) throws IOException {
            out.write(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n")));
        }

        private static String cell(@Nullable Object value) {
            return switch (value) {
                case null -> "";
                case Number number -> CsvCell.plain(plain(number));
                default -> CsvCell.of(value.toString());
            };
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** One sheet after the other, each flushed as it grows. Texts stand in their cells, so no list of them is kept. */
    final class Xlsx implements TableFile {

        private static final int ROWS_OF_A_SHEET = 1_000_000;
        private static final int ROWS_IN_MEMORY = 1_000;
        private static final int LONGEST_CELL = 32_767;

        private final Workbook workbook;
        private final String name;
        private final List<String> headers;
        private Worksheet sheet;
        private int number = 1;
        private int row;

        private Xlsx(OutputStream output, String name, List<String> headers) throws IOException {
            this.workbook = new Workbook(new KeptOpen(output), "Huisheng", "1.0");
            this.name = name;
            this.headers = headers;
            this.sheet = begin();
        }

        private Worksheet begin() {
            var begun = workbook.newWorksheet(number == 1 ? name : name + " " + number);
            for (var column = 0; column < headers.size(); column++) {
                begun.inlineString(0, column, headers.get(column));
            }
            begun.freezePane(0, 1);
            row = 0;
            return begun;
        }

        @Override
        public void row(@Nullable Object... cells) throws IOException {
            if (row == ROWS_OF_A_SHEET) {
                sheet.finish();
                number++;
                sheet = begin();
            }
            if (++row % ROWS_IN_MEMORY == 0) {
                sheet.flush();
            }
            for (var column = 0; column < cells.length; column++) {
                cell(column, cells[column]);
            }
        }

        private void cell(int column, @Nullable Object value) {
            switch (value) {
                case null -> {}
                case Number figure -> sheet.value(row, column, figure);
                // A text cell is never a formula, whatever it begins with.
                default -> sheet.inlineString(row, column, shortened(value.toString()));
            }
        }

        private static String shortened(String text) {
            return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
        }

        @Override
        public void close() throws IOException {
            sheet.finish();
            workbook.close();
        }
    }

    /** The container closes its own stream. */
    final class KeptOpen extends OutputStream {

        private final OutputStream target;

        private KeptOpen(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int octet) throws IOException {
            target.write(octet);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            target.write(octets, offset, length);
        }

        @Override
        public void flush() throws IOException {
            target.flush();
        }
    }
}
