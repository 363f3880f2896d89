package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cloudevents.CloudEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.huisheng.events.KpiEvent.DepartmentChanged;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CaseEventsTest extends HttpTest {

    @Test
    void each_step_is_told_once_in_order_as_a_cloud_event_without_personal_data() {
        var id = resolved("DIST");
        answer(link(office(), id), Map.of("outcome", "CONFIRMED", "rating", 4, "comment", "秘密评论"))
                .then()
                .statusCode(200);
        step(office(), id, "closure", Map.of("note", "秘密备注")).then().statusCode(200);

        var events = EventsOf.key(kafka, id, 6);

        assertThat(events)
                .extracting(CloudEvent::getType)
                .containsExactly(
                        "feedback.case-opened.v1",
                        "feedback.case-assigned.v1",
                        "feedback.case-started.v1",
                        "feedback.case-resolved.v1",
                        "feedback.case-confirmed.v1",
                        "feedback.case-closed.v1");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.getSubject()).isEqualTo(id);
            assertThat(event.getSource()).hasToString("/huisheng/feedback-service");
            assertThat(event.getTime()).isNotNull();
            assertThat(event.getDataContentType()).isEqualTo("application/json");
            assertThat(new String(event.getData().toBytes(), StandardCharsets.UTF_8))
                    .contains("\"side\":\"ENTERPRISE\"")
                    .doesNotContain("联系人", "12345", "电压", "秘密", "office", "liaison");
        });
    }

    @Test
    void a_case_from_a_response_says_so_in_its_events_and_to_the_office_only() {
        var responseId = UUID.randomUUID();
        var wanted = new HashMap<>(complaint());
        wanted.put("responseId", responseId);
        wanted.put("receivedAt", "2026-04-18T10:37:12+08:00");
        String id = as(office())
                .body(wanted)
                .post(CASES)
                .then()
                .statusCode(201)
                .body("responseId", equalTo(responseId.toString()))
                .body("receivedAt", equalTo("2026-04-17T16:00:00Z"))
                .extract()
                .path("id");
        step(office(), id, "assignment", Map.of("department", "DIST")).then().statusCode(200);

        var events = EventsOf.key(kafka, id, 2);

        assertThat(events)
                .extracting(event -> new String(event.getData().toBytes(), StandardCharsets.UTF_8))
                .allMatch(data -> data.contains("\"echo\":{\"responseId\":\"" + responseId + "\",\"step\":"))
                .noneMatch(data -> data.contains(":37:12"));
        as(liaison("DIST"))
                .get(CASES + "/" + id)
                .then()
                .body("description", notNullValue())
                .body("responseId", nullValue());
        wanted.put("responseId", "not-a-uuid");
        as(office()).body(wanted).post(CASES).then().statusCode(400);
    }

    @Test
    void a_department_is_learnt_by_version_and_poison_does_not_stop_its_neighbours() {
        var newer = new DepartmentChanged("DISP", "调控中心", "Dispatching", true, 2, Instant.now());
        var older = new DepartmentChanged("DISP", "调度所", "Dispatch", true, 1, Instant.now());
        var id = UUID.randomUUID();
        publish(id, newer);
        publish(id, newer);
        publish(
                "DISP",
                UUID.randomUUID(),
                "kpi.department-changed.v1",
                "{\"code\":\"DISP\"".getBytes(StandardCharsets.UTF_8));
        publish("DISP", UUID.randomUUID(), "kpi.never-heard-of.v9", "{}".getBytes(StandardCharsets.UTF_8));
        publish(UUID.randomUUID(), older);
        publish(UUID.randomUUID(), new DepartmentChanged("LAST", "最后", "Last", true, 1, Instant.now()));

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(count("SELECT count(*) FROM department WHERE code = 'LAST'"))
                    .isEqualTo(1);
            assertThat(count("SELECT count(*) FROM dead_letter WHERE key = 'DISP'"))
                    .isEqualTo(2);
        });
        assertThat(count("SELECT count(*) FROM department WHERE code = 'DISP' AND name = '调控中心' AND version = 2"))
                .isEqualTo(1);
    }
}
