package org.huisheng.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.huisheng.bench.events.EventLog;
import org.huisheng.bench.events.EventStream;
import org.huisheng.bench.events.SurveyEvents;
import org.huisheng.bench.load.Line;
import org.huisheng.bench.load.Load;
import org.huisheng.bench.load.Questionnaire;
import org.huisheng.bench.load.Samples;
import org.huisheng.bench.load.Submissions;
import org.huisheng.bench.stack.BenchStack;
import org.huisheng.bench.stack.Campaign;
import org.huisheng.bench.stack.Ledger;
import org.huisheng.demo.Api;

/** How long after its 201 a response is part of the score one can read. */
final class FreshnessBench implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_POLLS = Duration.ofMillis(1);
    private static final int OTHER_CONNECTIONS = 16;
    // Fewer answers of customers than this are not shown at all.
    private static final int ENOUGH_TO_BE_SHOWN = 10;
    private static final int REHEARSALS = 20;
    private static final Target IDLE = Target.atMost(300, "idle, p99 ms");
    private static final double BUSY_MILLIS = 1000;
    /** Of the others asked for; with fewer the figure is none. */
    private static final double ENOUGH = 0.95;

    private final BenchStack stack;
    private final Options options;
    private final Campaign campaign;
    private final Line poster;
    private final Submissions probes;
    private final Line reader;
    private final String token;
    private final Ledger ledger = new Ledger();
    private long expected;

    private FreshnessBench(BenchStack stack, Options options, Campaign campaign)
            throws IOException, InterruptedException {
        this.stack = stack;
        this.options = options;
        this.campaign = campaign;
        var target = stack.gateway();
        poster = new Line(target);
        probes = new Submissions(
                target, campaign.probing(), ThreadLocalRandom.current().nextLong());
        reader = new Line(target);
        token = stack.token("office");
    }

    static boolean run(Options options) throws Exception {
        try (var stack = BenchStack.of("freshness", options.running());
                var bench = new FreshnessBench(stack, options, Campaign.open(stack, Questionnaire.TEN))) {
            return bench.run();
        }
    }

    private boolean run() throws Exception {
        expected = counted();
        for (var number = 1; number < ENOUGH_TO_BE_SHOWN; number++) {
            poster.exchange(probes);
            expected++;
        }
        probe(REHEARSALS);
        stack.awaitCalm(PATIENCE);
        var idle = probe(options.number("--probes"));
        var busy = new ArrayList<Busy>();
        if (options.running() == null) {
            // The log of a stack somebody else uses keeps what is put into it.
            busy.add(probeBesideEvents());
            stack.awaitCalm(PATIENCE);
        }
        busy.add(probeBesideResponses(stack.gateway()));
        System.out.printf("%nfreshness: from the 201 to the score that counts it, %d probes each%n", idle.size());
        System.out.println("                              per second   p50 ms   p99 ms");
        line("idle", 0, idle);
        busy.forEach(beside -> line("beside " + beside.others(), beside.perSecond(), beside.probes()));
        IDLE.judge(idle.percentileMillis(99));
        busy.forEach(this::judge);
        probes.acknowledged(ledger::add);
        return ledger.isKept(stack);
    }

    /** @param perSecond how many others there were in truth */
    private record Busy(String others, double perSecond, Samples probes) {}

    private Busy probeBesideEvents() throws IOException, InterruptedException {
        var others = new SurveyEvents(1, ThreadLocalRandom.current().nextLong());
        try (var log = EventLog.of(stack);
                var stream = EventStream.start(log, others, options.number("--rate"))) {
            Thread.sleep(SETTLE);
            var samples = probe(options.number("--probes"));
            return new Busy("events", stream.perSecond(), samples);
        }
    }

    private Busy probeBesideResponses(URI target) throws IOException, InterruptedException {
        try (var load = Load.start(
                target,
                seed -> new Submissions(target, campaign.answering(), seed),
                OTHER_CONNECTIONS,
                options.number("--rate"))) {
            Thread.sleep(SETTLE);
            var began = System.nanoTime();
            var before = load.answered();
            var samples = probe(options.number("--probes"));
            var perSecond = (load.answered() - before) * 1e9 / (System.nanoTime() - began);
            load.close();
            load.acknowledged(ledger::add);
            return new Busy("responses", perSecond, samples);
        }
    }

    private Samples probe(int times) throws IOException, InterruptedException {
        var samples = new Samples();
        for (var number = 0; number < times; number++) {
            // At no fixed beat, or all probes would meet every timer at the same moment of its period.
            Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextInt(10, 90)));
            poster.exchange(probes);
            expected++;
            var acknowledged = System.nanoTime();
            while (counted() < expected) {
                if (System.nanoTime() - acknowledged > PATIENCE.toNanos()) {
                    throw new IOException("An acknowledged response is not in the score after " + PATIENCE);
                }
                LockSupport.parkNanos(BETWEEN_POLLS.toNanos());
            }
            samples.add(System.nanoTime() - acknowledged);
        }
        return samples;
    }

    private long counted() throws IOException {
        var body = reader.get(
                "/api/kpi/v1/scores?period=" + Campaign.period() + "&department=" + Campaign.PROBED
                        + "&level=indicator",
                token);
        for (var row : Api.JSON.readTree(body).path("rows")) {
            if (row.path("code").asText().equals(Campaign.INDICATOR)) {
                return row.path("n").asLong();
            }
        }
        throw new IOException("No indicator " + Campaign.INDICATOR);
    }

    private void judge(Busy busy) {
        Target.atMost(BUSY_MILLIS, "beside %d %s/s, p99 ms".formatted(options.number("--rate"), busy.others()))
                .judge(
                        busy.perSecond() < ENOUGH * options.number("--rate")
                                ? Double.NaN
                                : busy.probes().percentileMillis(99));
    }

    private static void line(String name, double perSecond, Samples samples) {
        System.out.printf(
                "%-28s %11.0f %8.0f %8.0f%n",
                name, perSecond, samples.percentileMillis(50), samples.percentileMillis(99));
    }

    @Override
    public void close() throws IOException {
        poster.close();
        reader.close();
    }
}
