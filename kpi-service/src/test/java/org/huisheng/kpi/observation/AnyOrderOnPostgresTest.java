package org.huisheng.kpi.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.huisheng.events.Side;
import org.huisheng.kit.event.ReceivedEvent;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.testing.EventFixture;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Seed;
import org.huisheng.kpi.testing.StoredCells;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnyOrderOnPostgresTest extends KpiTest {

    @Inject
    RecordObservations recordObservations;

    @Inject
    Cells cells;

    @Inject
    Database database;

    @Test
    void any_order_batching_duplication_rollback_and_replay_gives_equal_cells() {
        var random = Seed.generator("AnyOrderOnPostgresTest");
        for (var round = 0; round < 8; round++) {
            var departments = departments(random);
            var events = EventFixture.randomEvents(random, departments, 200);

            for (var batch : EventFixture.anyDelivery(random, events)) {
                if (random.nextInt(10) == 0) {
                    rollBack(batch);
                }
                record(batch);
            }

            assertRecounted(departments, events);
        }
    }

    @Test
    void concurrent_batches_of_the_same_events_give_equal_cells_without_deadlock() throws Exception {
        var random = Seed.generator("AnyOrderOnPostgresTest");
        var departments = departments(random);
        var events = EventFixture.randomEvents(random, departments, 600);
        var batches = EventFixture.anyDelivery(random, events);
        batches.addAll(EventFixture.anyDelivery(random, events));
        var queue = new ArrayBlockingQueue<>(batches.size(), false, batches);

        try (var threads = Executors.newFixedThreadPool(6)) {
            Callable<Void> worker = () -> {
                for (var batch = queue.poll(); batch != null; batch = queue.poll()) {
                    record(batch);
                }
                return null;
            };
            for (var done : threads.invokeAll(List.of(worker, worker, worker, worker, worker, worker))) {
                done.get();
            }
        }

        assertRecounted(departments, events);
    }

    private void assertRecounted(List<String> departments, List<ReceivedEvent> events) {
        var expected = Recount.of(events);
        assertThat(StoredCells.of(database, departments)).isEqualTo(expected.cells());
        assertThat(storedHistograms(departments)).isEqualTo(expected.histograms());
        assertThat(cells.verify().differences()).isZero();
    }

    private void record(List<ReceivedEvent> batch) {
        QuarkusTransaction.requiringNew().run(() -> recordObservations.record(batch));
    }

    private void rollBack(List<ReceivedEvent> batch) {
        QuarkusTransaction.begin();
        recordObservations.record(batch);
        QuarkusTransaction.rollback();
    }

    private static List<String> departments(RandomGenerator random) {
        var suffix = Integer.toUnsignedString(random.nextInt());
        return List.of("A" + suffix, "B" + suffix, "C" + suffix);
    }

    private Map<CellKey, Histogram> storedHistograms(List<String> departments) {
        var stored = new HashMap<CellKey, Histogram>();
        database.read(
                "SELECT * FROM cell_bucket WHERE n > 0 AND department = ANY (?)",
                row -> stored.merge(
                        new CellKey(
                                YearMonth.from(row.getObject("month", LocalDate.class)),
                                row.getString("department"),
                                row.getString("metric"),
                                Side.valueOf(row.getString("side"))),
                        new Histogram(new TreeMap<>(Map.of(row.getInt("bucket"), row.getLong("n")))),
                        Histogram::merge),
                new Database.SqlArray("text", departments));
        return stored;
    }
}
