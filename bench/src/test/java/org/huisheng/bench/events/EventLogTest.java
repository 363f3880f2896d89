package org.huisheng.bench.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.UUID;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");

    @Test
    void a_record_is_one_of_survey_services_relay() throws IOException {
        var event = new SurveyEvents(2, 7, NOW).next(NOW.minusSeconds(60));
        var id = UUID.randomUUID();

        var message = EventLog.message(id, event, NOW);

        var headers = new HashMap<String, String>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        assertThat(headers)
                .containsOnlyKeys(
                        "ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "content-type")
                .containsEntry("ce_id", id.toString())
                .containsEntry("ce_type", "survey.response-submitted.v1")
                .containsEntry("ce_source", "/huisheng/survey-service")
                .containsEntry("ce_time", "2026-11-26T02:59:00Z");
        assertThat(message.topic()).isEqualTo("huisheng.survey");
        assertThat(message.key()).isEqualTo(event.responseId().toString());
        assertThat(message.timestamp()).isEqualTo(NOW.minusSeconds(60).toEpochMilli());
        var json = Api.JSON.readTree(message.value());
        assertThat(json.path("occurredAt").asText()).isEqualTo("2026-11-26T02:59:00Z");
        assertThat(json.path("values")).hasSize(2);
    }

    @Test
    void no_record_is_dated_ahead_of_the_clock() {
        var event = new SurveyEvents(1, 7, NOW).next(NOW.plusSeconds(60));

        assertThat(EventLog.message(UUID.randomUUID(), event, NOW).timestamp()).isEqualTo(NOW.toEpochMilli());
    }
}
