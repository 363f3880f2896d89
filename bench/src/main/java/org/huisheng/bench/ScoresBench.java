package org.huisheng.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huisheng.bench.events.Observed;
import org.huisheng.bench.events.SurveyEvents;
import org.huisheng.bench.load.HttpText;
import org.huisheng.bench.load.Line;
import org.huisheng.bench.load.Measured;
import org.huisheng.bench.load.Repeated;
import org.huisheng.bench.stack.BenchStack;
import org.huisheng.bench.stack.Ledger;
import org.huisheng.bench.stack.Scores;

/** What reading all scores costs beside few observations and beside many, as a share of a constant of the same service. */
final class ScoresBench {

    private static final Target RATIO = Target.atLeast(0.5, "scores ÷ constant JSON, requests/s");
    private static final Target NOT_MODIFIED = Target.atLeast(1, "304 ÷ 200, requests/s");
    private static final double TOLERANCE = 0.15;
    private static final Target FLAT = Target.atLeast(1 - TOLERANCE, "scores beside many ÷ beside few");
    private static final Target NOT_ODD = Target.atMost(1 + TOLERANCE, "scores beside many ÷ beside few");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(100);

    /** What is asked for. */
    private enum Kind {
        CONSTANT("constant JSON", "/q/openapi?format=JSON"),
        SMALL("small, with a token", "/odata/v4/"),
        SCORES("scores", Scores.path()),
        UNCHANGED("scores, 304", Scores.path());

        private final String label;
        private final String path;

        Kind(String label, String path) {
            this.label = label;
            this.path = path;
        }
    }

    private final BenchStack stack;
    private final Options options;
    private final Windows windows;
    private final URI target;

    private ScoresBench(BenchStack stack, Options options) throws IOException {
        this.stack = stack;
        this.options = options;
        this.windows = new Windows(stack, options, new Ledger());
        this.target = stack.service("kpi");
    }

    static boolean run(Options options) throws Exception {
        try (var stack = BenchStack.of("scores", null);
                var observed = Observed.of(stack)) {
            var bench = new ScoresBench(stack, options);
            observed.fillTo(options.number("--few"));
            for (var kind : Kind.values()) {
                // What one kind lets the compilers do makes the others faster, too.
                bench.ask(kind);
            }
            var few = bench.beside(observed.fillTo(options.number("--few")));
            var many = bench.beside(observed.fillTo(options.number("--rows")));
            bench.print(few, many);
            return true;
        }
    }

    private Map<Kind, Measured> beside(long observations) throws IOException, InterruptedException {
        awaitScoresOf(observations);
        var measured = new EnumMap<Kind, List<Measured>>(Kind.class);
        for (var round = 0; round < options.number("--rounds"); round++) {
            for (var kind : Kind.values()) {
                measured.computeIfAbsent(kind, _ -> new ArrayList<>()).add(ask(kind));
            }
        }
        var together = new EnumMap<Kind, Measured>(Kind.class);
        measured.forEach((kind, all) -> together.put(kind, Measured.together(all)));
        return together;
    }

    private Measured ask(Kind kind) throws IOException, InterruptedException {
        windows.calm();
        var talk = new Repeated(request(kind), kind == Kind.UNCHANGED ? 304 : 200);
        return windows.measure(kind.label, target, seed -> talk, options.number("--connections"));
    }

    private void awaitScoresOf(long observations) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var line = new Line(target)) {
            while (true) {
                var counted = Scores.counted(line.get(Scores.path(), stack.token("office")));
                if (counted == observations) {
                    return;
                }
                if (System.nanoTime() > deadline) {
                    throw new IOException("The scores rest on " + counted + " observations, not " + observations);
                }
                Thread.sleep(POLL);
            }
        }
    }

    /** With a fresh token, since they do not live long. */
    private byte[] request(Kind kind) throws IOException, InterruptedException {
        var token = stack.token("office");
        return switch (kind) {
            case CONSTANT -> HttpText.get(target, kind.path, "");
            case SMALL, SCORES -> HttpText.get(target, kind.path, token);
            case UNCHANGED -> HttpText.getUnless(target, tag(token), kind.path, token);
        };
    }

    private String tag(String token) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(target.resolve(Kind.SCORES.path))
                    .header("Accept", "application/json")
                    .header("Authorization", "Bearer " + token)
                    .build();
            return client.send(request, BodyHandlers.discarding())
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow(() -> new IOException("Scores without an ETag"));
        }
    }

    private void print(Map<Kind, Measured> few, Map<Kind, Measured> many) throws IOException, InterruptedException {
        System.out.printf(
                "%nscores: kpi-service alone, %d connections, %d rounds, %d departments, all levels; 1.00 is the constant%n",
                options.number("--connections"), options.number("--rounds"), SurveyEvents.DEPARTMENTS.size());
        System.out.printf(
                "                         bytes   beside %d: ratio   p99 ms   beside %d: ratio   p99 ms%n",
                options.number("--few"), options.number("--rows"));
        for (var kind : Kind.values()) {
            System.out.printf(
                    "%-22s %7d %20.2f %8.1f %22.2f %8.1f%n",
                    kind.label,
                    bytes(kind),
                    ratio(few, kind),
                    figure(few, kind).percentileMillis(99),
                    ratio(many, kind),
                    figure(many, kind).percentileMillis(99));
        }
        RATIO.judge(ratio(many, Kind.SCORES));
        NOT_MODIFIED.judge(ratio(many, Kind.UNCHANGED) / ratio(many, Kind.SCORES));
        var flat = ratio(many, Kind.SCORES) / ratio(few, Kind.SCORES);
        FLAT.judge(flat);
        NOT_ODD.judge(flat);
    }

    private int bytes(Kind kind) throws IOException, InterruptedException {
        try (var line = new Line(target)) {
            line.exchange(request(kind));
            return line.body().length;
        }
    }

    private static double ratio(Map<Kind, Measured> measured, Kind kind) {
        return figure(measured, kind).perSecond()
                / figure(measured, Kind.CONSTANT).perSecond();
    }

    private static Measured figure(Map<Kind, Measured> measured, Kind kind) {
        return Objects.requireNonNull(measured.get(kind));
    }
}
