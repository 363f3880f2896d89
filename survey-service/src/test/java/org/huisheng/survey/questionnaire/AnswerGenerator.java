package org.huisheng.survey.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers a respondent could send to a generated questionnaire, and now and then one they could not. */
final class AnswerGenerator {

    static final String NONSENSE = "zzz";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Dice dice;

    AnswerGenerator(Dice dice) {
        this.dice = dice;
    }

    ObjectNode answers(ObjectNode definition) {
        var answers = JSON.objectNode();
        definition.path("pages").forEach(page -> page.path("elements").forEach(element -> answer(element, answers)));
        if (dice.once(25)) {
            answers.put(dice.pick("nobody", "p1", "q1-Comment"), "a");
        }
        return answers;
    }

    private void answer(JsonNode element, ObjectNode into) {
        if (element.path("type").asText().equals("panel")) {
            element.path("elements").forEach(inner -> answer(inner, into));
            return;
        }
        var answer = dice.once(4) ? null : dice.once(40) ? JSON.textNode(NONSENSE) : answer(element);
        if (answer != null) {
            var name = element.path("name").asText();
            into.set(name, answer);
            var comment = element.path("showOtherItem").asBoolean()
                    || element.path("showCommentArea").asBoolean();
            if (comment && dice.once(2)) {
                into.put(name + "-Comment", "because");
            }
        }
    }

    private @Nullable JsonNode answer(JsonNode question) {
        return switch (question.path("type").asText()) {
            case "text" -> text(question.path("inputType").asText(""));
            case "comment" -> JSON.textNode(dice.pick("a", "b", "a longer text"));
            case "radiogroup", "dropdown" -> choice(question);
            case "checkbox", "tagbox" -> several(question);
            case "ranking" -> shuffled();
            case "imagepicker" ->
                question.path("multiSelect").asBoolean()
                        ? JSON.arrayNode().add("a").add("c")
                        : JSON.textNode(dice.pick("a", "b"));
            case "boolean" -> JSON.booleanNode(dice.once(2));
            case "rating" -> JSON.numberNode(1 + dice.upTo(4));
            case "matrix" -> matrix();
            case "matrixdropdown" -> grid();
            case "multipletext" -> texts();
            case "paneldynamic" -> panels(question);
            case "expression" -> JSON.numberNode(dice.upTo(3));
            default -> null;
        };
    }

    private JsonNode text(String inputType) {
        return switch (inputType) {
            case "number" -> JSON.numberNode(dice.upTo(8));
            case "date" ->
                JSON.textNode(dice.pick("2026-11-22", "2019-05-06", "1980-02-29", "2026-11-24", "2026-11-30"));
            case "email" -> JSON.textNode(dice.pick("a@example.org", "b.c@example.com"));
            default -> JSON.textNode(dice.pick("a", "b", "2", "12", "abc", "满意", "x@example.org", "a1"));
        };
    }

    private JsonNode choice(JsonNode question) {
        if (question.path("showOtherItem").asBoolean() && dice.once(4)) {
            return JSON.textNode("other");
        }
        if (question.path("showNoneItem").asBoolean() && dice.once(4)) {
            return JSON.textNode("none");
        }
        return dice.once(2) ? JSON.textNode(dice.pick("a", "b", "c")) : JSON.numberNode(1 + dice.upTo(1));
    }

    private JsonNode several(JsonNode question) {
        var list = JSON.arrayNode();
        if (question.path("showNoneItem").asBoolean() && dice.once(5)) {
            return list.add("none");
        }
        for (var value : List.of("a", "b", "c")) {
            if (dice.once(2)) {
                list.add(value);
            }
        }
        if (question.path("showOtherItem").asBoolean() && dice.once(3)) {
            list.add("other");
        }
        return list;
    }

    private JsonNode shuffled() {
        var values = new ArrayList<>(List.of("a", "b", "c"));
        Collections.shuffle(values, new java.util.Random(dice.upTo(1_000)));
        var list = JSON.arrayNode();
        values.forEach(list::add);
        return list;
    }

    private JsonNode matrix() {
        var matrix = JSON.objectNode();
        for (var row : List.of("r1", "r2", "r3")) {
            if (!dice.once(3)) {
                matrix.set(row, dice.once(3) ? JSON.textNode("a") : JSON.numberNode(1 + dice.upTo(1)));
            }
        }
        return matrix;
    }

    private JsonNode grid() {
        var grid = JSON.objectNode();
        for (var row : List.of("r1", "r2")) {
            if (!dice.once(4)) {
                var cells = grid.putObject(row);
                if (!dice.once(4)) {
                    cells.put("c1", dice.pick("a", "b"));
                }
                if (!dice.once(3)) {
                    cells.put("c2", dice.pick("a", "text"));
                }
                if (cells.isEmpty()) {
                    grid.remove(row);
                }
            }
        }
        return grid;
    }

    private JsonNode texts() {
        var texts = JSON.objectNode();
        if (!dice.once(3)) {
            texts.put("r1", dice.pick("1", "a"));
        }
        if (!dice.once(3)) {
            texts.put("i2", dice.upTo(7));
        }
        return texts;
    }

    private JsonNode panels(JsonNode question) {
        var panels = JSON.arrayNode();
        for (var count = dice.upTo(2); count >= 0; count--) {
            var panel = panels.addObject();
            question.path("templateElements").forEach(element -> {
                if (!element.path("type").asText().equals("expression") && !dice.once(4)) {
                    panel.set(
                            element.path("name").asText(),
                            switch (element.path("name").asText()) {
                                case "x" -> JSON.textNode(dice.pick("a", "b"));
                                case "y" -> JSON.textNode(dice.pick("k", "l"));
                                default ->
                                    dice.once(3)
                                            ? JSON.arrayNode().add("c")
                                            : JSON.arrayNode().add("a").add("b");
                            });
                }
            });
        }
        return panels;
    }
}
