package org.huisheng.kpi.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.huisheng.events.Side;
import org.huisheng.kit.event.ReceivedEvent;
import org.huisheng.kpi.observation.Cells;
import org.huisheng.kpi.observation.RecordObservations;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.testing.EventFixture;
import org.huisheng.kpi.testing.KpiTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PartitionsTest extends KpiTest {

    private static final YearMonth PRESENT = YearMonth.from(Instant.now().atZone(Period.ZONE));

    @Inject
    RecordObservations recordObservations;

    @Inject
    MonthPartitions partitions;

    @Inject
    MakePartitions makePartitions;

    @Inject
    Cells cells;

    @Inject
    Database database;

    @Test
    void partitions_are_there_before_anything_comes() {
        assertThat(partitions.missing(PRESENT.minusMonths(12), PRESENT.plusMonths(3)))
                .isEmpty();
        assertThat(partitionsOf(record(PRESENT))).containsExactly("observation_" + name(PRESENT));
    }

    @Test
    void what_comes_before_its_partition_is_moved_into_it_and_still_known() {
        var early = PRESENT.minusMonths(50);
        var events = record(early);
        assertThat(partitionsOf(events)).containsExactly("observation_other");

        makePartitions.tick();
        recordAgain(events);

        assertThat(partitionsOf(events)).containsExactly("observation_" + name(early));
        assertThat(rows(events)).isEqualTo(events.size());
        assertThat(cells.verify().differences()).isZero();
    }

    @Test
    void a_clock_gone_wrong_makes_no_partition() {
        var events = record(YearMonth.of(2091, 4));
        events.addAll(record(YearMonth.of(2001, 4)));

        makePartitions.tick();

        assertThat(partitionsOf(events)).containsExactly("observation_other");
    }

    @Test
    void several_make_a_partition_at_once_while_others_write_and_nothing_is_lost_or_counted_twice() throws Exception {
        var month = PRESENT.minusMonths(70);
        var events = IntStream.range(0, 400).mapToObj(_ -> response(month)).toList();
        Callable<Void> maker = () -> {
            while (!partitions.missing(month, month).isEmpty()) {
                makePartitions.tick();
            }
            return null;
        };
        Callable<Void> writer = () -> {
            for (var from = 0; from < events.size(); from += 10) {
                recordAgain(events.subList(from, from + 10));
            }
            return null;
        };

        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(List.of(writer, writer, writer, maker, maker, maker))) {
                done.get();
            }
        }
        makePartitions.tick();

        assertThat(rows(events)).isEqualTo(events.size());
        assertThat(partitionsOf(events)).containsExactly("observation_" + name(month));
        assertThat(cells.verify().differences()).isZero();
    }

    @Test
    void whoever_reads_everything_for_long_is_not_waited_for() {
        var month = PRESENT.minusMonths(90);
        var events = record(month);
        QuarkusTransaction.requiringNew().run(() -> {
            database.read("SELECT count(*) FROM observation", row -> row.getLong(1));

            makePartitions.tick();

            assertThat(partitionsOf(events)).containsExactly("observation_other");
            recordAgain(events);
        });
        makePartitions.tick();

        assertThat(partitionsOf(events)).containsExactly("observation_" + name(month));
    }

    private List<ReceivedEvent> record(YearMonth month) {
        var events = new ArrayList<>(
                IntStream.range(0, 7).mapToObj(_ -> response(month)).toList());
        recordAgain(events);
        return events;
    }

    private void recordAgain(List<ReceivedEvent> events) {
        QuarkusTransaction.requiringNew().run(() -> recordObservations.record(events));
    }

    private static ReceivedEvent response(YearMonth month) {
        var at = month.atDay(10).atStartOfDay(Period.ZONE).toInstant();
        return EventFixture.received(
                EventFixture.response(Side.CUSTOMER, at, EventFixture.answer("satisfaction.service", "PARTED", 4)));
    }

    private List<String> partitionsOf(List<ReceivedEvent> events) {
        return database.read(
                "SELECT DISTINCT tableoid::regclass::text FROM observation WHERE event_id = ANY (?)",
                row -> row.getString(1),
                ids(events));
    }

    private long rows(List<ReceivedEvent> events) {
        return database.read(
                        "SELECT count(*) FROM observation WHERE event_id = ANY (?)", row -> row.getLong(1), ids(events))
                .getFirst();
    }

    private static Database.SqlArray ids(List<ReceivedEvent> events) {
        return new Database.SqlArray(
                "uuid", events.stream().map(ReceivedEvent::id).toList());
    }

    private static String name(YearMonth month) {
        return month.toString().replace('-', '_');
    }
}
