package org.huisheng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.huisheng.bench.load.Line;
import org.huisheng.bench.load.Questionnaire;
import org.huisheng.bench.load.Submissions;
import org.huisheng.bench.stack.BenchStack;
import org.huisheng.bench.stack.Campaign;
import org.huisheng.demo.Api;

/** Many hand in the same responses at the same time: each must be stored once, and all must be told the same of it. */
final class SameIdsBench {

    private final BenchStack stack;
    private final Options options;
    private final List<byte[]> requests = new ArrayList<>();
    private final List<UUID> ids = new ArrayList<>();

    private SameIdsBench(BenchStack stack, Options options) {
        this.stack = stack;
        this.options = options;
    }

    /** @param body of what was answered to the response of that number */
    private record Answer(int number, int status, byte[] body) {}

    static boolean run(Options options) throws Exception {
        try (var stack = BenchStack.of("same-ids", options.running())) {
            return new SameIdsBench(stack, options).measure();
        }
    }

    private boolean measure() throws Exception {
        var target = stack.gateway();
        var campaign = Campaign.open(stack, Questionnaire.of(options.number("--questions")));
        var talk = new Submissions(
                target, campaign.answering(), ThreadLocalRandom.current().nextLong());
        for (var number = 0; number < options.number("--ids"); number++) {
            requests.add(talk.next().clone());
        }
        var began = System.nanoTime();
        var answers = postByAll(target);
        var seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "%nsame-ids: %d threads hand in the same %d responses at once: %d requests in %.1f s%n",
                options.number("--threads"), requests.size(), answers.size(), seconds);
        return isOnceEach(answers);
    }

    private List<Answer> postByAll(URI target) throws InterruptedException, ExecutionException {
        var threads = options.number("--threads");
        var ready = new CountDownLatch(threads);
        var workers = new ArrayList<Callable<List<Answer>>>();
        for (var number = 0; number < threads; number++) {
            workers.add(() -> {
                try (var line = new Line(target)) {
                    ready.countDown();
                    ready.await();
                    return postAll(line);
                }
            });
        }
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var answers = new ArrayList<Answer>();
            for (var worker : pool.invokeAll(workers)) {
                answers.addAll(worker.get());
            }
            return answers;
        }
    }

    private List<Answer> postAll(Line line) throws IOException {
        var answers = new ArrayList<Answer>();
        for (var number = 0; number < requests.size(); number++) {
            answers.add(new Answer(number, line.exchange(requests.get(number)), line.body()));
        }
        return answers;
    }

    private boolean isOnceEach(List<Answer> answers) throws IOException, SQLException, InterruptedException {
        var created = new int[requests.size()];
        List<Set<String>> receipts = new ArrayList<>();
        requests.forEach(request -> receipts.add(new HashSet<>()));
        var refused = 0;
        for (var answer : answers) {
            if (answer.status() / 100 == 2) {
                created[answer.number()] += answer.status() == 201 ? 1 : 0;
                var body = Api.JSON.readTree(answer.body());
                receipts.get(answer.number()).add(body.path("receipt").asText());
                remember(answer.number(), body);
            } else {
                refused++;
            }
        }
        var once = 0;
        for (var number = 0; number < created.length; number++) {
            once += created[number] == 1 && receipts.get(number).size() == 1 ? 1 : 0;
        }
        var rows = count("survey", "SELECT count(*) FROM response WHERE response_id = ANY (?)");
        stack.awaitCalm(Windows.CALM);
        var facts = count("kpi", "SELECT count(*) FROM observation WHERE source_id = ANY (?)");
        System.out.printf(
                "  %d refused; %d answered 201 once with one receipt; %d rows, %d observations%n",
                refused, once, rows, facts);
        var all = requests.size();
        Target.atLeast(all, "stored once, one receipt each").judge(once);
        return refused == 0 && once == all && rows == all && facts == all;
    }

    private void remember(int number, JsonNode body) {
        if (ids.size() == number) {
            ids.add(UUID.fromString(body.path("responseId").asText()));
        }
    }

    private long count(String database, String sql) throws IOException, SQLException {
        try (var connection = stack.database(database);
                var select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
