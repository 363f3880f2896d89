package org.huisheng.events;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
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
    void every_sample_is_read_and_written_back_unchanged(EventType type) throws Exception {
        for (var file : samples(type)) {
            var sample = JSON.readTree(file.toFile());

            var event = JSON.treeToValue(sample, type.payload());
            var written = JSON.readTree(JSON.writeValueAsBytes(event));

            assertThat(written).as(file.toString()).isEqualTo(sample);
            assertThat(EventType.of(event)).isEqualTo(type);
        }
    }

    @ParameterizedTest
    @EnumSource(value = EventType.class, names = "CASE_.*", mode = EnumSource.Mode.MATCH_ALL)
    void every_step_of_a_case_can_say_for_whose_ears_it_is(EventType type) throws IOException {
        var responseId = new UUID(7, 7);
        var heard = sample(type);
        heard.putObject("echo").put("responseId", responseId.toString()).put("step", 3);

        assertThat(JSON.treeToValue(heard, type.payload()))
                .isInstanceOfSatisfying(
                        FeedbackEvent.class,
                        event -> assertThat(event.echo()).isEqualTo(new FeedbackEvent.Echo(responseId, 3)));
        assertThat(JSON.treeToValue(sample(type), type.payload()))
                .isInstanceOfSatisfying(
                        FeedbackEvent.class, event -> assertThat(event.echo()).isNull());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void an_old_reader_survives_a_field_added_later(EventType type) throws IOException {
        var newer = sample(type).put("addedInALaterRelease", "x");

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

    private static ObjectNode sample(EventType type) throws IOException {
        return (ObjectNode) JSON.readTree(SampleTest.class.getResource("/events/" + type.wireName() + ".json"));
    }

    /** Those that differ in what they leave out, too. */
    private static List<Path> samples(EventType type) throws IOException, URISyntaxException {
        var folder =
                Path.of(requireNonNull(SampleTest.class.getResource("/events")).toURI());
        try (var files = Files.list(folder)) {
            var samples = files.filter(file -> file.getFileName().toString().startsWith(type.wireName() + "."))
                    .toList();
            assertThat(samples).contains(folder.resolve(type.wireName() + ".json"));
            return samples;
        }
    }
}
