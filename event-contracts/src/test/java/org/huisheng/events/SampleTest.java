package org.huisheng.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .setSerializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @ParameterizedTest
    @EnumSource(EventType.class)
    void every_sample_is_read_and_written_back_unchanged(EventType type) throws IOException {
        var sample = sample(type);

        var event = JSON.treeToValue(sample, type.payload());
        var written = JSON.readTree(JSON.writeValueAsBytes(event));

        assertThat(written).isEqualTo(sample);
        assertThat(EventType.of(event)).isEqualTo(type);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void an_old_reader_survives_a_field_added_later(EventType type) throws IOException {
        var newer = ((ObjectNode) sample(type)).put("addedInALaterRelease", "x");

        var event = JSON.treeToValue(newer, type.payload());

        assertThat(event).isEqualTo(JSON.treeToValue(sample(type), type.payload()));
    }

    @Test
    void no_event_carries_a_field_for_personal_data() {
        var fields = Arrays.stream(EventType.values())
                .flatMap(type -> Arrays.stream(type.payload().getRecordComponents()))
                .map(component -> component.getName().toLowerCase(java.util.Locale.ROOT));

        assertThat(fields)
                .noneMatch(name -> name.contains("phone")
                        || name.contains("contact")
                        || name.contains("person")
                        || name.contains("address")
                        || name.contains("mail"));
    }

    @Test
    void the_asyncapi_document_names_every_event_and_topic() throws IOException {
        var document = new YAMLMapper().readTree(SampleTest.class.getResource("/asyncapi.yaml"));

        assertThat(document.path("asyncapi").asText()).startsWith("3.");
        for (var type : EventType.values()) {
            var message = document.at("/components/messages/" + type.wireName());
            assertThat(message.isObject()).as(type.wireName()).isTrue();
            for (var component : type.payload().getRecordComponents()) {
                assertThat(message.at("/payload/properties/" + component.getName())
                                .isObject())
                        .as("%s.%s", type.wireName(), component.getName())
                        .isTrue();
            }
        }
        for (var topic : Topic.values()) {
            assertThat(document.path("channels").findValuesAsText("address")).contains(topic.wireName());
        }
    }

    private static JsonNode sample(EventType type) throws IOException {
        return JSON.readTree(SampleTest.class.getResource("/events/" + type.wireName() + ".json"));
    }
}
