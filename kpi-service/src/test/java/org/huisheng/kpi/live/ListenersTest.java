package org.huisheng.kpi.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.huisheng.kit.problem.DomainException.Busy;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.score.Level;
import org.huisheng.kpi.sql.Changes;
import org.huisheng.kpi.testing.KpiTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ListenersTest extends KpiTest {

    @Inject
    ReadFigures readFigures;

    @Inject
    Changes changes;

    @Inject
    LiveConfig config;

    @Test
    void a_process_that_ends_sends_its_listeners_away_and_lets_nobody_in() throws Exception {
        var listeners = listeners();
        var listener = listeners.join(question());
        var seen = listener.present();
        var next = new CompletableFuture<Figures>();
        Thread.ofVirtual().start(() -> {
            try {
                next.complete(listener.next(
                        seen,
                        System.nanoTime(),
                        System.nanoTime() + Duration.ofMinutes(5).toNanos()));
            } catch (InterruptedException stopped) {
                next.completeExceptionally(stopped);
            }
        });

        listeners.stop(new ShutdownEvent());

        assertThat(next.get(10, TimeUnit.SECONDS)).isNull();
        assertThatThrownBy(() -> listeners.join(question())).isInstanceOf(Busy.class);
    }

    @Test
    void listeners_with_the_same_question_share_the_answer() {
        var listeners = listeners();
        try (var one = listeners.join(question());
                var other = listeners.join(question())) {
            assertThat(one.present()).isSameAs(other.present());
        }
        assertThat(listeners.count()).isZero();
    }

    @Test
    void whoever_leaves_twice_leaves_once() {
        var listeners = listeners();
        var one = listeners.join(question());
        var other = listeners.join(question());

        one.close();
        one.close();

        assertThat(listeners.count()).isEqualTo(1);
        other.close();
    }

    private Listeners listeners() {
        return new Listeners(readFigures, changes, config, new SimpleMeterRegistry());
    }

    private static Question question() {
        return new Question(Period.parse("2026-Q4"), null, EnumSet.of(Level.CONTRACT), true, true);
    }
}
