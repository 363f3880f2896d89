package org.huisheng.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huisheng.bench.export.Copied;
import org.huisheng.bench.export.Export;
import org.huisheng.bench.export.Format;
import org.huisheng.bench.load.HttpText;
import org.huisheng.bench.load.Line;
import org.huisheng.bench.load.Questionnaire;
import org.huisheng.bench.stack.BenchStack;
import org.huisheng.bench.stack.Campaign;
import org.huisheng.bench.stack.Filling;
import org.huisheng.bench.stack.Ledger;

/** How fast the answers of a campaign can be had, as a share of what COPY does, and what the services need for it. */
final class ExportBench {

    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofMillis(100);
    private static final int AGAIN = 5;

    private final BenchStack stack;
    private final Options options;
    private final Campaign campaign;
    private final String token;
    private final Map<Format, Export> formats = new LinkedHashMap<>();
    private Export copied = Export.NONE;
    private boolean whole = true;

    private ExportBench(BenchStack stack, Options options, Campaign campaign, String token) {
        this.stack = stack;
        this.options = options;
        this.campaign = campaign;
        this.token = token;
    }

    static boolean run(Options options) throws Exception {
        try (var stack = BenchStack.of("export", null)) {
            var ledger = new Ledger();
            var campaign = Campaign.open(stack, Questionnaire.of(options.number("--questions")));
            var took = Filling.like(campaign, stack, ledger).responses("response", options.number("--responses"));
            System.out.printf(
                    "export: %d responses made in %d s by INSERT … SELECT, analysed%n",
                    options.number("--responses"), took.toSeconds());
            var bench = new ExportBench(stack, options, campaign, stack.token("office"));
            bench.results();
            bench.measure();
            bench.print();
            return bench.whole && ledger.isKept(stack);
        }
    }

    /** Before anything else has read the rows. */
    private void results() throws IOException, InterruptedException {
        stack.awaitCalm(Windows.CALM);
        // Not through the gateway, which gives up after a while.
        try (var line = new Line(stack.service("survey"))) {
            var first = secondsOfResults(line);
            var again = Double.MAX_VALUE;
            for (var number = 0; number < AGAIN; number++) {
                again = Math.min(again, secondsOfResults(line));
            }
            System.out.printf(
                    "%nexport: results of %d responses on 30 days, survey-service alone: first %.0f ms, again %.1f ms (best of %d)%n",
                    options.number("--responses"), first * 1000, again * 1000, AGAIN);
        }
    }

    /** Whoever is told that counting goes on asks again, sooner than they are told to: the time is what is wanted. */
    private double secondsOfResults(Line line) throws IOException, InterruptedException {
        var path = "/api/survey/v1/campaigns/" + campaign.id() + "/results";
        var request = HttpText.get(stack.service("survey"), path, token);
        var began = System.nanoTime();
        var status = line.exchange(request);
        while (status == 503) {
            Thread.sleep(BEFORE_ASKING_AGAIN);
            status = line.exchange(request);
        }
        if (status != 200) {
            throw new IOException("GET " + path + " was answered " + status);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private void measure() throws IOException, SQLException, InterruptedException {
        var survey = stack.memory("survey").resident();
        var gateway = stack.memory("gateway").resident();
        for (var round = 0; round <= options.number("--rounds"); round++) {
            stack.awaitCalm(Windows.CALM);
            var rehearsal = round == 0;
            var bare = Copied.responses(stack, campaign.id());
            copied = copied.plus(rehearsal ? bare.withoutTime() : bare);
            for (var format : Format.values()) {
                var export = export(format, survey, gateway);
                formats.merge(format, rehearsal ? export.withoutTime() : export, Export::plus);
            }
        }
    }

    /** @param survey what was resident of the service before any export */
    private Export export(Format format, double survey, double gateway) throws IOException {
        stack.forgetPeak("survey");
        stack.forgetPeak("gateway");
        try (var line = new Line(stack.gateway())) {
            var began = System.nanoTime();
            var parts = format.fetch(line, "/api/survey/v1/campaigns/" + campaign.id() + "/responses", token);
            var seconds = (System.nanoTime() - began) / 1e9;
            var rows = format.rows(parts);
            if (rows != options.number("--responses") + 1) {
                System.out.printf("  %s has %d rows, not one for each response%n", format, rows);
                whole = false;
            }
            var bytes = parts.stream().mapToLong(part -> part.length).sum();
            return new Export(
                    seconds,
                    rows,
                    bytes,
                    stack.memory("survey").peak() - survey,
                    stack.memory("gateway").peak() - gateway);
        }
    }

    private void print() {
        System.out.printf(
                "%nexport: %d questions, through the gateway, %d rounds; 1.00 is COPY (SELECT …) TO STDOUT of the same rows%n",
                campaign.questionnaire().questions(), options.number("--rounds"));
        System.out.println("           rows/s     MB/s   ratio of rows/s   of MB/s   peak growth MB: survey  gateway");
        line("COPY", copied);
        formats.forEach((format, export) -> line(format.toString(), export));
    }

    private void line(String name, Export export) {
        System.out.printf(
                "%-6s %10.0f %8.1f %17.2f %9.2f %24.0f %8.0f%n",
                name,
                export.rowsPerSecond(),
                export.megabytesPerSecond(),
                export.rowsPerSecond() / copied.rowsPerSecond(),
                export.megabytesPerSecond() / copied.megabytesPerSecond(),
                export.surveyGrowth(),
                export.gatewayGrowth());
    }
}
