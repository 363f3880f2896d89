package org.huisheng.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Attempts attempts = new Attempts(3);

    @Test
    void each_failure_past_the_free_ones_doubles_the_wait() {
        failTimes(2);
        assertThat(attempts.waitOf("li", NOON)).isZero();

        attempts.failed("li", NOON);
        assertThat(attempts.waitOf("li", NOON)).hasSeconds(1);

        attempts.failed("li", NOON);
        assertThat(attempts.waitOf("li", NOON)).hasSeconds(2);
        assertThat(attempts.waitOf("li", NOON.plusSeconds(2))).isZero();
        assertThat(attempts.waitOf("wang", NOON)).isZero();
    }

    @Test
    void the_wait_has_an_end() {
        failTimes(100);

        assertThat(attempts.waitOf("li", NOON)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void a_success_or_a_pause_clears_the_record() {
        failTimes(3);
        attempts.succeeded("li");
        assertThat(attempts.waitOf("li", NOON)).isZero();

        failTimes(3);
        attempts.failed("li", NOON.plus(Duration.ofHours(1)));
        assertThat(attempts.waitOf("li", NOON.plus(Duration.ofHours(1)))).isZero();
    }

    @Test
    void many_callers_do_not_fill_the_memory() {
        for (var i = 0; i < Attempts.REMEMBERED + 500; i++) {
            attempts.failed("caller " + i, NOON);
        }

        assertThat(attempts.remembered()).isEqualTo(Attempts.REMEMBERED);
    }

    private void failTimes(int times) {
        for (var i = 0; i < times; i++) {
            attempts.failed("li", NOON);
        }
    }
}
