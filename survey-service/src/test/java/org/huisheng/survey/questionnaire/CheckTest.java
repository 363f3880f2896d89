package org.huisheng.survey.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.huisheng.survey.questionnaire.Questionnaire.Checked;
import org.huisheng.survey.questionnaire.reading.DefinitionReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Instant NOW = Instant.parse("2026-11-22T02:30:00Z");

    private static final String DEFINITION = """
            {"calculatedValues": [{"name": "total", "expression": "{a} + {b}", "includeIntoResult": true}],
             "pages": [{"elements": [
              {"type": "text", "name": "a", "inputType": "number"},
              {"type": "text", "name": "b", "inputType": "number", "visibleIf": "{a} > 1", "isRequired": true},
              {"type": "radiogroup", "name": "one", "choices": ["x", "y"], "showOtherItem": true},
              {"type": "checkbox", "name": "some", "choices": ["x", "y"], "showNoneItem": true, "choicesVisibleIf": "{item} <> {one}"},
              {"type": "expression", "name": "twice", "expression": "{a} * 2"},
              {"type": "paneldynamic", "name": "panel", "templateElements": [
                {"type": "text", "name": "q", "isRequired": true},
                {"type": "text", "name": "r", "visibleIf": "{panel.q} = 'z'"}]},
              {"type": "matrixdropdown", "name": "grid", "rows": ["r/1", "r2"], "columns": [
                {"name": "c", "cellType": "dropdown", "choices": [1, 2]},
                {"name": "d", "cellType": "text", "requiredIf": "{row.c} = 2"}]},
              {"type": "multipletext", "name": "texts", "items": [{"name": "i", "isRequired": true}]}
            ]}]}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            {"texts": {"i": "t"}}                                         | -
            {"texts": {"i": "t"}, "a": 2}                                 | /answers/b required
            {"texts": {"i": "t"}, "one": "other"}                         | /answers/one-Comment required
            {"texts": {"i": "t"}, "one": "other", "one-Comment": "why"}   | -
            {"texts": {"i": "t"}, "one-Comment": 5}                       | /answers/one-Comment text-expected
            {"texts": {"i": "t"}, "some": ["x", "none"]}                  | /answers/some/1 chosen-with-others
            {"texts": {"i": "t"}, "some-Comment": "c"}                    | /answers/some-Comment unknown-question
            {"texts": {"i": "t"}, "panel": [{"q": "1"}, {}]}              | /answers/panel/1/q required
            {"texts": {"i": "t"}, "panel": [{"q": "1", "s": 1}]}          | /answers/panel/0/s unknown-question
            {"texts": {"i": "t"}, "panel": {"q": "1"}}                    | /answers/panel list-expected
            {"texts": {"i": "t"}, "panel": ["q"]}                         | /answers/panel/0 object-expected
            {"texts": {"i": "t"}, "grid": {"r/1": {"c": 2}}}              | /answers/grid/r~11/d required
            {"texts": {"i": "t"}, "grid": {"r2": {"c": 3}}}               | /answers/grid/r2/c not-offered
            {"texts": {"i": "t"}, "grid": {"r3": {"c": 1}}}               | /answers/grid/r3 unknown-row
            {"texts": {"j": "t"}}                                         | /answers/texts/j unknown-question,/answers/texts/i required
            {}                                                            | /answers/texts/i required
            """)
    void a_violation_names_its_path_however_deep(String answers, String expected) throws JsonProcessingException {
        var violations = check(DEFINITION, answers).violations().stream()
                .map(violation -> violation.path() + " " + violation.code())
                .toList();

        assertThat(violations).isEqualTo(expected == null ? List.of() : List.of(expected.split(",")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": 1, "b": 5}                          | {"a": 1, "twice": 2, "total": 6}
            {"a": 1.10}                               | {"a": 1.10, "twice": 2.2, "total": 1.1}
            {"a": 2, "b": 1, "twice": 7, "total": 9}  | {"a": 2, "b": 1, "twice": 4, "total": 3}
            {"one": "x", "one-Comment": "c"}          | {"one": "x", "twice": 0, "total": 0}
            {"one": "x", "some": ["x", "y"]}          | {"one": "x", "some": ["y"], "twice": 0, "total": 0}
            {"one": "y", "some": ["y"]}               | {"one": "y", "twice": 0, "total": 0}
            {"panel": [{"q": "1", "r": "2"}, {"q": "z", "r": "3"}]} | {"panel": [{"q": "1"}, {"q": "z", "r": "3"}], "twice": 0, "total": 0}
            """)
    void what_was_hidden_is_not_kept_and_what_is_computed_is_ours(String answers, String kept)
            throws JsonProcessingException {
        var sent = (ObjectNode) JSON.readTree(answers);
        var before = sent.deepCopy();

        var checked = questionnaire(DEFINITION).check(sent, "", NOW);

        assertThat(JSON.readTree(checked.kept().toString())).isEqualTo(JSON.readTree(kept));
        assertThat(sent).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                  | {"p": [{"n": 0}]}                                        | /p/0/a
            {"p": [{"a": "1"}, {"a": "2"}]}     | {"p": [{"a": "1", "n": 0}, {"a": "2", "n": 1}]}          | ``
            {"p": [{"a": "1", "b": "x"}, {"a": "2", "b": "x"}]} | {"p": [{"a": "1", "n": 0}, {"a": "2", "b": "x", "n": 1}]} | ``
            {"p": [{"a": "1"}, {"a": "1"}]}     | {"p": [{"a": "1", "n": 0}, {"a": "1", "n": 1}]}          | /p/1/a
            """)
    void panels_know_their_place_and_their_neighbours(String answers, String kept, String paths)
            throws JsonProcessingException {
        var definition = """
                {"elements": [{"type": "paneldynamic", "name": "p", "panelCount": 1, "keyName": "a", "templateElements": [
                  {"type": "text", "name": "a", "isRequired": true},
                  {"type": "text", "name": "b", "visibleIf": "{prevPanel.a} = 1"},
                  {"type": "expression", "name": "n", "expression": "{panelIndex}"}]}]}
                """;

        var checked = questionnaire(definition).check((ObjectNode) JSON.readTree(answers), "", NOW);

        assertThat(JSON.readTree(checked.kept().toString())).isEqualTo(JSON.readTree(kept));
        assertThat(String.join(
                        ",",
                        checked.violations().stream().map(found -> found.path()).toList()))
                .isEqualTo(paths);
    }

    /** On completion survey-core looks for hidden questions everywhere but in the rows of a grid. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            onComplete | {"g": {"r1": {"c": "a", "d": "x"}, "r2": {"c": "b", "d": "y"}}}
            onHidden   | {"g": {"r1": {"c": "a", "d": "x"}, "r2": {"c": "b"}}}
            """)
    void a_hidden_cell_is_kept_as_in_survey_core(String clearing, String kept) throws JsonProcessingException {
        var definition = """
                {"clearInvisibleValues": "%s", "elements": [{"type": "matrixdropdown", "name": "g", "rows": ["r1", "r2"],
                  "columns": [{"name": "c", "cellType": "text"},
                              {"name": "d", "cellType": "text", "visibleIf": "{row.c} = 'a'", "isRequired": true}]}]}
                """.formatted(clearing);

        var checked = check(
                definition, "{\"g\": {\"r1\": {\"c\": \"a\", \"d\": \"x\"}, \"r2\": {\"c\": \"b\", \"d\": \"y\"}}}");

        assertThat(checked.violations()).isEmpty();
        assertThat(checked.kept()).isEqualTo(JSON.readTree(kept));
    }

    @Test
    void panels_that_are_only_there_to_be_filled_in_do_not_count() throws JsonProcessingException {
        var definition = """
                {"elements": [
                  {"type": "paneldynamic", "name": "p", "minPanelCount": 2, "templateElements": [{"type": "text", "name": "a"}]},
                  {"type": "expression", "name": "n", "expression": "{p.length}"}]}
                """;

        assertThat(check(definition, "{}").kept()).hasToString("{\"n\":0}");
        assertThat(check(definition, "{\"p\": [{\"a\": \"1\"}]}").kept())
                .hasToString("{\"p\":[{\"a\":\"1\"}],\"n\":1}");
    }

    /** Neither do the conditions of a matrix see the panel around it, nor others there the matrix as a whole. */
    @Test
    void a_panel_on_a_page_is_seen_as_in_survey_core() throws JsonProcessingException {
        var definition = """
                {"elements": [{"type": "panel", "name": "p", "elements": [
                  {"type": "text", "name": "t"},
                  {"type": "text", "name": "u", "visibleIf": "{panel.t} notempty"},
                  {"type": "matrix", "name": "m", "rows": ["r"], "columns": [1], "visibleIf": "{panel.t} empty"},
                  {"type": "text", "name": "v", "visibleIf": "{panel.m} notempty"},
                  {"type": "text", "name": "w", "visibleIf": "{panel.m.r} notempty"}]}]}
                """;
        var answers = "{\"t\": \"1\", \"u\": \"1\", \"m\": {\"r\": 1}, \"v\": \"1\", \"w\": \"1\"}";

        assertThat(check(definition, answers).kept())
                .isEqualTo(JSON.readTree("{\"t\": \"1\", \"u\": \"1\", \"m\": {\"r\": 1}, \"w\": \"1\"}"));
    }

    /** Each hides what the other chose: the first gives way, and the second is free. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"x": "a", "y": "a"} | {"y": "a"}
            {"x": "a", "y": "b"} | {"x": "a", "y": "b"}
            """)
    void choices_that_hide_each_other_are_removed_one_after_the_other(String answers, String kept)
            throws JsonProcessingException {
        var definition = """
                {"elements": [
                  {"type": "radiogroup", "name": "x", "choices": ["a", "b"], "choicesVisibleIf": "{item} <> {y}"},
                  {"type": "radiogroup", "name": "y", "choices": ["a", "b"], "choicesVisibleIf": "{item} <> {x}"}]}
                """;

        assertThat(check(definition, answers).kept()).isEqualTo(JSON.readTree(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(.*a){20}$", "^(([a-z])+.)+[A-Z]([a-z])+$", "(\\\\w+\\\\s?)*!"})
    void a_pattern_that_backtracks_without_end_elsewhere_is_matched_at_once(String pattern)
            throws JsonProcessingException {
        var definition = """
                {"elements": [{"type": "text", "name": "t", "validators": [{"type": "regex", "regex": "%s"}]}]}
                """.formatted(pattern);
        var text = "a".repeat(1_900) + "~";

        var checked =
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> check(definition, "{\"t\": \"" + text + "\"}"));

        assertThat(checked.violations()).extracting("code").containsExactly("pattern");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?=a)b", "(a)\\\\1", "(?<!a)b", "((a{1,100}){1,100}){1,100}", "("})
    void a_pattern_that_cannot_be_matched_in_linear_time_is_refused(String pattern) throws JsonProcessingException {
        var compilation = DefinitionReader.compile(JSON.readTree("""
                {"elements": [{"type": "text", "name": "t", "validators": [{"type": "regex", "regex": "%s"}]}]}
                """.formatted(pattern)));

        assertThat(compilation.unsupported())
                .containsExactly(new DefinitionReader.Unsupported("/elements/0/validators/0/regex", "regex"));
    }

    @Test
    void twenty_questions_with_five_expressions_cost_little() throws JsonProcessingException {
        var definition = new StringBuilder("{\"elements\": [");
        var answers = new StringBuilder("{");
        for (var index = 0; index < 20; index++) {
            var condition =
                    index % 4 == 3 ? ", \"visibleIf\": \"{q%d} >= 2 and {q0} notempty\"".formatted(index - 1) : "";
            definition
                    .append(index == 0 ? "" : ",")
                    .append("{\"type\": \"rating\", \"name\": \"q%d\"%s}".formatted(index, condition));
            answers.append(index == 0 ? "" : ",").append("\"q%d\": %d".formatted(index, 1 + index % 5));
        }
        var questionnaire = questionnaire(definition.append("]}").toString());
        var sent = (ObjectNode) JSON.readTree(answers.append("}").toString());

        var nanos = nanosPerCheck(questionnaire, sent);

        System.out.println(nanos / 1_000.0 + " µs a check");
        assertThat(nanos).as("nanoseconds").isLessThan(500_000);
    }

    private static long nanosPerCheck(Questionnaire questionnaire, ObjectNode answers) {
        var best = Long.MAX_VALUE;
        for (var round = 0; round < 10; round++) {
            var start = System.nanoTime();
            for (var count = 0; count < 2_000; count++) {
                assertThat(questionnaire.check(answers, "/answers", NOW).valid())
                        .isTrue();
            }
            best = Math.min(best, (System.nanoTime() - start) / 2_000);
        }
        return best;
    }

    private static Checked check(String definition, String answers) throws JsonProcessingException {
        return questionnaire(definition).check((ObjectNode) JSON.readTree(answers), "/answers", NOW);
    }

    private static Questionnaire questionnaire(String definition) throws JsonProcessingException {
        var compilation = DefinitionReader.compile(JSON.readTree(definition));
        assertThat(compilation.unsupported()).isEmpty();
        return compilation.questionnaire();
    }
}
