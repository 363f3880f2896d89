package org.huisheng.survey.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.stream.Collectors;
import org.huisheng.survey.questionnaire.reading.DefinitionReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small questionnaire for each thing a questionnaire may have: what is taken, and what is refused. */
class EveryFeatureTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Instant NOW = Instant.parse("2026-11-22T02:30:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type": "text"}                                           | "any"                     | 1          | /q text-expected
            {"type": "text", "inputType": "password"}                  | "secret"                  | 1          | /q text-expected
            {"type": "text", "inputType": "tel"}                       | "+86 571 8888"            | "call me"  | /q bad-format
            {"type": "text", "inputType": "email"}                     | "a@example.org"           | "a@"       | /q bad-format
            {"type": "text", "inputType": "url"}                       | "https://example.org"     | "example"  | /q bad-format
            {"type": "text", "inputType": "color"}                     | "#ff0000"                 | "red"      | /q bad-format
            {"type": "text", "inputType": "date", "max": "2026-11-22"} | "2026-11-22"              | "2026-11-23" | /q above-maximum
            {"type": "text", "inputType": "time"}                      | "08:30"                   | "8:30"     | /q bad-format
            {"type": "text", "inputType": "datetime-local"}            | "2026-11-22T08:30"        | "2026-11-22" | /q bad-format
            {"type": "text", "inputType": "month"}                     | "2026-11"                 | "2026-13"  | /q bad-format
            {"type": "text", "inputType": "week"}                      | "2026-W47"                | "2026-W54" | /q bad-format
            {"type": "text", "inputType": "number", "step": 5}         | 10                        | 11         | /q off-step
            {"type": "text", "inputType": "range", "min": 1}           | 1                         | 0          | /q below-minimum
            {"type": "comment", "maxLength": 3}                        | "abc"                     | "abcd"     | /q too-long
            {"type": "radiogroup", "choices": ["a", 1]}                | 1                         | "1"        | /q not-offered
            {"type": "dropdown", "choices": [{"value": "a", "text": {"default": "甲", "en": "A"}}]} | "a" | "A" | /q not-offered
            {"type": "checkbox", "choices": ["a", "b"], "showSelectAllItem": true} | ["a", "b"]    | ["a", "x"] | /q/1 not-offered
            {"type": "checkbox", "choices": ["a", "b"], "showNoneItem": true} | ["none"]           | ["a", "none"] | /q/1 chosen-with-others
            {"type": "checkbox", "choices": ["a", {"value": "b", "isExclusive": true}]} | ["b"]    | ["a", "b"] | /q/1 chosen-with-others
            {"type": "tagbox", "choices": ["a", "b"], "minSelectedChoices": 2} | ["a", "b"]        | ["a"]      | /q too-few-chosen
            {"type": "boolean", "valueTrue": "y", "valueFalse": "n"}   | "n"                       | false      | /q yes-or-no-expected
            {"type": "rating", "rateType": "labels", "rateMin": 0, "rateMax": 10} | 0              | 11         | /q out-of-range
            {"type": "rating", "rateType": "stars", "rateCount": 3}    | 3                         | 4          | /q out-of-range
            {"type": "rating", "rateType": "smileys"}                  | 5                         | 0          | /q out-of-range
            {"type": "rating", "rateValues": ["low", {"value": "high", "text": "H"}]} | "high"     | 1          | /q out-of-range
            {"type": "ranking", "choices": ["a", "b"]}                 | ["b", "a"]                | ["b", "b"] | /q/1 chosen-twice
            {"type": "imagepicker", "choices": [{"value": "a", "imageLink": "a.png"}]} | "a"       | "b"        | /q not-offered
            {"type": "imagepicker", "multiSelect": true, "choices": [{"value": "a", "imageLink": "a.png"}]} | ["a"] | "a" | /q list-expected
            {"type": "matrix", "rows": ["r"], "columns": [1, 2]}       | {"r": 2}                  | {"r": 3}   | /q/r not-offered
            {"type": "matrixdropdown", "rows": ["r"], "columns": [{"name": "c"}], "choices": [1]} | {"r": {"c": 1}} | {"r": {"c": 2}} | /q/r/c not-offered
            {"type": "multipletext", "items": [{"name": "i", "inputType": "number"}]} | {"i": 1}   | {"i": "1"} | /q/i number-expected
            {"type": "paneldynamic", "templateElements": [{"type": "text", "name": "t", "isRequired": true}]} | [{"t": "a"}] | [{"t": "a"}, {}] | /q/1/t required
            {"type": "html", "html": "<b>x</b>"}                       | null                      | "a"        | /q nothing-to-answer
            {"type": "image", "imageLink": "a.png"}                    | null                      | "a"        | /q nothing-to-answer
            {"type": "text", "isRequired": true}                       | "a"                       | null       | /q required
            {"type": "text", "requiredIf": "{other} = 'x'"}            | "a"                       | null       | /q required
            {"type": "radiogroup", "choices": ["a", "b"], "showOtherItem": true} | "a"             | "other"    | /q-Comment required
            {"type": "text", "validators": [{"type": "numeric", "minValue": 1, "maxValue": 2}]} | "2" | "3"      | /q above-maximum
            {"type": "text", "validators": [{"type": "text", "minLength": 2}]} | "ab"              | "a"        | /q too-short
            {"type": "text", "validators": [{"type": "regex", "regex": "^a"}]} | "ab"              | "b"        | /q pattern
            {"type": "text", "validators": [{"type": "email"}]}        | "a@example.org"           | "a"        | /q bad-format
            {"type": "text", "validators": [{"type": "expression", "expression": "{q} <> {other}"}]} | "y" | "x"  | /q condition
            {"type": "checkbox", "choices": [1, 2, 3], "validators": [{"type": "answercount", "maxCount": 2}]} | [1, 2] | [1, 2, 3] | /q too-many-chosen
            """)
    void what_a_question_asks_for_is_taken_and_what_it_does_not_is_refused(
            String question, String taken, String refused, String violation) throws JsonProcessingException {
        var definition =
                "{\"locale\": \"zh-cn\", \"title\": {\"default\": \"题\", \"en\": \"T\"}, \"pages\": [{\"title\": {\"en\": \"P\"},"
                        + " \"elements\": [{\"type\": \"text\", \"name\": \"other\"}, "
                        + question.replaceFirst("\\{", "{\"name\": \"q\", ") + "]}]}";

        assertThat(violations(definition, taken)).isEmpty();
        assertThat(violations(definition, refused)).isEqualTo(violation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"elements": [{"type": "text", "name": "a"}, {"type": "text", "name": "b", "visibleIf": "{a} = 1"}]} | {"a": "2", "b": "x"} | {"a": "2"}
            {"elements": [{"type": "text", "name": "a"}, {"type": "panel", "name": "p", "visibleIf": "{a} = 1", "elements": [{"type": "text", "name": "b"}]}]} | {"a": "2", "b": "x"} | {"a": "2"}
            {"pages": [{"elements": [{"type": "text", "name": "a"}]}, {"visibleIf": "{a} = 1", "elements": [{"type": "text", "name": "b"}]}]} | {"a": "2", "b": "x"} | {"a": "2"}
            {"clearInvisibleValues": "none", "elements": [{"type": "text", "name": "a"}, {"type": "text", "name": "b", "visibleIf": "{a} = 1"}]} | {"a": "2", "b": "x"} | {"a": "2", "b": "x"}
            {"elements": [{"type": "text", "name": "a"}, {"type": "text", "name": "b", "isRequired": true, "enableIf": "{a} = 1"}]} | {"a": "2"} | {"a": "2"}
            {"elements": [{"type": "text", "name": "a"}, {"type": "checkbox", "name": "b", "choices": ["x", "y"], "choicesVisibleIf": "{item} <> {a}"}]} | {"a": "x", "b": ["x", "y"]} | {"a": "x", "b": ["y"]}
            {"elements": [{"type": "text", "name": "a"}, {"type": "radiogroup", "name": "b", "choices": ["x", {"value": "y", "visibleIf": "{a} = 1"}]}]} | {"a": "2", "b": "y"} | {"a": "2"}
            {"elements": [{"type": "text", "name": "a"}, {"type": "expression", "name": "b", "expression": "{a} + 1"}]} | {"a": "2"} | {"a": "2", "b": 3}
            {"calculatedValues": [{"name": "b", "expression": "{a} * 2", "includeIntoResult": true}], "elements": [{"type": "text", "name": "a"}]} | {"a": "2"} | {"a": "2", "b": 4}
            {"elements": [{"type": "radiogroup", "name": "a", "choices": ["x"], "showOtherItem": true}]} | {"a": "other", "a-Comment": "why"} | {"a": "other", "a-Comment": "why"}
            {"elements": [{"type": "radiogroup", "name": "a", "choices": ["x"], "showOtherItem": true}]} | {"a": "x", "a-Comment": "why"} | {"a": "x"}
            {"elements": [{"type": "text", "name": "a", "defaultValue": "d"}]} | {} | {}
            """)
    void what_is_kept_follows_the_conditions(String definition, String answers, String kept)
            throws JsonProcessingException {
        var checked = questionnaire(definition).check((ObjectNode) JSON.readTree(answers), "", NOW);

        assertThat(checked.violations()).isEmpty();
        assertThat(JSON.readTree(checked.kept().toString())).isEqualTo(JSON.readTree(kept));
    }

    private static String violations(String definition, String answer) throws JsonProcessingException {
        var answers = JSON.createObjectNode().put("other", "x");
        answers.set("q", JSON.readTree(answer));
        return questionnaire(definition).check(answers, "", NOW).violations().stream()
                .map(violation -> violation.path() + " " + violation.code())
                .collect(Collectors.joining(","));
    }

    private static Questionnaire questionnaire(String definition) throws JsonProcessingException {
        var compilation = DefinitionReader.compile(JSON.readTree(definition));
        assertThat(compilation.unsupported()).isEmpty();
        return compilation.questionnaire();
    }
}
