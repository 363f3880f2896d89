package org.huisheng.survey.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.huisheng.survey.questionnaire.reading.DefinitionReader;
import org.junit.jupiter.api.Test;

/** Definitions and answers with anything where something else belongs: refused or checked, never a failure. */
class AnythingIsAnsweredTest {

    private static final int DEFINITIONS = Integer.getInteger("huisheng.mutants", 3_000);
    private static final Instant NOW = Instant.parse("2026-11-22T02:30:15.250Z");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper READER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final long seed = Long.getLong("huisheng.seed", 20_261_122);
    private final Dice dice = new Dice(new Random(seed));

    @Test
    void a_damaged_definition_is_refused_or_checked_and_never_fails() {
        System.out.println("-Dhuisheng.seed=" + seed);
        var checked = 0;
        for (var count = 0; count < DEFINITIONS; count++) {
            var definition = new DefinitionGenerator(dice).definition();
            var answers = new AnswerGenerator(dice).answers(definition);
            for (var times = dice.upTo(3); times >= 0; times--) {
                damage(dice.once(4) ? answers : definition);
            }

            if (isCheckedOrRefused(definition, answers)) {
                checked++;
            }
        }
        assertThat(checked).isBetween(DEFINITIONS / 10, DEFINITIONS);
    }

    @Test
    void no_json_however_odd_breaks_the_reader_or_the_check() throws JsonProcessingException {
        for (var count = 0; count < 300; count++) {
            var definition = new DefinitionGenerator(dice).definition();
            var questionnaire = DefinitionReader.compile(definition).questionnaire();
            var odd = JSON.objectNode();
            for (var name : DefinitionGenerator.NAMES) {
                odd.set(
                        name,
                        READER.readTree(dice.pick(
                                "null",
                                "[]",
                                "{}",
                                "[[1]]",
                                "{\"r1\": [1]}",
                                "[{\"x\": {}}, 1, null]",
                                "1e400",
                                "-0.0",
                                "\"\"",
                                "true",
                                "{\"r1\": {\"c1\": []}}",
                                "[null]",
                                "123456789012345678901234567890")));
            }

            assertThat(questionnaire.check(odd, "", NOW).kept()).isNotNull();
        }
    }

    private boolean isCheckedOrRefused(ObjectNode definition, ObjectNode answers) {
        var compiled = new boolean[1];
        assertThatCode(() -> {
                    var compilation = DefinitionReader.compile(definition);
                    compiled[0] = compilation.questionnaire() != null;
                    assertThat(compilation.unsupported().isEmpty()).isEqualTo(compiled[0]);
                    if (compilation.questionnaire() != null) {
                        compilation.questionnaire().check(answers, "/answers", NOW);
                    }
                })
                .as("seed %d: %s %s", seed, definition, answers)
                .doesNotThrowAnyException();
        return compiled[0];
    }

    /** Puts anything somewhere, takes something away, or says something twice. */
    private void damage(ObjectNode root) {
        var places = new ArrayList<JsonNode>();
        collect(root, places);
        switch (dice.pick(places)) {
            case ObjectNode object
            when !object.isEmpty() -> {
                var name = dice.pick(new ArrayList<>(
                        object.propertyStream().map(field -> field.getKey()).toList()));
                switch (dice.upTo(3)) {
                    case 0 -> object.remove(name);
                    case 1 ->
                        object.set(
                                dice.pick("name", "type", "choices", "elements", "max", "visibleIf", "regex"),
                                anything());
                    default -> object.set(name, anything());
                }
            }
            case ArrayNode array
            when !array.isEmpty() -> {
                if (dice.once(2)) {
                    array.add(array.get(dice.upTo(array.size() - 1)).deepCopy());
                } else {
                    array.set(dice.upTo(array.size() - 1), anything());
                }
            }
            default -> root.set(dice.pick("pages", "elements", "locale"), anything());
        }
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainerNode()) {
            into.add(node);
            node.forEach(child -> collect(child, into));
        }
    }

    private JsonNode anything() {
        return switch (dice.upTo(13)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(dice.once(2));
            case 2 -> JSON.numberNode(dice.upTo(9) - 4);
            case 3 -> JSON.numberNode(new BigDecimal("1e999999999"));
            case 4 -> JSON.numberNode(Long.MAX_VALUE);
            case 5 -> JSON.textNode("");
            case 6 ->
                JSON.textNode(
                        dice.pick("panel", "paneldynamic", "matrixdropdown", "file", "expression", "q1", "a/b~c"));
            case 7 ->
                JSON.textNode(dice.pick(
                        "{q1", "{} + ", "(((", "iif(", "nope({q1})", "[[1]", "'", "{q1} = ", "^(a+)+$", "(?=x)", "["));
            case 8 -> JSON.arrayNode();
            case 9 -> JSON.objectNode();
            case 10 -> JSON.arrayNode().add(1).addNull().add("a").add(JSON.objectNode());
            case 11 -> JSON.objectNode().put("value", 1).put("name", "q1").put("type", "text");
            case 12 -> deep(200);
            default -> JSON.numberNode(Double.MIN_VALUE);
        };
    }

    private static JsonNode deep(int levels) {
        JsonNode node = JSON.textNode("deepest");
        for (var level = 0; level < levels; level++) {
            node = JSON.objectNode()
                    .put("type", "panel")
                    .put("name", "p" + level)
                    .set("elements", JSON.arrayNode().add(node));
        }
        return node;
    }
}
