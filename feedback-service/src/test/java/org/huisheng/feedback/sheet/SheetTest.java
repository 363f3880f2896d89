package org.huisheng.feedback.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.huisheng.feedback.sheet.Sheet.Row;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.table.CsvCell;
import org.huisheng.kit.table.TableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {

    private static final String TABLE = "园区,企业名称\r\nEAST,联通电缆厂\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "GB2312"})
    void what_office_programs_write_is_read_without_being_told_how(String charset) {
        var sheet = Sheet.ofCsv(TABLE.getBytes(Charset.forName(charset)), null, 10);

        assertThat(sheet.columns()).containsExactly("园区", "企业名称");
        assertThat(sheet.rows()).containsExactly(new Row(2, List.of("EAST", "联通电缆厂")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_mark_says_how_and_is_no_part_of_the_first_column(String charset) {
        var marked = ("\uFEFF" + TABLE).getBytes(Charset.forName(charset));

        // Whatever is announced: the mark is in the file itself.
        assertThat(Sheet.ofCsv(marked, "GBK", 10).columns()).containsExactly("园区", "企业名称");
    }

    @Test
    void what_is_announced_counts_and_no_letter_is_replaced() {
        var rare = "园区,企业名称\nEAST,\uD840\uDC0B记\n";

        assertThat(Sheet.ofCsv(rare.getBytes(Charset.forName("GB18030")), "gb2312", 10)
                        .rows()
                        .getFirst()
                        .cell(1))
                .isEqualTo("\uD840\uDC0B记");
        assertThatThrownBy(() -> Sheet.ofCsv(TABLE.getBytes(Charset.forName("GBK")), "utf-8", 10))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Sheet.ofCsv(TABLE.getBytes(StandardCharsets.UTF_8), "no such", 10))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Sheet.ofCsv(TABLE.getBytes(StandardCharsets.UTF_16LE), null, 10))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void any_table_comes_back_as_it_was_written() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 500; round++) {
            var separator = ",;\t".charAt(random.nextInt(3));
            var written = table(random);
            var csv = new StringBuilder();
            for (var row : written) {
                csv.append(String.join(
                                String.valueOf(separator),
                                row.stream().map(CsvCell::plain).toList()))
                        .append(List.of("\r\n", "\n", "\r").get(random.nextInt(3)));
            }

            var rows = CsvFile.rows(csv.toString());

            assertThat(rows.stream().map(Row::cells)).as("seed %d", seed).isEqualTo(written);
            assertThat(rows.getLast().number()).isEqualTo(written.size());
        }
    }

    /** The first row is what tells the separator, so nothing in it looks like another one. */
    private static List<List<String>> table(Random random) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("first", "second", "third"));
        for (var i = random.nextInt(5); i >= 0; i--) {
            var row = new ArrayList<String>();
            for (var j = 0; j < 3; j++) {
                var cell = new StringBuilder();
                random.ints(random.nextInt(4), 0, 9).forEach(k -> cell.append("\"a,电;\t\n\r =".charAt(k)));
                row.add(cell.toString().strip());
            }
            rows.add(row);
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n\"open", "a,b\n\"x\"y,z\n", "", "\r\n , \r\n"})
    void what_is_no_table_is_refused(String text) {
        assertThatThrownBy(() -> Sheet.ofCsv(text.getBytes(StandardCharsets.UTF_8), null, 10))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void rows_are_counted_as_the_spreadsheet_does_and_blank_ones_left_out() {
        var sheet = Sheet.ofCsv("a,b\n\n\"x\ny\",1\n,\nz\n".getBytes(StandardCharsets.UTF_8), null, 2);

        assertThat(sheet.rows()).extracting(Row::number).containsExactly(3, 5);
        assertThat(sheet.rows().getLast().cell(1)).isEmpty();
        assertThatThrownBy(() -> Sheet.ofCsv("a\nb\nc\nd\n".getBytes(StandardCharsets.UTF_8), null, 2))
                .isInstanceOf(RuleViolated.class);
    }

    @Test
    void a_title_above_the_table_is_no_part_of_it() {
        var titled = Sheet.ofCsv("登记表（2026版）,,\n*为必填,\n\na,b\n1,2\n3\n".getBytes(StandardCharsets.UTF_8), null, 2);
        var single = Sheet.ofCsv("a\nb\nc\n".getBytes(StandardCharsets.UTF_8), null, 2);

        assertThat(titled.columns()).startsWith("a", "b");
        assertThat(titled.rows()).extracting(Row::number).containsExactly(5, 6);
        assertThat(single.columns()).containsExactly("a");
        assertThat(single.rows()).hasSize(2);
    }

    @Test
    void of_a_workbook_the_first_sheet_is_read_with_numbers_as_they_were_typed() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("企业");
            sheet.value(0, 0, "电话");
            sheet.value(0, 1, "在用");
            sheet.value(2, 0, 13_912_345_678L);
            sheet.value(2, 1, true);
            sheet.value(3, 0, " 010-1 ");
            sheet.formula(3, 1, "1+1");
            workbook.newWorksheet("其他").value(0, 0, "x");
        }

        var read = Sheet.ofXlsx(bytes.toByteArray(), 10);

        assertThat(read.columns()).containsExactly("电话", "在用");
        assertThat(read.rows()).extracting(Row::number).containsExactly(3, 4);
        assertThat(read.rows().getFirst().cells()).containsExactly("13912345678", "true");
        assertThat(read.rows().getLast().cell(0)).isEqualTo("010-1");
    }

    @Test
    void numbers_are_what_the_spreadsheet_shows_and_not_how_it_keeps_them() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("数值");
            sheet.value(0, 0, "数值");
            shown(sheet, 1, new BigDecimal("0.28999999999999998"), "General");
            shown(sheet, 2, new BigDecimal("0.99980000000000002"), "0.00%");
            shown(sheet, 3, 45_000, "yyyy\"年\"m\"月\"d\"日\"");
            shown(sheet, 4, new BigDecimal("45000.354166666664"), "[$-804]yyyy-mm-dd h:mm");
            shown(sheet, 5, new BigDecimal("0.35416666666666669"), "h:mm:ss");
            shown(sheet, 6, 5, "0\"月d%\"");
            shown(sheet, 7, new BigDecimal("1234567.5"), "#,##0.00;[Red]-#,##0.00");
            shown(sheet, 8, -3, "yyyy-mm-dd");
        }

        assertThat(Sheet.ofXlsx(bytes.toByteArray(), 10).rows())
                .extracting(row -> row.cell(0))
                .containsExactly("0.29", "99.98%", "2023-03-15", "2023-03-15 08:30", "08:30", "5", "1234567.5", "-3");
    }

    private static void shown(Worksheet sheet, int row, Number kept, String format) {
        sheet.value(row, 0, kept);
        sheet.style(row, 0).format(format).set();
    }

    @Test
    void nobody_takes_a_formula_without_a_result_for_a_blank() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("公式");
            sheet.value(0, 0, "数值");
            sheet.formula(1, 0, "1+1");
        }

        assertThat(Sheet.ofXlsx(bytes.toByteArray(), 10).rows().getFirst().cell(0))
                .isEqualTo("=1+1");
    }

    @Test
    void of_a_workbook_with_too_many_rows_no_more_than_one_too_many_is_read() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var table = TableFile.xlsx(bytes, "x", List.of("a"))) {
            for (var i = 0; i < 5; i++) {
                table.row("v" + i);
            }
        }

        assertThat(XlsxFile.rows(bytes.toByteArray(), 2)).hasSize(4);
        assertThatThrownBy(() -> Sheet.ofXlsx(bytes.toByteArray(), 2)).isInstanceOf(RuleViolated.class);
        assertThat(Sheet.ofXlsx(bytes.toByteArray(), 5).rows()).hasSize(5);
    }

    @Test
    void what_is_no_workbook_or_swells_beyond_all_measure_is_refused() throws IOException {
        assertThatThrownBy(() -> Sheet.ofXlsx("no archive".getBytes(StandardCharsets.UTF_8), 10))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> Sheet.ofXlsx(archive("xl/nothing.xml", 10), 10))
                .isInstanceOf(Malformed.class);
        var bomb = archive("xl/sharedStrings.xml", 20 << 20);
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThatThrownBy(() -> Sheet.ofXlsx(bomb, 10)).isInstanceOf(Malformed.class);
    }

    private static byte[] archive(String name, int zeros) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            for (var i = 0; i < zeros; i += 8192) {
                zip.write(new byte[8192]);
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
