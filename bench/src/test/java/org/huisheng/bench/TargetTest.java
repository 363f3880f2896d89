package org.huisheng.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void a_figure_on_the_limit_meets_it() {
        assertThat(Target.atLeast(0.4, "ratio").isMetBy(0.4)).isTrue();
        assertThat(Target.atLeast(0.4, "ratio").isMetBy(0.39)).isFalse();
        assertThat(Target.atMost(60, "p99").isMetBy(60)).isTrue();
        assertThat(Target.atMost(60, "p99").isMetBy(60.1)).isFalse();
    }

    @Test
    void what_could_not_be_measured_is_missed() {
        assertThat(Target.atLeast(0.4, "ratio").isMetBy(Double.NaN)).isFalse();
        assertThat(Target.atMost(60, "p99").isMetBy(Double.NaN)).isFalse();
    }

    @Test
    void the_verdict_says_what_was_wanted() {
        assertThat(Target.atLeast(0.4, "ratio").verdict(0.521)).isEqualTo("PASS  ratio: 0.52, wanted ≥ 0.4");
        assertThat(Target.atMost(60, "p99").verdict(81)).isEqualTo("MISS  p99: 81.00, wanted ≤ 60.0");
    }
}
