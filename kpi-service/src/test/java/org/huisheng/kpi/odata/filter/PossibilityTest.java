package org.huisheng.kpi.odata.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.huisheng.kpi.testing.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PossibilityTest {

    @Test
    void no_row_that_passes_is_thought_impossible() {
        var random = Seed.generator("PossibilityTest");
        var filters = new RandomFilters(random);
        var impossible = 0;
        for (var round = 0; round < 20_000; round++) {
            var text = filters.condition(3);
            var filter = Parser.parse(text, Columns.BY_NAME);
            var row = filters.row(0);

            var possible = Possibility.ofPassing(filter, "text", row.get("text"));

            assertThat(possible || !RowFilter.passes(filter, row::get))
                    .as("%s with %s", text, row)
                    .isTrue();
            impossible += possible ? 0 : 1;
        }
        assertThat(impossible).as("rows that need not be made").isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text eq 'b'",
                "count eq 1 and text eq 'b'",
                "not (text eq 'a')",
                "not (text eq 'a' or count eq 1)",
                "startswith(text, 'b') or endswith(text, 'b')",
                "text in ('b', 'c') and active",
                "length(text) gt 1",
                "false",
            })
    void what_the_known_value_settles_is_settled(String filter) {
        assertThat(Possibility.ofPassing(Parser.parse(filter, Columns.BY_NAME), "text", "a"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text eq 'a'", "text eq 'b' or count eq 1", "not active", "text eq note", "count in (1)"})
    void what_depends_on_the_others_is_possible(String filter) {
        assertThat(Possibility.ofPassing(Parser.parse(filter, Columns.BY_NAME), "text", "a"))
                .isTrue();
    }
}
