package org.huisheng.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import org.huisheng.bench.load.HttpText;
import org.huisheng.bench.load.Line;
import org.huisheng.bench.load.Measured;
import org.huisheng.bench.load.Questionnaire;
import org.huisheng.bench.load.Repeated;
import org.huisheng.bench.stack.BenchStack;
import org.huisheng.bench.stack.Campaign;
import org.huisheng.bench.stack.Ledger;

/** What the way through the gateway costs a small GET, as a share of asking the service itself. */
final class GatewayBench {

    private static final Target RATIO = Target.atLeast(0.6, "a case through the gateway ÷ direct, requests/s");
    private static final double KILOBYTE = 1024;

    /** @param path what is asked for @param user who asks, empty for anybody */
    private record Kind(String name, String service, String path, String user) {}

    private final BenchStack stack;
    private final Options options;
    private final Windows windows;

    private GatewayBench(BenchStack stack, Options options) {
        this.stack = stack;
        this.options = options;
        this.windows = new Windows(stack, options, new Ledger());
    }

    static boolean run(Options options) throws Exception {
        try (var stack = BenchStack.of("gateway", options.running())) {
            var bench = new GatewayBench(stack, options);
            // What every page and program of a signed-in user asks for: a token is checked, the database is read.
            var matter = stack.as("office").created("/api/feedback/v1/cases", CaseLives.complaint());
            var path = "/api/feedback/v1/cases/" + matter.path("id").asText();
            RATIO.judge(bench.measure(new Kind("case", "feedback", path, "office")));
            // The cheapest there is: kept in memory, for anybody. Ten questions are about a kilobyte.
            var campaign = Campaign.open(stack, Questionnaire.TEN);
            bench.measure(new Kind("questionnaire", "survey", "/api/survey/v1/links/" + campaign.link(), ""));
            return true;
        }
    }

    private double measure(Kind kind) throws IOException, InterruptedException {
        var gateway = new ArrayList<Measured>();
        var direct = new ArrayList<Measured>();
        for (var round = 0; round < options.number("--rounds"); round++) {
            windows.calm();
            gateway.add(get(kind, "gateway", stack.gateway()));
            direct.add(get(kind, kind.service + "-service", stack.service(kind.service)));
        }
        return print(kind, Measured.together(gateway), Measured.together(direct));
    }

    private Measured get(Kind kind, String asked, URI target) throws IOException, InterruptedException {
        var request = HttpText.get(target, kind.path, token(kind));
        return windows.measure(
                kind.name + " of " + asked, target, seed -> new Repeated(request), options.number("--connections"));
    }

    /** A fresh one, since they do not live long. */
    private String token(Kind kind) throws IOException, InterruptedException {
        return kind.user.isEmpty() ? "" : stack.token(kind.user);
    }

    private double print(Kind kind, Measured through, Measured alone) throws IOException, InterruptedException {
        System.out.printf(
                "%ngateway: GET of a %s, %.1f KB, %d connections, %d rounds; 1.00 is %s-service asked itself, %.0f/s%n",
                kind.name,
                bytes(kind) / KILOBYTE,
                options.number("--connections"),
                options.number("--rounds"),
                kind.service,
                alone.perSecond());
        System.out.println("                     ratio   p50 ms   p99 ms");
        line("through the gateway", through, alone);
        line("service alone", alone, alone);
        return through.perSecond() / alone.perSecond();
    }

    private int bytes(Kind kind) throws IOException, InterruptedException {
        try (var line = new Line(stack.gateway())) {
            return line.get(kind.path, token(kind)).length;
        }
    }

    private static void line(String name, Measured measured, Measured alone) {
        System.out.printf(
                "%-20s %5.2f %8.1f %8.1f%n",
                name,
                measured.perSecond() / alone.perSecond(),
                measured.percentileMillis(50),
                measured.percentileMillis(99));
    }
}
