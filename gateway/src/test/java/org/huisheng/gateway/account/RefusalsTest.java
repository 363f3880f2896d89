package org.huisheng.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");

    private final Refusals refusals = new Refusals();

    @Test
    void a_million_leave_two_dozen() {
        assertThat(IntStream.rangeClosed(1, 1_000_000).filter(Refusals::isTold).count())
                .isEqualTo(22);
    }

    @Test
    void counting_begins_again_after_a_quiet_quarter_of_an_hour() {
        assertThat(refusals.another("li", NOW)).isEqualTo(1);
        assertThat(refusals.another("li", NOW.plus(Duration.ofMinutes(15)))).isEqualTo(2);
        assertThat(refusals.another("wang", NOW.plus(Duration.ofMinutes(15)))).isEqualTo(1);

        assertThat(refusals.another("li", NOW.plus(Duration.ofMinutes(31)))).isEqualTo(1);
    }

    @Test
    void whoever_invents_names_does_not_fill_the_memory() {
        for (var i = 0; i < 3 * Refusals.REMEMBERED; i++) {
            refusals.another("name " + i, NOW);
        }

        assertThat(refusals.remembered()).isEqualTo(Refusals.REMEMBERED);
    }
}
