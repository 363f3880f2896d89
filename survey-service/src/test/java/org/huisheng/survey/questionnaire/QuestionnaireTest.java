package org.huisheng.survey.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.huisheng.kit.problem.Violation;
import org.huisheng.survey.questionnaire.reading.DefinitionReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionnaireTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final Instant NOW = Instant.parse("2026-11-22T02:30:00Z");

    private static final String DEFINITION = """
            {"pages": [{"elements": [
              {"type": "rating", "name": "rate", "rateMin": 1, "rateMax": 5, "isRequired": true},
              {"type": "rating", "name": "half", "rateMin": 0, "rateMax": 2, "rateStep": 0.5},
              {"type": "radiogroup", "name": "one", "choices": ["a", {"value": 2, "text": "Two"}]},
              {"type": "checkbox", "name": "many", "choices": ["a", "b", "c"], "maxSelectedChoices": 2},
              {"type": "boolean", "name": "yes"},
              {"type": "text", "name": "age", "inputType": "number", "min": 0, "max": 150},
              {"type": "text", "name": "day", "inputType": "date"},
              {"type": "comment", "name": "why", "maxLength": 5},
              {"type": "matrix", "name": "m", "rows": ["r1", "r2"], "columns": [1, 2, 3]}
            ]}]}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            {"rate": 3}                              | -             | -
            {"rate": 3.0}                            | -             | -
            {}                                       | /a/rate       | required
            {"rate": null}                           | /a/rate       | required
            {"rate": 6}                              | /a/rate       | out-of-range
            {"rate": 2.5}                            | /a/rate       | out-of-range
            {"rate": "3"}                            | /a/rate       | out-of-range
            {"rate": 3, "half": 1.5}                 | -             | -
            {"rate": 3, "half": 1.25}                | /a/half       | out-of-range
            {"rate": 3, "one": "a"}                  | -             | -
            {"rate": 3, "one": 2.0}                  | -             | -
            {"rate": 3, "one": "b"}                  | /a/one        | not-offered
            {"rate": 3, "one": ["a"]}                | /a/one        | not-offered
            {"rate": 3, "many": ["a", "c"]}          | -             | -
            {"rate": 3, "many": "a"}                 | /a/many       | list-expected
            {"rate": 3, "many": ["a", "x"]}          | /a/many/1     | not-offered
            {"rate": 3, "many": ["a", "a"]}          | /a/many/1     | chosen-twice
            {"rate": 3, "many": ["a", "b", "c"]}     | /a/many       | too-many-chosen
            {"rate": 3, "yes": false}                | -             | -
            {"rate": 3, "yes": "true"}               | /a/yes        | yes-or-no-expected
            {"rate": 3, "age": 0}                    | -             | -
            {"rate": 3, "age": -1}                   | /a/age        | below-minimum
            {"rate": 3, "age": 151}                  | /a/age        | above-maximum
            {"rate": 3, "age": "30"}                 | /a/age        | number-expected
            {"rate": 3, "day": "2026-11-22"}         | -             | -
            {"rate": 3, "day": "yesterday"}          | /a/day        | bad-format
            {"rate": 3, "why": "short"}              | -             | -
            {"rate": 3, "why": "too long"}           | /a/why        | too-long
            {"rate": 3, "why": 5}                    | /a/why        | text-expected
            {"rate": 3, "m": {"r1": 1, "r2": 3}}     | -             | -
            {"rate": 3, "m": {"r1": 1}}              | -             | -
            {"rate": 3, "m": {"r1": 1, "r2": 4}}     | /a/m/r2       | not-offered
            {"rate": 3, "m": {"r1": 1, "r2": 1, "r~/3": 1}} | /a/m/r~0~13 | unknown-row
            {"rate": 3, "m": [1, 2]}                 | /a/m          | object-expected
            {"rate": 3, "nobody/asked": 1}           | /a/nobody~1asked | unknown-question
            """)
    void an_answer_is_accepted_or_refused_with_its_path(String answers, String path, String code)
            throws JsonProcessingException {
        var checked = questionnaire(DEFINITION).check((ObjectNode) JSON.readTree(answers), "/a", NOW);

        assertThat(checked.violations().stream()
                        .map(QuestionnaireTest::pathAndCode)
                        .toList())
                .isEqualTo(path == null ? List.of() : List.of(path + " " + code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"m": {"r1": 1, "r2": 2}} | ``
            {"m": {"r1": 1}}          | /a/m/r2
            {}                        | /a/m/r1,/a/m/r2
            """)
    void each_row_can_be_required(String answers, String paths) throws JsonProcessingException {
        var definition = """
                {"elements": [{"type": "matrix", "name": "m", "rows": ["r1", "r2"], "columns": [1, 2], "isAllRowRequired": true}]}
                """;

        var checked = questionnaire(definition).check((ObjectNode) JSON.readTree(answers), "/a", NOW);

        assertThat(String.join(
                        ",", checked.violations().stream().map(Violation::path).toList()))
                .isEqualTo(paths);
    }

    @Test
    void what_says_nothing_is_not_kept() throws JsonProcessingException {
        var answers =
                (ObjectNode) JSON.readTree("{\"rate\": 3, \"why\": \"\", \"many\": [], \"m\": {}, \"one\": null}");

        var checked = questionnaire(DEFINITION).check(answers, "", NOW);

        assertThat(checked.valid()).isTrue();
        assertThat(checked.kept()).isEqualTo(JSON.readTree("{\"rate\": 3}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"elements": [{"type": "file", "name": "f"}]}                              | /elements/0/type        | question-type
            {"elements": [{"type": "text", "name": "t", "visibleIf": "{a} ="}]}        | /elements/0/visibleIf   | expression-syntax
            {"elements": [{"type": "text", "name": "t", "visibleIf": "f({a})"}]}       | /elements/0/visibleIf   | expression-function
            {"elements": [{"type": "text", "name": "t", "inputType": "file"}]}         | /elements/0/inputType   | input-type
            {"elements": [{"type": "text"}]}                                           | /elements/0/name        | bad-name
            {"elements": [{"type": "text", "name": "t"}, {"type": "text", "name": "t"}]} | /elements/1/name      | duplicate-name
            {"elements": [{"type": "dropdown", "name": "d"}]}                          | /elements/0/choices     | choice-list
            {"elements": [{"type": "dropdown", "name": "d", "choices": [1, 1.0]}]}     | /elements/0/choices/1   | duplicate-choice
            {"elements": [{"type": "rating", "name": "r", "rateStep": 0}]}             | /elements/0             | rating-scale
            {"elements": [{"type": "rating", "name": "r", "rateMax": 1e9}]}            | /elements/0             | rating-scale
            {"elements": [{"type": "text", "name": "t"}], "triggers": []}              | /triggers               | property
            {"elements": [{"type": "expression", "name": "x", "expression": "{Y} + 1"}], "calculatedValues": [{"name": "y", "expression": "{x.length}"}]} | /elements/0/expression | expression-circular
            {"elements": [{"type": "expression", "name": "x", "expression": "{x} + 1"}]} | /elements/0/expression | expression-circular
            {"elements": [{"type": "text", "name": "t", "inputType": "number", "min": "a"}]} | /elements/0/min     | number-expected
            {"elements": [{"type": "text", "name": "t"}, {"type": "text", "name": "u", "visibleIf": "propertyValue('t', 'renderedInput') = 1"}]} | /elements/1/visibleIf | expression-property
            {"elements": [{"type": "text", "name": "t", "visibleIf": "propertyValue('u', 'isVisible')"}, {"type": "text", "name": "u"}]} | /elements/0/visibleIf | expression-later-element
            {"elements": [{"type": "text", "name": "t", "visibleIf": "displayValue('t') = 'a'"}]} | /elements/0/visibleIf | expression-display-here
            {"elements": [{"type": "dropdown", "name": "t", "choices": [1], "choicesVisibleIf": "displayValue('u') = 'a'"}, {"type": "text", "name": "u"}]} | /elements/0/choicesVisibleIf | expression-display-here
            {"elements": [{"type": "dropdown", "name": "t", "choices": [{"value": 1, "text": "{u}"}]}, {"type": "text", "name": "u", "visibleIf": "displayValue('t') = 'a'"}]} | /elements/1/visibleIf | expression-display
            {"elements": [{"type": "dropdown", "name": "t", "choices": [1], "choicesVisibleIf": "{item} = {u}"}, {"type": "text", "name": "u", "visibleIf": "displayValue('t', 1) = 'a'"}]} | /elements/1/visibleIf | expression-display-of-value
            {"elements": [{"type": "text", "name": "t"}, {"type": "paneldynamic", "name": "p", "templateElements": [{"type": "text", "name": "t"}, {"type": "text", "name": "u", "visibleIf": "displayValue('t') = 'a'"}]}]} | /elements/1/templateElements/1/visibleIf | expression-ambiguous-element
            {"pages": [{"name": "p", "elements": [{"type": "text", "name": "t", "visibleIf": "isContainerReady('p')"}]}]} | /pages/0/elements/0/visibleIf | expression-later-element
            {"elements": [{"type": "text", "name": "t", "visibleIf": "isContainerReady('page1')"}]} | /elements/0/visibleIf | expression-container
            {"elements": []}                                                           | ``                      | no-question
            []                                                                         | ``                      | definition-not-an-object
            """)
    void what_is_not_evaluated_is_refused_with_its_path(String definition, String path, String what)
            throws JsonProcessingException {
        var compilation = DefinitionReader.compile(JSON.readTree(definition));

        assertThat(compilation.questionnaire()).isNull();
        assertThat(compilation.unsupported()).contains(new DefinitionReader.Unsupported(path, what));
    }

    @Test
    void what_earlier_versions_and_hand_written_definitions_have_is_read() throws JsonProcessingException {
        var definition = """
                {"questions": [
                  {"type": "panel", "questions": [{"type": "text", "name": "n", "inputType": "number", "max": "5"}]},
                  {"type": "panel", "elements": [{"type": "text", "name": "t"}]}]}
                """;

        var checked =
                questionnaire(definition).check((ObjectNode) JSON.readTree("{\"n\": 6, \"t\": \"x\"}"), "/a", NOW);

        assertThat(checked.violations().stream().map(QuestionnaireTest::pathAndCode))
                .containsExactly("/a/n above-maximum");
    }

    private static Questionnaire questionnaire(String definition) throws JsonProcessingException {
        return DefinitionReader.compile(JSON.readTree(definition)).questionnaire();
    }

    private static String pathAndCode(Violation violation) {
        return violation.path() + " " + violation.code();
    }
}
