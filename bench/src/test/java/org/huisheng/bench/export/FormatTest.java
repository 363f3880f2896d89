package org.huisheng.bench.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class FormatTest {

    @Test
    void headings_are_no_rows() throws IOException {
        assertThat(Format.CSV.rows(List.of(bytes("id,answer\r\n1,a\r\n2,\"b\nc\"\r\n"))))
                .isEqualTo(2);
        assertThat(Format.XLSX.rows(List.of(workbook("<row r=\"1\"/><row r=\"2\"/><row r=\"3\"/>"))))
                .isEqualTo(2);
    }

    @Test
    void pages_may_not_overlap() throws IOException {
        var first = bytes("{\"items\":[{\"responseId\":\"a\"},{\"responseId\":\"b\"}],\"next\":\"x\"}");
        var second = bytes("{\"items\":[{\"responseId\":\"c\"}],\"next\":null}");

        assertThat(Format.JSON.rows(List.of(first, second))).isEqualTo(3);
        assertThatThrownBy(() -> Format.JSON.rows(List.of(first, first))).hasMessageContaining("same response");
    }

    @Test
    void times_add_up_and_of_memory_the_most_counts() {
        var together = new Export(1, 100, 2_000_000, 30, 5).plus(new Export(3, 100, 2_000_000, 20, 6));

        assertThat(together.rowsPerSecond()).isEqualTo(50);
        assertThat(together.megabytesPerSecond()).isEqualTo(1);
        assertThat(together.surveyGrowth()).isEqualTo(30);
        assertThat(together.gatewayGrowth()).isEqualTo(6);
    }

    @Test
    void of_a_rehearsal_only_memory_counts() {
        var together = new Export(9, 9, 9, 40, 7).withoutTime().plus(new Export(1, 100, 2_000_000, 30, 5));

        assertThat(together).isEqualTo(new Export(1, 100, 2_000_000, 40, 7));
    }

    private static byte[] workbook(String rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(bytes(rows));
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
