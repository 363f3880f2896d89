package org.huisheng.kpi.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.huisheng.events.Side;
import org.huisheng.kpi.observation.RecordObservations;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.score.Level;
import org.huisheng.kpi.testing.EventFixture;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SlowListenerTest extends KpiTest {

    @Inject
    RecordObservations recordObservations;

    @Inject
    Listeners listeners;

    @Inject
    LiveConfig config;

    @Test
    void who_does_not_read_gets_the_latest_and_nothing_of_what_was_in_between() throws Exception {
        var department = Office.establishDepartment();
        Office.concludeContract(department);
        var question = new Question(Period.parse("2026-Q4"), department, EnumSet.of(Level.CONTRACT), true, false);
        var out = new Stuck();
        try (var watching = listeners.join(question)) {
            var slow = listeners.join(question);
            var stream = new LiveStream(
                    slow, slow.present(), Known.NOTHING, Instant.now().plusSeconds(120), config, Clock.systemUTC());
            Thread.ofVirtual().start(() -> stream.write(out));
            for (var change = 0; change < 4; change++) {
                var before = watching.present();
                answer(department);
                await().until(() -> !watching.present().equals(before));
            }

            out.read.countDown();

            var latest = new String(watching.present().scores().json(), StandardCharsets.UTF_8);
            await().atMost(Duration.ofSeconds(10)).until(() -> out.text().contains(latest));
            assertThat(out.text().lines().filter(line -> line.startsWith("event:")))
                    .as("what was in hand, and the latest")
                    .hasSize(2);
            slow.close();
        }
    }

    private void answer(String department) {
        var answer = EventFixture.received(EventFixture.response(
                Side.CUSTOMER,
                Instant.parse("2026-11-10T02:00:00Z"),
                EventFixture.answer("satisfaction.service", department, 4)));
        QuarkusTransaction.requiringNew().run(() -> recordObservations.record(List.of(answer)));
    }

    /** A connection whose other end does not read until it is told to. */
    private static final class Stuck extends OutputStream {

        private final CountDownLatch read = new CountDownLatch(1);
        private final ByteArrayOutputStream through = new ByteArrayOutputStream();

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                read.await();
            } catch (InterruptedException stopped) {
                throw new InterruptedIOException();
            }
            synchronized (through) {
                through.write(bytes, from, length);
            }
        }

        String text() {
            synchronized (through) {
                return through.toString(StandardCharsets.UTF_8);
            }
        }
    }
}
