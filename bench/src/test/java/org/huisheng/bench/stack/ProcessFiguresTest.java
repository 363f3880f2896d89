package org.huisheng.bench.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessFiguresTest {

    @Test
    void reads_the_kernels_line_even_when_the_name_has_brackets() {
        var figures = ProcessFigures.parse(
                "42 (a) b (c)) S 7 42 42 0 -1 4194560 1 2 3 4 100 20 5 6 20 0 1 0 98765 1000 10 1844 1 1 0");

        assertThat(figures).isEqualTo(new ProcessFigures(7, 120, 11, 98765));
    }
}
