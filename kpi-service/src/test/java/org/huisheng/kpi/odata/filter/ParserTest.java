package org.huisheng.kpi.odata.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {

    private static final UUID ID = UUID.fromString("0199b4a0-7c1e-7d3a-9a52-2f6d1c0b9e09");
    private static final Map<String, Object> ROW = row();

    private static Map<String, Object> row() {
        var row = new HashMap<String, Object>();
        row.put("text", "O'Neil 配电室");
        row.put("count", 7);
        row.put("at", Instant.parse("2026-11-25T16:30:05.5Z"));
        row.put("day", LocalDate.of(2026, 11, 30));
        row.put("active", true);
        row.put("id", ID);
        return row;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text eq 'O''Neil 配电室'",
                "contains(text, '配电') and startswith(text,'O') and endswith(text,'室')",
                "tolower(text) eq 'o''neil 配电室' and toupper(text) ne text",
                "length(text) eq 10",
                "count eq 7 and count ge 7.0 and count lt 7.5 and count gt -1e2",
                "at eq 2026-11-26T00:30:05.5+08:00",
                "at eq 2026-11-26T00:30:05.5 08:00",
                "at lt 2026-11-25T16:30:06Z and at gt 2026-11-25T16:30Z",
                "date(at) eq 2026-11-26 and year(at) eq 2026 and month(at) eq 11 and day(at) eq 26",
                "hour(at) eq 0 and minute(at) eq 30 and second(at) eq 5",
                "day(day) eq 30 and month(day) eq 11 and year(day) eq 2026",
                "id eq 0199B4A0-7C1E-7d3a-9a52-2f6d1c0b9e09",
                "id in (0199b4a0-7c1e-7d3a-9a52-2f6d1c0b9e08,0199b4a0-7c1e-7d3a-9a52-2f6d1c0b9e09)",
                "count in (1, 7, 9) and not (count in (1,2))",
                "active",
                "not not active",
                "active eq true and not false",
                "note eq null and null eq null and not (note ne null)",
                "not (share gt 5) and not (share lt 5) and share ge null",
                "false and true or true",
                "true or true and false",
                "not false and true",
                "not (contains(note, 'a') or false) or true",
                "( ( ( count eq 7 ) ) )",
                "active eq true eq true",
                "count gt 5 eq true",
            })
    void a_filter_means_what_odata_says(String filter) {
        assertThat(RowFilter.passes(Parser.parse(filter, Columns.BY_NAME), ROW::get))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "share gt 5",
                "share ne null",
                "contains(note, 'a')",
                "not contains(note, 'a')",
                "note eq 'a' or agreed",
                "not agreed",
                "note in ('a', 'b')",
                "null gt null",
            })
    void what_has_no_value_does_not_pass(String filter) {
        assertThat(RowFilter.passes(Parser.parse(filter, Columns.BY_NAME), ROW::get))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            count eq | filter-ends-early
            "" | filter-ends-early
            count eq 7) | bad-filter
            (count eq 7 | filter-ends-early
            text eq 'open | filter-ends-early
            count eq 7 7 | bad-filter
            count eq 1.2.3 | bad-filter
            count eq 7x | bad-filter
            day eq 2026-02-30 | bad-filter
            at eq 2026-13-01T00:00:00Z | bad-filter
            count = 7 | bad-filter
            count EQ 7 | bad-filter
            count eq 7 AND active | bad-filter
            text eq "double" | bad-filter
            count eq 7 & active | bad-filter
            count | filter-not-boolean
            'text' | filter-not-boolean
            null | filter-not-boolean
            nothing eq 7 | unknown-property
            Count eq 7 | unknown-property
            text eq 7 | bad-operands
            count eq '7' | bad-operands
            day eq 2026-11-30T00:00:00Z | bad-operands
            id gt 0199b4a0-7c1e-7d3a-9a52-2f6d1c0b9e09 | bad-operands
            active gt false | bad-operands
            count in (1, '2') | bad-operands
            count in (count) | bad-operands
            count in () | bad-filter
            count in 7 | bad-filter
            count and active | bad-operand
            not count | bad-operand
            contains(text) | bad-arguments
            contains(text, 7) | bad-arguments
            contains(text, 'a', 'b') | bad-arguments
            year(text) eq 5 | bad-arguments
            hour(day) eq 5 | bad-arguments
            year() eq 5 | bad-arguments
            frobnicate(text) | unknown-function
            """)
    void what_cannot_be_read_is_refused(String filter, String code) {
        assertThat(refusalOf(filter)).extracting(Refusal::status, Refusal::code).containsExactly(400, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count add 1 eq 8",
                "1 sub count lt 0",
                "count mul 2 eq 14 or active",
                "-count eq 7",
                "text has 'a'",
                "text/any(d: d eq 'a')",
                "text/value eq 'a'",
                "concat(text, 'a') eq 'b'",
                "now() gt at",
                "cast(count, Edm.String) eq '7'",
                "at gt duration'P1D'",
                "text eq Huisheng.Side'CUSTOMER'",
                "text eq @p1",
                "text eq ['a']",
            })
    void what_odata_knows_and_the_feed_does_not_is_not_implemented(String filter) {
        assertThat(refusalOf(filter).status()).isEqualTo(501);
    }

    @Test
    void depth_length_and_size_are_limited() {
        assertThat(refusalOf("(".repeat(2000) + "active" + ")".repeat(1900)).code())
                .isEqualTo("filter-too-complex");
        assertThat(refusalOf("not ".repeat(900) + "active").code()).isEqualTo("filter-too-complex");
        assertThat(refusalOf("tolower(".repeat(400)).code()).isEqualTo("filter-too-complex");
        assertThat(refusalOf("active or ".repeat(390) + "active").code()).isEqualTo("filter-too-complex");
        assertThat(refusalOf("count in (" + "1,".repeat(1500) + "1)").code()).isEqualTo("filter-too-complex");
        assertThat(refusalOf("text eq '" + "a".repeat(5000) + "'").code()).isEqualTo("filter-too-long");
        assertThatCode(() -> Parser.parse("text eq '" + "''".repeat(1900) + "'", Columns.BY_NAME))
                .doesNotThrowAnyException();
    }

    private static Refusal refusalOf(String filter) {
        var refusal = catchThrowableOfType(Refusal.class, () -> Parser.parse(filter, Columns.BY_NAME));
        assertThat(refusal).as(filter).isNotNull();
        return refusal;
    }

    @Test
    void numbers_are_exact() {
        var row = new HashMap<>(ROW);
        row.put("share", new BigDecimal("0.1"));

        assertThat(RowFilter.passes(Parser.parse("share eq 0.10", Columns.BY_NAME), row::get))
                .isTrue();
    }
}
