package org.huisheng.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huisheng.bench.events.Observed;
import org.huisheng.bench.export.Copied;
import org.huisheng.bench.export.Export;
import org.huisheng.bench.export.Feed;
import org.huisheng.bench.export.Pulled;
import org.huisheng.bench.load.Line;
import org.huisheng.bench.stack.BenchStack;
import org.huisheng.bench.stack.Growth;
import org.huisheng.bench.stack.Keys;

/** How fast a BI tool gets all observations, as a share of what COPY does, and whether it gets each of them once. */
final class FeedBench {

    private static final Target RATIO = Target.atLeast(0.2, "feed ÷ COPY … TO STDOUT of the same rows, MB/s");
    private static final double FLAT_MEGABYTES = 100;
    private static final List<String> SERVICES = List.of("kpi", "gateway");

    private final BenchStack stack;
    private final Options options;
    private final Observed observed;
    private final long rows;
    private final Growth growth;
    private Export copied = Export.NONE;
    private Export pulled = Export.NONE;
    private boolean whole = true;

    private FeedBench(BenchStack stack, Options options, Observed observed, long rows) throws IOException {
        this.stack = stack;
        this.options = options;
        this.observed = observed;
        this.rows = rows;
        this.growth = Growth.of(stack, SERVICES);
    }

    static boolean run(Options options) throws Exception {
        try (var stack = BenchStack.of("feed", null);
                var observed = Observed.of(stack)) {
            var rows = observed.fillTo(options.number("--pulled"));
            stack.awaitCalm(Windows.CALM);
            var bench = new FeedBench(stack, options, observed, rows);
            bench.measure();
            bench.pullWhileEventsArrive();
            bench.print();
            return bench.whole;
        }
    }

    private void measure() throws IOException, SQLException, InterruptedException {
        var keys = Keys.of(stack);
        var began = System.nanoTime();
        do {
            pull(keys, "rehearsal");
        } while (System.nanoTime() - began < options.seconds("--warm-up").toNanos());
        for (var round = 0; round < options.number("--rounds"); round++) {
            stack.awaitCalm(Windows.CALM);
            copied = copied.plus(Copied.observations(stack));
            stack.awaitCalm(Windows.CALM);
            pulled = pulled.plus(pull(keys, "feed"));
        }
    }

    private Export pull(Set<String> keys, String kind) throws IOException, InterruptedException {
        growth.forget();
        var before = stack.processorTime();
        var token = stack.token("analyst");
        try (var line = new Line(stack.gateway())) {
            var began = System.nanoTime();
            var pages = Feed.pull(line, token);
            var seconds = (System.nanoTime() - began) / 1e9;
            var used = stack.processorTime().since(before);
            growth.look();
            var bytes = pages.stream().mapToLong(page -> page.length).sum();
            System.out.printf(
                    "  %s: %.0f rows/s, %.1f MB/s, %d pages; µs of processor for each row: %s%n",
                    kind, rows / seconds, bytes / 1e6 / seconds, pages.size(), used.microsPer(rows));
            judge(kind, pages, keys, keys);
            return new Export(seconds, rows, bytes, 0, 0);
        }
    }

    private void pullWhileEventsArrive() throws IOException, SQLException, InterruptedException {
        var token = stack.token("analyst");
        var stream = observed.keepComing(options.number("--rate"));
        List<byte[]> pages;
        Set<String> before;
        try (stream;
                var line = new Line(stack.gateway())) {
            before = Keys.of(stack);
            growth.forget();
            pages = Feed.pull(line, token);
            growth.look();
        }
        observed.awaitAll(rows, stream);
        judge("while %.0f events/s arrive".formatted(stream.perSecond()), pages, before, Keys.of(stack));
    }

    private void judge(String kind, List<byte[]> pages, Set<String> before, Set<String> after) throws IOException {
        var keys = new ArrayList<String>();
        Feed.keys(pages, keys::add);
        var result = Pulled.of(keys, before, after);
        if (!before.equals(after) || !result.isWhole()) {
            System.out.printf(
                    "  %s: %d rows, %d missing, %d twice, %d unknown, %d arrived meanwhile%n",
                    kind, result.rows(), result.missing(), result.twice(), result.unknown(), result.arrived());
        }
        whole &= result.isWhole();
    }

    private void print() {
        System.out.printf(
                "%nfeed: %d observations through the gateway, %d rounds; 1.00 is COPY (SELECT …) TO STDOUT of the same rows%n",
                rows, options.number("--rounds"));
        System.out.println("           rows/s     MB/s   ratio of rows/s   of MB/s");
        line("COPY", copied);
        line("feed", pulled);
        System.out.printf(
                "  growth at the peak: kpi %.0f MB, gateway %.0f MB%n", growth.of("kpi"), growth.of("gateway"));
        RATIO.judge(pulled.megabytesPerSecond() / copied.megabytesPerSecond());
        for (var service : SERVICES) {
            Target.atMost(FLAT_MEGABYTES, service + " growth, MB").judge(growth.of(service));
        }
    }

    private void line(String name, Export export) {
        System.out.printf(
                "%-6s %10.0f %8.1f %17.2f %9.2f%n",
                name,
                export.rowsPerSecond(),
                export.megabytesPerSecond(),
                export.rowsPerSecond() / copied.rowsPerSecond(),
                export.megabytesPerSecond() / copied.megabytesPerSecond());
    }
}
