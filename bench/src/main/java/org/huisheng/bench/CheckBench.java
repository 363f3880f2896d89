package org.huisheng.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huisheng.bench.load.HttpText;
import org.huisheng.bench.load.Line;
import org.huisheng.bench.load.Measured;
import org.huisheng.bench.load.Questionnaire;
import org.huisheng.bench.load.Repeated;
import org.huisheng.bench.stack.BenchStack;
import org.huisheng.bench.stack.Campaign;
import org.huisheng.bench.stack.Ledger;
import org.huisheng.demo.Api;

/** What checking answers costs, beside requests of the same caller to the same service that check next to nothing. */
final class CheckBench {

    private static final String PATH = "/api/survey/v1/definitions/check";
    private static final String NOTHING = "{\"definition\":{\"elements\":[{\"type\":\"text\",\"name\":\"q\"}]}}";

    private CheckBench() {}

    static boolean run(Options options) throws Exception {
        try (var stack = BenchStack.of("check", options.running())) {
            var questionnaire = Questionnaire.of(options.number("--questions"));
            var token = stack.token("office");
            var target = stack.service("survey");
            var body = Api.object();
            body.set("definition", Api.JSON.readTree(questionnaire.definition(Campaign.departments())));
            body.set("answers", Api.JSON.readTree(questionnaire.answers()));
            var kinds = new LinkedHashMap<String, byte[]>();
            kinds.put("GET templates", HttpText.get(target, "/api/survey/v1/templates", token));
            kinds.put("check of one question", HttpText.post(target, PATH, NOTHING, token));
            var check = HttpText.post(target, PATH, body.toString(), token);
            insistOnValid(stack, check);
            kinds.put("check of " + questionnaire.questions(), check);
            var windows = new Windows(stack, options, new Ledger());
            Map<String, List<Measured>> measured = new LinkedHashMap<>();
            for (var round = 0; round < options.number("--rounds"); round++) {
                for (var kind : kinds.entrySet()) {
                    windows.calm();
                    measured.computeIfAbsent(kind.getKey(), name -> new ArrayList<>())
                            .add(windows.measure(
                                    kind.getKey(),
                                    target,
                                    seed -> new Repeated(kind.getValue()),
                                    options.number("--connections")));
                }
            }
            print(options, measured);
            return true;
        }
    }

    private static void insistOnValid(BenchStack stack, byte[] request) throws IOException {
        try (var line = new Line(stack.service("survey"))) {
            var status = line.exchange(request);
            var answer = Api.JSON.readTree(line.body());
            if (status != 200 || !answer.path("valid").asBoolean()) {
                throw new IOException("The check was answered " + status + ": " + answer);
            }
        }
    }

    private static void print(Options options, Map<String, List<Measured>> measured) {
        var together = new LinkedHashMap<String, Measured>();
        measured.forEach((kind, windows) -> together.put(kind, Measured.together(windows)));
        var trivial = together.firstEntry().getValue().perSecond();
        System.out.printf(
                "%ncheck: survey-service alone, %d connections, %d rounds; a check reads the definition each time%n",
                options.number("--connections"), options.number("--rounds"));
        System.out.println("                         ratio   p50 ms   p99 ms");
        together.forEach((kind, all) -> System.out.printf(
                "%-24s %5.2f %8.1f %8.1f%n",
                kind, all.perSecond() / trivial, all.percentileMillis(50), all.percentileMillis(99)));
    }
}
