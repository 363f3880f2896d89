package org.huisheng.feedback.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.huisheng.feedback.sheet.Sheet.Row;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook, what its cells show. */
final class XlsxFile {

    /** Of what is in the archive, inflated: the reader keeps all texts of a workbook in memory. */
    private static final long MOST_BYTES = 16L << 20;

    private static final int MOST_COLUMNS = 200;

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    private XlsxFile() {}

    /**
     * No more rows than that and the first are read, and one more to tell that there are more.
     *
     * @throws Malformed if it cannot be read
     */
    static List<Row> rows(byte[] file, int most) {
        requireBounded(file);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS);
                var rows = workbook.getFirstSheet().openStream()) {
            var since1904 = workbook.isDate1904();
            return rows.map(row -> row(row, since1904))
                    .filter(row -> !row.isBlank())
                    .limit(most + 2L)
                    .toList();
        } catch (IOException | RuntimeException unreadable) {
            // Whatever the reader stumbles over is in the file, which is all it reads.
            throw new Malformed("bad-table");
        }
    }

    private static Row row(org.dhatim.fastexcel.reader.Row row, boolean since1904) {
        var width = Math.min(row.getCellCount(), MOST_COLUMNS);
        var cells = new ArrayList<>(Collections.nCopies(width, ""));
        IntStream.range(0, width).forEach(column -> cells.set(column, text(row.getCell(column), since1904)));
        return new Row(row.getRowNum(), cells);
    }

    /** What a formula came to; the formula itself where the program that wrote it left that open, so that nobody takes it for a blank. */
    private static String text(@Nullable Cell cell, boolean since1904) {
        if (cell == null) {
            return "";
        }
        return switch (cell.getValue()) {
            case null -> cell.getType() == CellType.FORMULA ? "=" + cell.getFormula() : "";
            case BigDecimal number ->
                ShownNumber.of(number, cell.getDataFormatString(), cell.getDataFormatId(), since1904);
            case Object said -> said.toString();
        };
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
