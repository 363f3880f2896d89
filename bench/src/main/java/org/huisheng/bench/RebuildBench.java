package org.huisheng.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.huisheng.bench.events.Observed;
import org.huisheng.bench.stack.BenchStack;
import org.huisheng.bench.stack.CopiedTable;
import org.huisheng.bench.stack.Growth;
import org.huisheng.bench.stack.Rebuild;
import org.huisheng.bench.stack.SwappedTable;

/** How fast all figures are made anew after they were lost, as a share of what COPY does with the same rows. */
final class RebuildBench {

    private static final double RATIO = 0.3;
    private static final double FLAT_MEGABYTES = 100;
    private static final String FIGURES_LOST = "DELETE FROM cell; DELETE FROM tagged_cell; DELETE FROM cell_bucket";

    private final BenchStack stack;
    private final Options options;
    private final Observed observed;
    private final long rows;
    private final SwappedTable table;
    private final List<From> sources = new ArrayList<>();
    private double copied;
    private boolean whole = true;

    private RebuildBench(BenchStack stack, Options options, Observed observed, long rows) throws IOException {
        this.stack = stack;
        this.options = options;
        this.observed = observed;
        this.rows = rows;
        this.table = new SwappedTable(stack, "kpi", "observation");
        // All at once or not at all; from the log they come as they did at first.
        add("OBSERVATIONS", FIGURES_LOST, counted -> counted == 0 || counted == rows);
        add("LOG", "TRUNCATE observation; " + FIGURES_LOST, counted -> counted <= rows);
    }

    /**
     * Making them of one source.
     *
     * @param loss the statements that lose what can be had from there
     * @param plausible on how many observations scores may rest meanwhile
     * @param seconds what it took each time
     */
    private record From(String source, String loss, LongPredicate plausible, Growth growth, List<Double> seconds) {

        double total() {
            return seconds.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    private void add(String source, String loss, LongPredicate plausible) throws IOException {
        sources.add(new From(source, loss, plausible, Growth.of(stack, List.of("kpi")), new ArrayList<>()));
    }

    static boolean run(Options options) throws Exception {
        try (var stack = BenchStack.of("rebuild", null);
                var observed = Observed.of(stack)) {
            var began = System.nanoTime();
            var rows = observed.fillTo(options.number("--rows"));
            var took = (System.nanoTime() - began) / 1e9;
            System.out.printf("rebuild: %d observations made of events in %.0f s%n", rows, took);
            stack.awaitCalm(Windows.CALM);
            return new RebuildBench(stack, options, observed, rows).measure();
        }
    }

    private boolean measure() throws Exception {
        try (var file = CopiedTable.of(stack, "kpi", "observation")) {
            for (var round = 0; round < options.number("--rounds"); round++) {
                stack.awaitCalm(Windows.CALM);
                copied += copy(file);
                for (var from : sources) {
                    lose(from.loss);
                    stack.awaitCalm(Windows.CALM);
                    rebuild(from);
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

    private void lose(String statements) throws IOException, SQLException {
        try (var connection = stack.database("kpi");
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private void rebuild(From from) throws Exception {
        from.growth.forget();
        var before = stack.processorTime();
        var meanwhile = new ScoresMeanwhile(stack, from.plausible);
        var rebuild = meanwhile.during(() -> Rebuild.from(stack, from.source));
        var used = stack.processorTime().since(before);
        from.growth.look();
        from.seconds.add(rebuild.seconds());
        var restored = observed.counted();
        System.out.printf(
                "  from %s: %.0f observations/s, %d differences, %d observations are counted;"
                        + " scores read %d times meanwhile, p50 %.0f ms, p99 %.0f ms%n",
                from.source,
                rows / rebuild.seconds(),
                rebuild.differences(),
                restored,
                meanwhile.latencies().size(),
                meanwhile.latencies().percentileMillis(50),
                meanwhile.latencies().percentileMillis(99));
        System.out.printf("    µs of processor each: %s%n", used.microsPer(rows));
        whole &= rebuild.observations() == rows && restored == rows;
    }

    private void print() {
        System.out.printf(
                "%nrebuild: %d observations, %d rounds; 1.00 is COPY of the same rows, %.0f/s%n",
                rows, options.number("--rounds"), rows * options.number("--rounds") / copied);
        for (var from : sources) {
            var ratio = copied / from.total();
            var grown = from.growth.of("kpi");
            System.out.printf(
                    "  from %s: ratio %.2f; kpi-service had %.0f MB and grew by %.0f at its peak%n",
                    from.source, ratio, from.growth.atFirst("kpi"), grown);
            Target.atLeast(RATIO, from.source + ", observations/s ÷ COPY of the same rows")
                    .judge(ratio);
            Target.atMost(FLAT_MEGABYTES, from.source + ", growth of kpi-service, MB")
                    .judge(grown);
        }
    }
}
