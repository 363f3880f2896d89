package org.huisheng.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
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

    private static final Target RATIO = Target.atLeast(0.6, "through the gateway ÷ direct, requests/s");
    private static final double KILOBYTE = 1024;

    private final BenchStack stack;
    private final Options options;
    private final Windows windows;
    private final String path;

    private GatewayBench(BenchStack stack, Options options, String path) {
        this.stack = stack;
        this.options = options;
        this.windows = new Windows(stack, options, new Ledger());
        this.path = path;
    }

    static boolean run(Options options) throws Exception {
        try (var stack = BenchStack.of("gateway", options.running())) {
            // A questionnaire as a respondent's page fetches it; ten questions are about a kilobyte.
            var campaign = Campaign.open(stack, Questionnaire.TEN);
            new GatewayBench(stack, options, "/api/survey/v1/links/" + campaign.link()).measure();
            return true;
        }
    }

    private void measure() throws IOException, InterruptedException {
        var gateway = new ArrayList<Measured>();
        var direct = new ArrayList<Measured>();
        for (var round = 0; round < options.number("--rounds"); round++) {
            windows.calm();
            gateway.add(get("gateway", stack.gateway()));
            direct.add(get("survey-service", stack.service("survey")));
        }
        print(gateway, direct);
    }

    private Measured get(String kind, URI target) throws IOException, InterruptedException {
        var request = HttpText.get(target, path, "");
        return windows.measure(kind, target, seed -> new Repeated(request), options.number("--connections"));
    }

    private void print(List<Measured> gateway, List<Measured> direct) throws IOException {
        var through = Measured.together(gateway);
        var alone = Measured.together(direct);
        System.out.printf(
                "%ngateway: GET of %.1f KB, %d connections, %d rounds; 1.00 is survey-service asked itself, %.0f/s%n",
                bytes() / KILOBYTE, options.number("--connections"), options.number("--rounds"), alone.perSecond());
        System.out.println("                     ratio   p50 ms   p99 ms");
        line("through the gateway", through, alone);
        line("survey-service alone", alone, alone);
        RATIO.judge(through.perSecond() / alone.perSecond());
    }

    private int bytes() throws IOException {
        try (var line = new Line(stack.gateway())) {
            return line.get(path, "").length;
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
