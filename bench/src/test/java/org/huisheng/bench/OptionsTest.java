package org.huisheng.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void without_a_name_nothing_is_measured_and_all_can_be_said() {
        assertThat(Options.parse(List.of()).benchmarks()).isEmpty();
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
        assertThatThrownBy(() -> Options.parse(List.of("--seconds", "3"))).hasMessageContaining("what");
        assertThatThrownBy(() -> Options.parse(List.of("intake", "--questions", "11")))
                .hasMessageContaining("11");
    }

    @Test
    void a_stack_somebody_else_uses_is_not_filled_with_rows() {
        assertThat(Options.parse(List.of("intake", "--on", "here")).running()).hasToString("here");
        assertThatThrownBy(() -> Options.parse(List.of("flatness", "--on", "here")))
                .hasMessageContaining("--on");
        assertThatThrownBy(() -> Options.parse(List.of("all", "--on", "here"))).hasMessageContaining("--on");
    }

    @Test
    void the_usage_names_everything_and_every_flag_of_it_is_understood() {
        for (var benchmark : Benchmark.values()) {
            assertThat(Options.usage()).contains("  " + benchmark.label() + " ");
        }
        Pattern.compile("--[a-z-]+")
                .matcher(Options.usage())
                .results()
                .map(MatchResult::group)
                .filter(flag -> !flag.equals("--on"))
                .forEach(flag -> assertThat(
                                Options.parse(List.of("intake", flag, "20")).number(flag))
                        .isEqualTo(20));
    }
}
