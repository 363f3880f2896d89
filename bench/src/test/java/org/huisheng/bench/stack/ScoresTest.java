package org.huisheng.bench.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScoresTest {

    @Test
    void what_indicators_rest_on_is_added_and_what_is_withheld_counts_nothing() throws IOException {
        var sheet = """
                {"rows":[{"level":"contract","n":null},{"level":"dimension","n":7},{"level":"indicator","n":3},\
                {"level":"indicator","n":null},{"level":"indicator","n":4}]}""";

        assertThat(Scores.counted(sheet.getBytes(StandardCharsets.UTF_8))).isEqualTo(7);
    }
}
