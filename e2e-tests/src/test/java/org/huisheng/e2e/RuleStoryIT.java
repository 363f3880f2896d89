package org.huisheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.huisheng.e2e.DemoStack.response;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;

/** Who asks to be called back is called back, though nobody has read their answers. */
class RuleStoryIT {

    @Test
    void an_answer_opens_the_case_its_rule_says_and_only_the_handler_sees_whom_to_call() throws Exception {
        var stack = DemoStack.running();
        var answers = Api.object()
                .put("department", "DIST")
                .put("overall", 1)
                .put("callback", true)
                .put("phone", "13800000000");

        var receipt = stack.everybody()
                .created("/api/survey/v1/responses", response(UUID.randomUUID(), stack.link("ENTERPRISE"), answers))
                .path("receipt")
                .asText();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var cases =
                    stack.everybody().get("/api/survey/v1/receipts/" + receipt).path("cases");
            // "Please call" comes first and stops, so that the low score opens no second one.
            assertThat(cases).hasSize(1);
            assertThat(cases.at("/0/state").asText()).isEqualTo("RECEIVED");
        });
        var office = stack.as("office");
        var opened = newest(office, "企业希望回电");
        var contact = "/api/survey/v1/cases/" + opened.path("id").asText() + "/contact";
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stack.as("liaison-mkt")
                                .get(contact)
                                .at("/contact/0/answer")
                                .asText())
                        .isEqualTo("13800000000"));
        assertThat(stack.as("liaison-mkt")
                        .get("/api/feedback/v1/cases/" + opened.path("id").asText())
                        .toString())
                .doesNotContain("13800000000");
        assertThat(office.get("/api/survey/v1/contact-views?case="
                                + opened.path("id").asText())
                        .at("/items/0/viewedBy")
                        .asText())
                .isEqualTo("liaison-mkt");
    }

    private static JsonNode newest(Api office, String title) throws IOException, InterruptedException {
        var cases = office.get("/api/feedback/v1/cases?department=MKT&status=ASSIGNED&limit=200")
                .path("items");
        return StreamSupport.stream(cases.spliterator(), false)
                .filter(one -> one.path("title").asText().equals(title))
                .max(Comparator.comparing(one -> one.path("openedAt").asText()))
                .orElseThrow();
    }
}
