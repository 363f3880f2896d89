package org.huisheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.e2e.Visitor.json;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** OWASP API4:2023. No single request, and no single caller, gets as much as they like. */
class API4UnrestrictedResourceConsumptionIT {

    @Test
    void what_is_too_large_too_deep_or_too_many_is_refused() throws Exception {
        var stack = DemoStack.running();
        var visitor = Visitor.of(stack);
        var responses = "/api/survey/v1/responses";

        assertThat(visitor.post(responses, "x".repeat(2 << 20)).statusCode()).isEqualTo(413);
        assertThat(visitor.post(responses, "[".repeat(100_000)).statusCode()).isEqualTo(400);
        assertThat(visitor.post(responses + "/batch", batch(500)).statusCode()).isEqualTo(200);
        assertThat(visitor.post(responses + "/batch", batch(501)).statusCode()).isEqualTo(400);
        assertThat(visitor.get(responses + "?" + "x".repeat(10_000)).statusCode())
                .isEqualTo(414);
        assertThat(visitor.with("X-Long", "x".repeat(40_000))
                        .get("/api/survey/v1/links/x")
                        .statusCode())
                .isEqualTo(431);
    }

    @Test
    void a_page_has_an_end_whatever_is_asked_for() throws Exception {
        var stack = DemoStack.running();
        var office = Visitor.as(stack, "office");

        var links = "/api/survey/v1/campaigns/" + OpenDay.begin(stack).campaign() + "/links";
        assertThat(office.post(links, "{\"count\": 201}").statusCode()).isEqualTo(201);

        var page = json(office.get(links + "?limit=1000000"));
        assertThat(page.path("items")).hasSize(200);
        assertThat(page.path("next").isTextual()).isTrue();
        assertThat(office.get("/api/feedback/v1/cases?limit=1000000").statusCode())
                .isEqualTo(400);
    }

    @Test
    void one_busy_caller_is_told_to_wait_and_the_figures_are_still_there_for_others() throws Exception {
        var stack = DemoStack.running();
        var link = "/api/survey/v1/links/" + "nobody-has-this-one".repeat(2);
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        var waits = new ConcurrentLinkedQueue<Long>();
        Callable<Boolean> asking = () -> {
            while (waits.isEmpty() && System.nanoTime() < end) {
                var answer = Visitor.of(stack).get(link);
                if (answer.statusCode() == 429) {
                    waits.add(answer.headers().firstValueAsLong("Retry-After").orElse(0));
                }
            }
            return true;
        };
        try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            visitors.invokeAll(Collections.nCopies(16, asking)).forEach(Future::resultNow);
        }

        assertThat(waits).isNotEmpty().allMatch(seconds -> seconds > 0);
        assertThat(Visitor.as(stack, "leader")
                        .get("/api/kpi/v1/scores?period=" + DemoStack.year())
                        .statusCode())
                .isEqualTo(200);
    }

    private static String batch(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> "{}")
                .collect(Collectors.joining(",", "{\"responses\": [", "]}"));
    }
}
