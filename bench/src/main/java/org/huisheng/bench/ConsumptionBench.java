package org.huisheng.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.huisheng.bench.events.EventLog;
import org.huisheng.bench.events.SurveyEvents;
import org.huisheng.bench.stack.BenchStack;
import org.huisheng.bench.stack.CopiedTable;
import org.huisheng.bench.stack.CountedFacts;
import org.huisheng.bench.stack.Growth;
import org.huisheng.bench.stack.Paused;
import org.huisheng.bench.stack.SwappedTable;

/** How fast a backlog of events becomes observations and figures, as a share of what COPY does with the same rows. */
final class ConsumptionBench {

    private static final Target RATIO = Target.atLeast(0.3, "observations/s ÷ COPY of the same rows");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final BenchStack stack;
    private final Options options;
    private final EventLog log;
    private final CountedFacts facts;
    private final SurveyEvents events;
    private final SwappedTable table;
    private final long rows;
    private boolean whole = true;

    private ConsumptionBench(BenchStack stack, Options options, EventLog log, CountedFacts facts) {
        this.stack = stack;
        this.options = options;
        this.log = log;
        this.facts = facts;
        this.events = new SurveyEvents(
                options.number("--values"), ThreadLocalRandom.current().nextLong());
        this.table = new SwappedTable(stack, "kpi", "observation");
        this.rows = (long) options.number("--events") * options.number("--values");
    }

    static boolean run(Options options) throws Exception {
        try (var stack = BenchStack.of("consumption", null);
                var log = EventLog.of(stack);
                var facts = CountedFacts.of(stack)) {
            return new ConsumptionBench(stack, options, log, facts).measure();
        }
    }

    private boolean measure() throws Exception {
        stack.awaitCalm(Windows.CALM);
        var growth = Growth.of(stack, List.of("kpi"));
        var began = System.nanoTime();
        do {
            drain();
        } while (System.nanoTime() - began < options.seconds("--warm-up").toNanos());
        var drained = 0.0;
        var copied = 0.0;
        for (var round = 0; round < options.number("--rounds"); round++) {
            stack.awaitCalm(Windows.CALM);
            drained += drain();
            stack.awaitCalm(Windows.CALM);
            copied += copy();
        }
        growth.look();
        print(drained / options.number("--rounds"), copied / options.number("--rounds"), growth);
        return whole;
    }

    /** @return seconds from the first batch to the moment when everything was counted */
    private double drain() throws IOException, SQLException, InterruptedException {
        table.use(table.empty());
        table.dropAside();
        var expected = facts.now() + rows;
        var before = stack.processorTime();
        try (var paused = Paused.of(stack, "kpi")) {
            log.fill(events, options.number("--events"));
            before = stack.processorTime();
        }
        var ended = facts.await(expected, PATIENCE);
        var used = stack.processorTime().since(before);
        var seconds = Duration.between(firstRecorded(), ended).toNanos() / 1e9;
        System.out.printf(
                "  kpi-service: %.0f observations/s; µs of processor each: %s%n", rows / seconds, used.microsPer(rows));
        return seconds;
    }

    private Instant firstRecorded() throws IOException, SQLException {
        try (var connection = stack.database("kpi");
                var select = connection.createStatement();
                var row = select.executeQuery("SELECT count(*), min(recorded_at) FROM observation")) {
            row.next();
            if (row.getLong(1) != rows) {
                System.out.printf("  %d observations of %d%n", row.getLong(1), rows);
                whole = false;
            }
            return row.getObject(2, OffsetDateTime.class).toInstant();
        }
    }

    private double copy() throws IOException, SQLException {
        try (var copied = CopiedTable.of(stack, "kpi", "observation")) {
            var empty = table.empty();
            var seconds = copied.into(empty);
            table.drop(empty);
            System.out.printf("  COPY: %.0f rows/s%n", copied.rows() / seconds);
            return seconds;
        }
    }

    private void print(double drained, double copied, Growth growth) {
        System.out.printf(
                "%nconsumption: %d events of %d observations each, %d rounds; 1.00 is COPY of the same rows, %.0f/s%n",
                options.number("--events"), options.number("--values"), options.number("--rounds"), rows / copied);
        System.out.printf(
                "  ratio %.2f; kpi-service had %.0f MB and grew by %.0f at its peak%n",
                copied / drained, growth.atFirst("kpi"), growth.of("kpi"));
        RATIO.judge(copied / drained);
    }
}
