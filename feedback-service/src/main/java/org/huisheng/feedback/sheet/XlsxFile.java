package org.huisheng.feedback.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.huisheng.feedback.sheet.Sheet.Row;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook, what its cells show. */
final class XlsxFile {

    /** Of what is in the archive, inflated: the reader keeps all texts of a workbook in memory. */
    private static final long MOST_BYTES = 16L << 20;

    private static final int MOST_COLUMNS = 200;

    private XlsxFile() {}

    /**
     * No more rows than that and the first are read, and one more to tell that there are more.
     *
     * @throws Malformed if it cannot be read
     */
    static List<Row> rows(byte[] file, int most) {
        requireBounded(file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                var rows = workbook.getFirstSheet().openStream()) {
            return rows.map(XlsxFile::row)
                    .filter(row -> !row.isBlank())
                    .limit(most + 2L)
                    .toList();
        } catch (IOException | RuntimeException unreadable) {
            // Whatever the reader stumbles over is in the file, which is all it reads.
            throw new Malformed("bad-table");
        }
    }

    private static Row row(org.dhatim.fastexcel.reader.Row row) {
        var width = Math.min(row.getCellCount(), MOST_COLUMNS);
        var cells = new ArrayList<>(Collections.nCopies(width, ""));
        IntStream.range(0, width).forEach(column -> cells.set(column, text(row.getCell(column))));
        return new Row(row.getRowNum(), cells);
    }

    /** A telephone number that was typed as a number has no digits after the point. */
    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getType()) {
            case NUMBER -> plain(cell.asNumber());
            case STRING -> Objects.requireNonNullElse(cell.asString(), "");
            case BOOLEAN -> String.valueOf(cell.asBoolean());
            case FORMULA -> Objects.requireNonNullElse(cell.getRawValue(), "");
            case ERROR, EMPTY -> "";
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static void requireBounded(byte[] file) {
        try (var archive = ZipFile.builder().setByteArray(file).get()) {
            var left = MOST_BYTES;
            for (var entries = archive.getEntries(); entries.hasMoreElements(); ) {
                try (var content = archive.getInputStream(entries.nextElement())) {
                    left -= skipped(content, left);
                }
            }
        } catch (IOException | RuntimeException noArchive) {
            throw new Malformed("bad-table");
        }
    }

    private static long skipped(InputStream content, long most) throws IOException {
        var buffer = new byte[8192];
        var total = 0L;
        for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            total += read;
            if (total > most) {
                throw new IOException("More than is read");
            }
        }
        return total;
    }
}
