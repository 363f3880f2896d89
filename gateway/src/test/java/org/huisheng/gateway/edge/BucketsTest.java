package org.huisheng.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Buckets buckets = new Buckets(2, 5);

    @Test
    void a_burst_passes_and_then_so_many_a_second() {
        assertThat(granted("a", 0, 20)).isEqualTo(5);
        assertThat(granted("a", SECOND, 20)).isEqualTo(2);
        assertThat(granted("a", 10 * SECOND, 20)).isEqualTo(5);
    }

    @Test
    void who_is_refused_learns_when_there_will_be_a_permit_and_then_there_is_one() {
        granted("a", 0, 5);

        var wait = buckets.take("a", 0);

        assertThat(wait).isEqualTo(SECOND / 2);
        assertThat(buckets.take("a", wait - 1)).isPositive();
        assertThat(buckets.take("a", wait)).isZero();
    }

    @Test
    void callers_do_not_share_a_bucket() {
        granted("a", 0, 20);

        assertThat(granted("b", 0, 20)).isEqualTo(5);
    }

    @Test
    void asking_in_vain_costs_nothing() {
        granted("a", 0, 10_000);

        assertThat(buckets.take("a", SECOND / 2)).isZero();
    }

    @Test
    void over_any_time_nobody_gets_more_than_the_burst_and_the_rate() {
        var seed = System.nanoTime();
        var random = new SplittableRandom(seed);
        var now = 0L;
        var granted = 0;
        for (var i = 0; i < 20_000; i++) {
            now += random.nextLong(SECOND / 4);
            granted += buckets.take("a", now) == 0 ? 1 : 0;
        }

        assertThat((double) granted).as("seed %d", seed).isBetween(now / 1e9 * 2 - 1, now / 1e9 * 2 + 5 + 1);
    }

    @Test
    void many_callers_do_not_fill_the_memory() {
        for (var i = 0; i < Buckets.REMEMBERED * 3; i++) {
            buckets.take("caller " + i, i * 1_000L);
        }

        assertThat(buckets.remembered()).isLessThanOrEqualTo(Buckets.REMEMBERED);
    }

    private int granted(String caller, long now, int times) {
        var granted = 0;
        for (var i = 0; i < times; i++) {
            granted += buckets.take(caller, now) == 0 ? 1 : 0;
        }
        return granted;
    }
}
