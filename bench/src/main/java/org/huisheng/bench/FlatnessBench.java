package org.huisheng.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.huisheng.bench.load.Measured;
import org.huisheng.bench.load.Questionnaire;
import org.huisheng.bench.load.Submissions;
import org.huisheng.bench.stack.BenchStack;
import org.huisheng.bench.stack.Campaign;
import org.huisheng.bench.stack.Filling;
import org.huisheng.bench.stack.Ledger;
import org.huisheng.bench.stack.SwappedTable;

/**
 * Whether the intake is as fast beside many responses as beside none. The same services, warm, work on empty tables and on
 * full ones in turn, so that neither the machine nor the compilers decide.
 */
final class FlatnessBench {

    private static final double TOLERANCE = 0.15;
    private static final Target SPEED = Target.atLeast(1 - TOLERANCE, "responses/s full ÷ empty");
    private static final Target NOT_ODD = Target.atMost(1 + TOLERANCE, "responses/s full ÷ empty");
    private static final Target LATENCY = Target.atMost(1 + TOLERANCE, "p99 full ÷ empty");

    private final BenchStack stack;
    private final Options options;
    private final Campaign campaign;
    private final Ledger ledger = new Ledger();
    private final Windows windows;
    private final SwappedTable responses;
    private final SwappedTable observations;
    private final List<Measured> whenEmpty = new ArrayList<>();
    private final List<Measured> whenFull = new ArrayList<>();

    private FlatnessBench(BenchStack stack, Options options, Campaign campaign) {
        this.stack = stack;
        this.options = options;
        this.campaign = campaign;
        this.windows = new Windows(stack, options, ledger);
        this.responses = new SwappedTable(stack, "survey", "response");
        this.observations = new SwappedTable(stack, "kpi", "observation");
    }

    static boolean run(Options options) throws Exception {
        try (var stack = BenchStack.of("flatness", null)) {
            var campaign = Campaign.open(stack, Questionnaire.of(options.number("--questions")));
            return new FlatnessBench(stack, options, campaign).measure();
        }
    }

    private boolean measure() throws Exception {
        var rows = options.number("--rows");
        var filling = Filling.like(campaign, stack, ledger);
        var fullResponses = responses.empty();
        var fullObservations = observations.empty();
        var took = filling.responses(fullResponses, rows).plus(filling.observations(fullObservations, rows));
        System.out.printf(
                "flatness: %d responses and as many observations made in %d s by INSERT … SELECT, analysed%n",
                rows, took.toSeconds());
        for (var round = 0; round < options.number("--rounds"); round++) {
            if (round % 2 == 0) {
                empty();
                full(fullResponses, fullObservations);
            } else {
                full(fullResponses, fullObservations);
                empty();
            }
        }
        windows.calm();
        print(Measured.together(whenEmpty), Measured.together(whenFull));
        return ledger.isKept(stack, responses.all());
    }

    private void empty() throws IOException, SQLException, InterruptedException {
        windows.calm();
        responses.use(responses.empty());
        observations.use(observations.empty());
        whenEmpty.add(post("empty"));
    }

    private void full(String fullResponses, String fullObservations)
            throws IOException, SQLException, InterruptedException {
        windows.calm();
        responses.use(fullResponses);
        observations.use(fullObservations);
        whenFull.add(post("full"));
    }

    private Measured post(String state) throws IOException, InterruptedException {
        var target = stack.gateway();
        return windows.measure(
                state,
                target,
                seed -> new Submissions(target, campaign.answering(), seed),
                options.number("--connections"));
    }

    private void print(Measured empty, Measured full) {
        System.out.printf(
                "%nflatness: intake of %d questions, %d connections, %d rounds; beside %d rows ÷ beside none%n",
                campaign.questionnaire().questions(),
                options.number("--connections"),
                options.number("--rounds"),
                options.number("--rows"));
        var speed = full.perSecond() / empty.perSecond();
        var latency = full.percentileMillis(99) / empty.percentileMillis(99);
        System.out.printf(
                "  responses/s %.2f, p50 %.2f, p99 %.2f%n",
                speed, full.percentileMillis(50) / empty.percentileMillis(50), latency);
        for (var round = 0; round < whenFull.size(); round++) {
            System.out.printf(
                    "  round %d: responses/s %.2f%n",
                    round + 1,
                    whenFull.get(round).perSecond() / whenEmpty.get(round).perSecond());
        }
        SPEED.judge(speed);
        NOT_ODD.judge(speed);
        LATENCY.judge(latency);
    }
}
