package org.huisheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.huisheng.e2e.Visitor.json;
import static org.huisheng.e2e.Visitor.problem;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;

/** OWASP API6:2023. A voice counts once, however often, and from however many sides at once, it is raised. */
class API6UnrestrictedAccessToSensitiveBusinessFlowsIT {

    private static final int MANY = 40;
    private static final String RESPONSES = "/api/survey/v1/responses";

    /** @param body of the how manyth */
    private record Posts(Visitor visitor, String path, IntFunction<String> body) {

        List<HttpResponse<String>> atOnce() throws InterruptedException {
            return atOnce(MANY);
        }

        List<HttpResponse<String>> atOnce(int count) throws InterruptedException {
            var all = IntStream.range(0, count)
                    .<Callable<HttpResponse<String>>>mapToObj(number -> () -> visitor.post(path, body.apply(number)))
                    .toList();
            try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
                return senders.invokeAll(all).stream().map(Future::resultNow).toList();
            }
        }
    }

    @Test
    void a_response_sent_many_times_at_once_is_one_response_and_one_figure() throws Exception {
        var stack = DemoStack.running();
        var id = UUID.randomUUID();
        var answers = Api.object().put("department", "MKT").put("first", true).put("overall", 7);
        var response = DemoStack.response(id, stack.link("CUSTOMER"), answers);
        var visitor = Visitor.of(stack);

        var sent = new Posts(visitor, RESPONSES, _ -> response.toString()).atOnce();

        assertThat(count(sent, 201)).isOne();
        assertThat(count(sent, 200)).isEqualTo(MANY - 1);
        assertThat(receipts(sent)).hasSize(1);
        answers.put("overall", 10);
        assertThat(problem(visitor.post(RESPONSES, response.toString()))).isEqualTo("response-id-taken");
        stack.settle();
        awaitObservations(stack, id, 1);
        assertThat(stack.count("survey", "SELECT count(*) FROM response WHERE response_id = '" + id + "'"))
                .isOne();

        var withdrawal = "/api/survey/v1/receipts/" + receipts(sent).first() + "/withdrawal";
        assertThat(new Posts(visitor, withdrawal, _ -> "{}").atOnce(8))
                .allMatch(answer -> answer.statusCode() / 100 == 2);
        stack.settle();
        awaitObservations(stack, id, 0);
    }

    @Test
    void a_link_for_one_answer_takes_one_of_many() throws Exception {
        var stack = DemoStack.running();
        var day = OpenDay.begin(stack, Api.object().put("access", "SINGLE_USE"));

        var sent = new Posts(Visitor.of(stack), RESPONSES, _ -> answer(day)).atOnce();

        assertThat(count(sent, 201)).isOne();
        assertThat(problems(sent)).containsExactly("link-used");
        assertThat(day.responses()).isOne();
    }

    @Test
    void a_quota_holds_when_everybody_comes_at_once() throws Exception {
        var stack = DemoStack.running();
        var day = OpenDay.begin(stack, Api.object().put("quota", 7));

        var sent = new Posts(Visitor.of(stack), RESPONSES, _ -> answer(day)).atOnce();

        assertThat(count(sent, 201)).isEqualTo(7);
        assertThat(problems(sent)).containsExactly("campaign-full");
        assertThat(day.responses()).isEqualTo(7);
    }

    @Test
    void of_many_verdicts_on_one_case_the_first_is_the_verdict() throws Exception {
        var stack = DemoStack.running();
        var path = ResolvedCase.of(stack, "DIST");
        var id = path.substring(path.lastIndexOf('/') + 1);
        var office = Visitor.as(stack, "office");
        var links = new ArrayList<String>();
        for (var i = 0; i < 2; i++) {
            links.add(confirmation(json(office.post(path + "/confirmation-requests", "{}"))
                    .path("token")
                    .asText()));
        }
        var visitor = Visitor.of(stack);

        var sent = new ArrayList<HttpResponse<String>>();
        for (var link : links) {
            sent.addAll(new Posts(visitor, link, API6UnrestrictedAccessToSensitiveBusinessFlowsIT::verdict).atOnce());
        }

        var rating = json(office.get(path)).path("rating").asInt();
        assertThat(json(office.get(path)).path("status").asText()).isEqualTo("CONFIRMED");
        // The same verdict again is the same click; each of the five was sent equally often.
        assertThat(count(sent.subList(0, MANY), 200)).isEqualTo(MANY / 5);
        assertThat(sent).allMatch(answer -> answer.statusCode() == 200 || answer.statusCode() == 409);
        for (var other = 1; other <= 5; other++) {
            var again = visitor.post(links.getFirst(), verdict(other));
            assertThat(again.statusCode()).isEqualTo(1 + other % 5 == rating ? 200 : 409);
        }
        assertThat(visitor.get(confirmation("guessed".repeat(6))).statusCode()).isEqualTo(404);
        assertThat(visitor.post(confirmation(id), verdict(1)).statusCode()).isEqualTo(404);
        stack.settle();
        await().atMost(30, TimeUnit.SECONDS).untilAsserted(() -> {
            assertThat(stack.count(
                            "kpi",
                            "SELECT count(*) FROM observation WHERE metric = 'case.confirmed' AND source_id = '" + id
                                    + "'"))
                    .isOne();
            assertThat(stack.count(
                            "kpi",
                            "SELECT count(*) FROM observation WHERE metric = 'case.satisfaction' AND raw = " + rating
                                    + " AND source_id = '" + id + "'"))
                    .isOne();
        });
    }

    @Test
    void what_is_good_once_is_good_once() throws Exception {
        var stack = DemoStack.running();
        var visitor = Visitor.of(stack);
        var token = json(visitor.post("/api/auth/v1/tokens", Visitor.credentials(stack, "surveyor")))
                .path("refreshToken")
                .asText();
        var refresh = "/api/auth/v1/tokens/refresh";

        var refreshed = new Posts(
                        visitor,
                        refresh,
                        _ -> Api.object().put("refreshToken", token).toString())
                .atOnce(6);

        assertThat(count(refreshed, 200)).isOne();
        assertThat(count(refreshed, 401)).isEqualTo(5);
        var next = refreshed.stream()
                .filter(answer -> answer.statusCode() == 200)
                .findFirst()
                .orElseThrow();
        // Somebody has it who should not: whoever got the next one is out as well.
        var stolen =
                Api.object().put("refreshToken", json(next).path("refreshToken").asText());
        assertThat(visitor.post(refresh, stolen.toString()).statusCode()).isEqualTo(401);

        var day = OpenDay.begin(stack);
        var code = json(Visitor.as(stack, "office")
                        .post("/api/survey/v1/campaigns/" + day.campaign() + "/kiosk-codes", "{\"devices\": 2}"))
                .path("code")
                .asText();
        // Of the wrong codes of one address few are borne, and other stories have devices to enrol.
        var enrolled = new Posts(
                        visitor,
                        "/api/survey/v1/kiosks/enrolment",
                        number -> Api.object()
                                .put("code", code)
                                .put("name", "终端 " + number)
                                .toString())
                .atOnce(4);
        assertThat(count(enrolled, 201)).isEqualTo(2);
        assertThat(problems(enrolled)).containsExactly("kiosk-code-invalid");
    }

    @Test
    void a_suggestion_sent_again_is_the_same_and_whoever_floods_the_box_has_to_wait() throws Exception {
        var stack = DemoStack.running();
        var visitor = Visitor.of(stack);
        var box = "/api/feedback/v1/suggestions";
        var words = "同一条建议 " + UUID.randomUUID();
        var suggestion = Api.object()
                .put("id", UUID.randomUUID().toString())
                .put("text", words)
                .put("locale", "zh-CN")
                .toString();

        var sent = new Posts(visitor, box, _ -> suggestion).atOnce(12);

        assertThat(count(sent, 201)).isOne();
        assertThat(count(sent, 200)).isEqualTo(11);
        assertThat(sent.stream().map(HttpResponse::body).distinct()).hasSize(1);

        // Which say nothing, so that the box is not filled for others.
        var slowed = new Posts(visitor, box, _ -> "{}")
                .atOnce(200).stream()
                        .filter(answer -> answer.statusCode() == 429)
                        .toList();
        assertThat(slowed).isNotEmpty().allSatisfy(answer -> {
            assertThat(problem(answer)).isEqualTo("too-many-requests");
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isPositive();
        });
        var wait = slowed.getFirst().headers().firstValueAsLong("Retry-After").orElseThrow();
        await().atMost(wait + 30, TimeUnit.SECONDS)
                .until(() -> visitor.post(box, "{}").statusCode() != 429);
    }

    private static String confirmation(String token) {
        return "/api/feedback/v1/confirmations/" + token;
    }

    /** Five different ones, by turns. */
    private static String verdict(int number) {
        return Api.object()
                .put("outcome", "CONFIRMED")
                .put("rating", 1 + number % 5)
                .toString();
    }

    /** A new one each time. */
    private static String answer(OpenDay day) {
        var link = day.url().substring(day.url().lastIndexOf('/') + 1);
        return DemoStack.response(UUID.randomUUID(), link, Api.object().put("overall", 5))
                .toString();
    }

    private static long count(List<HttpResponse<String>> answers, int status) {
        return answers.stream().filter(answer -> answer.statusCode() == status).count();
    }

    /** Of those that were refused. */
    private static Set<String> problems(List<HttpResponse<String>> answers) throws Exception {
        var found = new TreeSet<String>();
        for (var answer : answers) {
            if (answer.statusCode() >= 400) {
                found.add(problem(answer));
            }
        }
        return found;
    }

    private static TreeSet<String> receipts(List<HttpResponse<String>> answers) throws Exception {
        var found = new TreeSet<String>();
        for (var answer : answers) {
            found.add(json(answer).path("receipt").asText());
        }
        return found;
    }

    /** What counts of a response. */
    private static void awaitObservations(DemoStack stack, UUID response, long count) {
        await().atMost(30, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(stack.count(
                                "kpi",
                                "SELECT count(*) FROM observation WHERE NOT withdrawn AND source_id = '" + response
                                        + "'"))
                        .isEqualTo(count));
    }
}
