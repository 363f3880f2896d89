package org.huisheng.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.huisheng.bench.load.Samples;
import org.huisheng.bench.stack.BenchStack;
import org.huisheng.bench.stack.ManyCases;
import org.huisheng.demo.Api;

/** Lives of cases beside bare transactions; lists and the clocks' tick beside few and beside many open cases. */
final class CaseworkBench {

    private static final int FEW = 1_000;
    private static final int DUE = 100;
    private static final double TOLERANCE = 0.2;
    private static final Target TICK =
            Target.atMost(1 + TOLERANCE, "processor for " + DUE + " due, many open ÷ " + FEW + " open");
    private static final Target BOARD = Target.atMost(1 + TOLERANCE, "p99 of a board, many cases ÷ " + FEW);
    private static final List<String> BOARDS =
            List.of("?limit=50", "?limit=50&status=RECEIVED", "?limit=50&side=CUSTOMER", "?limit=50&overdue=true");

    private final BenchStack stack;
    private final Options options;
    private final CaseLives lives;
    private final ManyCases cases;

    private CaseworkBench(BenchStack stack, Options options) throws IOException, InterruptedException {
        this.stack = stack;
        this.options = options;
        this.lives = new CaseLives(stack, options.number("--connections"));
        this.cases = new ManyCases(stack, lives.open());
    }

    static boolean run(Options options) throws Exception {
        try (var stack = BenchStack.withDepartments("casework")) {
            Baseline.prepare(stack, 1);
            stack.awaitCalm(Windows.CALM);
            var bench = new CaseworkBench(stack, options);
            bench.liveOn();
            bench.grow();
            return true;
        }
    }

    private void liveOn() throws Exception {
        lives.lives(options.number("--lives") / 4 + 1);
        double served = 0;
        double bare = 0;
        for (var round = 0; round < options.number("--rounds"); round++) {
            stack.awaitCalm(Windows.CALM);
            bare += lives.bare(options.number("--lives"));
            stack.awaitCalm(Windows.CALM);
            var before = stack.processorTime();
            served += lives.lives(options.number("--lives"));
            System.out.printf(
                    "  µs of processor a step: %s%n",
                    stack.processorTime().since(before).microsPer((long) options.number("--lives") * CaseLives.STEPS));
        }
        System.out.printf(
                "casework: %.0f steps/s in whole lives; 1.00 is a bare transaction of three statements: ratio %.2f%n",
                served / options.number("--rounds"), served / bare);
    }

    private void grow() throws Exception {
        cases.fillTo(FEW);
        var few = tick();
        var fewBoards = board();
        cases.fillTo(options.number("--open"));
        var many = tick();
        TICK.judge(many / few);
        cases.fillTo(options.number("--rows"));
        BOARD.judge(board().percentileMillis(99) / fewBoards.percentileMillis(99));
    }

    /** @return seconds of processor the service and the database need to tell of what is due */
    private double tick() throws IOException, SQLException, InterruptedException {
        cases.fall(DUE);
        var used = 0.0;
        for (var round = 0; round < options.number("--rounds"); round++) {
            stack.awaitCalm(Windows.CALM);
            var before = stack.processorTime();
            cases.fall(DUE);
            var spent = stack.processorTime().since(before);
            used += spent.of("feedback") + spent.of("postgres");
        }
        System.out.printf("  %d due: %.0f ms of processor%n", DUE, used * 1e3 / options.number("--rounds"));
        return used;
    }

    private Samples board() throws IOException, InterruptedException {
        stack.awaitCalm(Windows.CALM);
        var office = stack.as("office");
        for (var warm = 0; warm < 200; warm++) {
            ask(office, warm);
        }
        var samples = new Samples();
        for (var asked = 0; asked < options.number("--probes") * BOARDS.size(); asked++) {
            var began = System.nanoTime();
            ask(office, asked);
            samples.add(System.nanoTime() - began);
        }
        System.out.printf(
                "  boards: p50 %.1f ms, p99 %.1f ms%n", samples.percentileMillis(50), samples.percentileMillis(99));
        return samples;
    }

    private static void ask(Api office, int number) throws IOException, InterruptedException {
        office.get("/api/feedback/v1/cases" + BOARDS.get(number % BOARDS.size()));
    }
}
