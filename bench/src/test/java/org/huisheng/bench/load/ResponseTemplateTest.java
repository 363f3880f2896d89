package org.huisheng.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResponseTemplateTest {

    private static final URI TARGET = URI.create("http://127.0.0.1:8080");

    @ParameterizedTest
    @EnumSource
    void every_request_is_well_formed_and_bears_its_own_id(Questionnaire questionnaire) throws IOException {
        var template = ResponseTemplate.request(TARGET, new Answering(questionnaire, "token", 8));
        var random = new SplittableRandom(7);
        for (var number = 0; number < 100; number++) {
            var id = RandomId.of(random);

            var request = new String(template.next(id, random), StandardCharsets.UTF_8);

            var body = request.substring(request.indexOf("\r\n\r\n") + 4);
            var json = Api.JSON.readTree(body);
            assertThat(request)
                    .contains("\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n");
            assertThat(json.path("responseId").asText()).isEqualTo(new UUID(id.most(), id.least()).toString());
            assertThat(json.at("/answers/department").asText()).matches("B[1-8]");
            questionnaire
                    .ratings()
                    .forEach(rating ->
                            assertThat(json.at("/answers/" + rating).asInt()).isBetween(1, 5));
            questionnaire
                    .flags()
                    .forEach(flag ->
                            assertThat(json.at("/answers/" + flag).isBoolean()).isTrue());
            questionnaire
                    .numbers()
                    .forEach(name ->
                            assertThat(json.at("/answers/" + name).asInt()).isBetween(10, 99));
        }
    }

    @Test
    void ids_are_random_uuids() {
        var id = RandomId.of(new SplittableRandom(7));

        assertThat(new UUID(id.most(), id.least()).version()).isEqualTo(4);
        assertThat(new UUID(id.most(), id.least()).variant()).isEqualTo(2);
    }

    @Test
    void a_batch_is_one_well_formed_request_of_distinct_responses() throws IOException {
        var batches = new Batches(TARGET, new Answering(Questionnaire.TWENTY, "token", 8), 3, 7);

        var request = new String(batches.next(), StandardCharsets.UTF_8);

        var body = request.substring(request.indexOf("\r\n\r\n") + 4);
        assertThat(request).contains("\r\nContent-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n");
        assertThat(Api.JSON.readTree(body).path("responses").findValuesAsText("responseId"))
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void as_many_questions_are_asked_as_are_said(Questionnaire questionnaire) throws IOException {
        var definition = Api.JSON.readTree(questionnaire.definition(List.of("PB", "B1")));

        assertThat(definition.path("elements")).hasSize(questionnaire.questions());
        assertThat(Questionnaire.of(questionnaire.questions())).isEqualTo(questionnaire);
        Api.JSON
                .readTree(questionnaire.answers())
                .fieldNames()
                .forEachRemaining(name -> assertThat(definition.path("elements").findValuesAsText("name"))
                        .contains(name));
    }
}
