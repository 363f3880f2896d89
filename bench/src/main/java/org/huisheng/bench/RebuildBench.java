package org.huisheng.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.huisheng.bench.events.Observed;
import org.huisheng.bench.stack.BenchStack;
import org.huisheng.bench.stack.CopiedTable;
import org.huisheng.bench.stack.Growth;
import org.huisheng.bench.stack.Rebuild;
import org.huisheng.bench.stack.SwappedTable;

/** How fast all figures are made anew, as a share of what COPY does with the same rows; the old ones are read meanwhile. */
final class RebuildBench {

    private static final List<String> SOURCES = List.of("OBSERVATIONS", "LOG");
    private static final double RATIO = 0.3;
    private static final double FLAT_MEGABYTES = 100;

    private final BenchStack stack;
    private final Options options;
    private final long rows;
    private final SwappedTable table;
    private final List<From> sources = new ArrayList<>();
    private double copied;
    private boolean whole = true;

    private RebuildBench(BenchStack stack, Options options, long rows) {
        this.stack = stack;
        this.options = options;
        this.rows = rows;
        this.table = new SwappedTable(stack, "kpi", "observation");
    }

    /** What making them of one source took. */
    private static final class From {
        private final String source;
        private final Growth growth;
        private double seconds;

        From(String source, Growth growth) {
            this.source = source;
            this.growth = growth;
        }
    }

    static boolean run(Options options) throws Exception {
        try (var stack = BenchStack.of("rebuild", null);
                var observed = Observed.of(stack)) {
            var began = System.nanoTime();
            var rows = observed.fillTo(options.number("--rows"));
            var took = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    "rebuild: %d observations made of events in %.0f s, %.0f/s while they came%n",
                    rows, took, rows / took);
            return new RebuildBench(stack, options, rows).measure();
        }
    }

    private boolean measure() throws Exception {
        for (var source : SOURCES) {
            stack.awaitCalm(Windows.CALM);
            var from = new From(source, Growth.of(stack, List.of("kpi")));
            sources.add(from);
            rebuild(from, false);
        }
        try (var file = CopiedTable.of(stack, "kpi", "observation")) {
            for (var round = 0; round < options.number("--rounds"); round++) {
                stack.awaitCalm(Windows.CALM);
                copied += copy(file);
                for (var from : sources) {
                    stack.awaitCalm(Windows.CALM);
                    from.seconds += rebuild(from, true);
                }
            }
        }
        print();
        return whole;
    }

    private double copy(CopiedTable file) throws IOException, SQLException {
        var empty = table.empty();
        var took = file.into(empty);
        table.drop(empty);
        System.out.printf("  COPY: %.0f rows/s%n", rows / took);
        return took;
    }

    /** @param counts whether it is more than a rehearsal, of which only the memory counts */
    private double rebuild(From from, boolean counts) throws Exception {
        from.growth.forget();
        var before = stack.processorTime();
        var meanwhile = new ScoresMeanwhile(stack, rows);
        var rebuild = meanwhile.during(() -> Rebuild.from(stack, from.source));
        var used = stack.processorTime().since(before);
        from.growth.look();
        System.out.printf(
                "  %s%s: %.0f observations/s, %d differences; %d reads of the scores meanwhile, p50 %.0f ms, p99 %.0f ms%n",
                from.source,
                counts ? "" : " (rehearsal)",
                rows / rebuild.seconds(),
                rebuild.differences(),
                meanwhile.latencies().size(),
                meanwhile.latencies().percentileMillis(50),
                meanwhile.latencies().percentileMillis(99));
        System.out.printf("    µs of processor each: %s%n", used.microsPer(rows));
        whole &= rebuild.observations() == rows && rebuild.differences() == 0;
        return rebuild.seconds();
    }

    private void print() {
        System.out.printf(
                "%nrebuild: %d observations, %d rounds; 1.00 is COPY of the same rows, %.0f/s%n",
                rows, options.number("--rounds"), rows * options.number("--rounds") / copied);
        for (var from : sources) {
            var grown = from.growth.of("kpi");
            System.out.printf(
                    "  from %s: ratio %.2f; kpi-service had %.0f MB and grew by %.0f at its peak%n",
                    from.source, copied / from.seconds, from.growth.atFirst("kpi"), grown);
            Target.atLeast(RATIO, from.source + ", observations/s ÷ COPY of the same rows")
                    .judge(copied / from.seconds);
            Target.atMost(FLAT_MEGABYTES, from.source + ", growth of kpi-service, MB").judge(grown);
        }
    }
}
