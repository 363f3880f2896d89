package org.huisheng.kit.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1+1", "＝1+1"})
    void what_a_spreadsheet_would_run_becomes_text(String text) {
        assertThat(CsvCell.of(text).replace("\"", "")).isEqualTo("'" + text);
    }

    @Test
    void other_texts_stay_as_they_are_and_commas_and_quotes_are_kept_within_their_cell() {
        assertThat(CsvCell.of("很好")).isEqualTo("很好");
        assertThat(CsvCell.of("a,b")).isEqualTo("\"a,b\"");
        assertThat(CsvCell.of("say \"x\"\n")).isEqualTo("\"say \"\"x\"\"\n\"");
        assertThat(CsvCell.of("=HYPERLINK(\"x\",\"y\")")).isEqualTo("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
        assertThat(CsvCell.of("")).isEmpty();
        assertThat(CsvCell.plain("-5")).isEqualTo("-5");
    }
}
