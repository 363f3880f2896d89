package org.huisheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** OWASP API8:2023. Nothing is open, chatty or missing because nobody thought of it. */
class API8SecurityMisconfigurationIT {

    @Test
    void every_answer_tells_browsers_to_be_careful_and_lets_in_no_other_site() throws Exception {
        var visitor = Visitor.of(DemoStack.running()).with("Origin", "https://evil.example.org");

        for (var path :
                List.of("/", "/api/survey/v1/links/x", "/q/health/live", "/nowhere", "/.well-known/jwks.json")) {
            var headers = visitor.get(path).headers();
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).as(path).hasValue("DENY");
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("Access-Control-Allow-Origin"))
                    .as(path)
                    .isEmpty();
            assertThat(headers.firstValue("Server")).as(path).isEmpty();
            assertThat(headers.firstValue("X-Powered-By")).as(path).isEmpty();
        }
    }

    @Test
    void no_refusal_tells_what_it_is_made_of() throws Exception {
        var stack = DemoStack.running();
        var office = Visitor.as(stack, "office");

        for (var answer : List.of(
                office.post("/api/survey/v1/surveys", "{\"title\": {}}"),
                office.post("/api/feedback/v1/cases", "not json"),
                office.get("/api/feedback/v1/cases/'; DROP TABLE cases; --".replace(" ", "%20")),
                office.get("/api/kpi/v1/scores?period=nonsense"),
                office.get("/odata/v4/Scores?$filter=nonsense"),
                office.send("TRACE", "/api/kpi/v1/scores", null),
                office.send("BREW", "/api/auth/v1/tokens", null))) {
            assertThat(answer.statusCode()).as(answer.toString()).isBetween(400, 499);
            assertThat(answer.body())
                    .as(answer.toString())
                    .doesNotContainIgnoringCase("exception")
                    .doesNotContain("org.huisheng", "java.", "SELECT", "postgres", "at io.");
        }
    }

    @Test
    void what_is_for_those_who_operate_a_service_is_not_reached_through_the_front_door() throws Exception {
        var stack = DemoStack.running();
        var visitor = Visitor.of(stack);
        var theirs = stack.json().at("/services/survey/url").asText();
        assertThat(Visitor.at(theirs).get("/q/metrics").body()).contains("huisheng_outbox_pending");

        for (var path : List.of(
                "/api/survey/../../q/metrics",
                "/api/survey/%2e%2e/%2e%2e/q/metrics",
                "/api/survey/q/metrics",
                "/api/kpi/q/health",
                "/api/feedback/v1/../../../q/openapi")) {
            assertThat(visitor.get(path).body())
                    .as(path)
                    .doesNotContain("huisheng_outbox_pending", "kafka_consumer", "huisheng_live");
        }
    }

    @Test
    void the_gateway_s_own_figures_are_for_its_neighbours() throws Exception {
        var visitor = Visitor.of(DemoStack.running());

        assertThat(visitor.get("/q/metrics").statusCode()).isEqualTo(200);
        // What a proxy that nobody has listed forwards comes from anywhere.
        for (var header : List.of("X-Forwarded-For", "X-Real-IP", "Forwarded", "Via")) {
            var answer = visitor.with(header, "127.0.0.1").get("/q/metrics");
            assertThat(answer.statusCode()).as(header).isEqualTo(404);
            assertThat(answer.body()).as(header).doesNotContain("jvm_memory");
        }
    }
}
