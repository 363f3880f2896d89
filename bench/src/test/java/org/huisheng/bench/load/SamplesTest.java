package org.huisheng.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void a_percentile_is_a_sample_by_nearest_rank() {
        var samples = new Samples();
        for (var millis = 100; millis >= 1; millis--) {
            samples.add(millis * 1_000_000L);
        }

        assertThat(samples.percentileMillis(50)).isEqualTo(50);
        assertThat(samples.percentileMillis(99)).isEqualTo(99);
        assertThat(samples.percentileMillis(100)).isEqualTo(100);
    }

    @Test
    void of_one_sample_every_percentile_is_that_sample_and_of_none_there_is_no_number() {
        var one = new Samples();
        one.add(7_000_000);

        assertThat(one.percentileMillis(1)).isEqualTo(7);
        assertThat(one.percentileMillis(99)).isEqualTo(7);
        assertThat(new Samples().percentileMillis(50)).isNaN();
    }

    @Test
    void merging_loses_none_however_many_there_are() {
        var first = new Samples();
        var second = new Samples();
        for (var number = 0; number < 5000; number++) {
            first.add(number);
            second.add(number);
        }

        assertThat(Samples.merged(List.of(first, second)).size()).isEqualTo(10_000);
    }
}
