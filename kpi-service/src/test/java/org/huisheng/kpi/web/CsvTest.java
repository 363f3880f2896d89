package org.huisheng.kpi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void fields_are_quoted_where_they_must_be_and_missing_numbers_are_empty() {
        var csv = new Csv("name", "n").row("a,\"b\"\nc", null).row("营销部", new BigDecimal("-1E+2"));

        assertThat(csv).hasToString("\uFEFFname,n\r\n\"a,\"\"b\"\"\nc\",\r\n营销部,-100\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\n=1", "  =1", "＝1+1"})
    void a_text_never_runs_as_a_formula(String text) {
        assertThat(new Csv("name").row(text).toString()).contains("'" + text);
    }
}
