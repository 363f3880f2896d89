package org.huisheng.survey.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.huisheng.kit.problem.Violation;
import org.huisheng.survey.questionnaire.Questionnaire;
import org.huisheng.survey.questionnaire.reading.DefinitionReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Questionnaire QUESTIONNAIRE = questionnaire();

    @Test
    void a_rating_counts_for_a_fixed_department() throws JsonProcessingException {
        var measure = measure("\"question\": \"rate\", \"per\": \"RESPONSE\", \"department\": {\"fixed\": \"MKT\"}");

        var values = measure.values(QUESTIONNAIRE, answers("{\"rate\": 4}"), null)
                .map(value -> value.department() + "=" + value.value())
                .toList();

        assertThat(values).containsExactly("MKT=4");
    }

    @Test
    void a_department_may_come_from_another_answer_and_else_from_the_campaign() throws JsonProcessingException {
        var measure =
                measure("\"question\": \"rate\", \"per\": \"RESPONSE\", \"department\": {\"fromAnswer\": \"who\"}");

        assertThat(measure.values(QUESTIONNAIRE, answers("{\"rate\": 4, \"who\": \"DIST\"}"), "MKT"))
                .singleElement()
                .matches(value -> value.department().equals("DIST"));
        assertThat(measure.values(QUESTIONNAIRE, answers("{\"rate\": 4}"), "MKT"))
                .singleElement()
                .matches(value -> value.department().equals("MKT"));
        assertThat(measure.values(QUESTIONNAIRE, answers("{\"rate\": 4}"), null))
                .isEmpty();
    }

    @Test
    void each_matrix_row_counts_for_its_own_department() throws JsonProcessingException {
        var measure = measure("\"question\": \"m\", \"per\": \"MATRIX_ROW\", \"department\": {\"fromRow\": true}");

        var values = measure.values(QUESTIONNAIRE, answers("{\"m\": {\"MKT\": 2, \"DIST\": 5}}"), null)
                .map(value -> value.department() + "=" + value.value() + "@" + value.row())
                .toList();

        assertThat(values).containsExactly("MKT=2@MKT", "DIST=5@DIST");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "question": "rate", "per": "RESPONSE", "department": {}                              | /department          | one-attribution
            "question": "rate", "per": "RESPONSE", "department": {"fixed": "A", "fromRow": true} | /department          | one-attribution
            "question": "rate", "per": "MATRIX_ROW", "department": {"fixed": "A"}                | /per                 | per-mismatch
            "question": "rate", "per": "RESPONSE", "department": {"fromRow": true}               | /department/fromRow  | per-mismatch
            "question": "none", "per": "RESPONSE", "department": {"fixed": "A"}                  | /question            | unknown-question
            "question": "text", "per": "RESPONSE", "department": {"fixed": "A"}                  | /scale               | not-on-scale
            "question": "ten", "per": "RESPONSE", "department": {"fixed": "A"}                   | /scale               | not-on-scale
            "question": "rate", "per": "RESPONSE", "department": {"fromAnswer": "text"}          | /department/fromAnswer | choice-question-expected
            """)
    void a_measure_that_cannot_work_is_refused(String json, String path, String code) throws JsonProcessingException {
        var violations = measure(json).check(QUESTIONNAIRE, "");

        assertThat(violations)
                .extracting(Violation::path, Violation::code)
                .contains(org.assertj.core.groups.Tuple.tuple(path, code));
    }

    private static Measure measure(String fields) throws JsonProcessingException {
        return JSON.readValue(
                "{\"metric\": \"satisfaction\", \"scale\": {\"min\": 1, \"max\": 5}, " + fields + "}", Measure.class);
    }

    private static ObjectNode answers(String json) throws JsonProcessingException {
        return (ObjectNode) JSON.readTree(json);
    }

    private static Questionnaire questionnaire() {
        try {
            return DefinitionReader.compile(JSON.readTree("""
                            {"elements": [
                              {"type": "rating", "name": "rate"},
                              {"type": "rating", "name": "ten", "rateMax": 10},
                              {"type": "text", "name": "text"},
                              {"type": "dropdown", "name": "who", "choices": ["MKT", "DIST"]},
                              {"type": "matrix", "name": "m", "rows": ["MKT", "DIST"], "columns": [1, 2, 3, 4, 5]}
                            ]}
                            """)).questionnaire();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
