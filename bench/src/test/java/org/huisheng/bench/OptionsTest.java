package org.huisheng.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void without_a_name_everything_is_measured() {
        assertThat(Options.parse(List.of()).benchmarks()).containsExactly(Benchmark.values());
        assertThat(Options.parse(List.of("all")).benchmarks()).containsExactly(Benchmark.values());
    }

    @Test
    void flags_go_with_names_in_any_order() {
        var options = Options.parse(List.of("--seconds", "3", "intake", "--rate", "50"));

        assertThat(options.benchmarks()).containsExactly(Benchmark.INTAKE);
        assertThat(options.seconds("--seconds")).hasSeconds(3);
        assertThat(options.number("--rate")).isEqualTo(50);
        assertThat(options.number("--probes")).isEqualTo(100);
    }

    @Test
    void what_is_unknown_or_no_number_is_refused() {
        assertThatThrownBy(() -> Options.parse(List.of("speed"))).hasMessageContaining("speed");
        assertThatThrownBy(() -> Options.parse(List.of("--seconds", "0"))).hasMessageContaining("--seconds");
        assertThatThrownBy(() -> Options.parse(List.of("--seconds"))).hasMessageContaining("--seconds");
    }
}
