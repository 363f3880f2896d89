package org.huisheng.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private final Breaker breaker = new Breaker(3, Duration.ofNanos(PAUSE));

    @BeforeEach
    void twoFailures() {
        breaker.failed(0);
        breaker.failed(0);
    }

    @Test
    void it_opens_after_so_many_failures_in_a_row() {
        assertThat(breaker.waitOf(0)).isZero();

        breaker.failed(0);

        assertThat(breaker.waitOf(0)).isEqualTo(PAUSE);
        assertThat(breaker.waitOf(PAUSE / 4)).isEqualTo(PAUSE - PAUSE / 4);
    }

    @Test
    void an_answer_between_them_begins_the_count_anew() {
        breaker.answered();
        breaker.failed(0);
        breaker.failed(0);

        assertThat(breaker.waitOf(0)).isZero();
    }

    @Test
    void after_the_pause_one_may_try_and_the_others_wait_for_what_it_finds() {
        breaker.failed(0);

        assertThat(breaker.waitOf(PAUSE)).isZero();
        assertThat(breaker.waitOf(PAUSE)).isPositive();

        breaker.answered();
        assertThat(breaker.waitOf(PAUSE)).isZero();
        assertThat(breaker.waitOf(PAUSE)).isZero();
    }

    @Test
    void who_tries_in_vain_opens_it_again() {
        breaker.failed(0);
        breaker.waitOf(PAUSE);

        breaker.failed(PAUSE + 1);

        assertThat(breaker.waitOf(PAUSE + 1)).isEqualTo(PAUSE);
    }

    @Test
    void who_tries_and_is_never_heard_of_again_does_not_keep_it_open_for_good() {
        breaker.failed(0);
        breaker.waitOf(PAUSE);

        assertThat(breaker.waitOf(2 * PAUSE)).isZero();
    }
}
