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

    /** survey-core first hides choices by what was sent, and then computes. */
    private boolean computedIsSent;

    AnswerGenerator(Dice dice) {
        this.dice = dice;
    }

    ObjectNode answers(ObjectNode definition) {
        var answers = JSON.objectNode();
        computedIsSent = !definition.toString().contains("choicesVisibleIf")
                && !definition.toString().contains("\"B\",\"visibleIf\"");
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
        var answer =
                dice.once(4) || isInquiry(element) ? null : dice.once(40) ? JSON.textNode(NONSENSE) : answer(element);
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
            case "comment" -> JSON.textNode(dice.pick("a", "b", "a longer text", "12", "Abc", "7"));
            case "radiogroup", "dropdown" -> choice(question, question);
            case "checkbox", "tagbox" -> several(question);
            case "ranking" -> shuffled(question.path("selectToRankEnabled").asBoolean());
            case "imagepicker" ->
                question.path("multiSelect").asBoolean()
                        ? JSON.arrayNode().add("a").add("c")
                        : JSON.textNode(dice.pick("a", "b"));
            case "boolean" ->
                question.has("valueTrue")
                        ? question.get(dice.pick("valueTrue", "valueFalse"))
                        : JSON.booleanNode(dice.once(2));
            case "rating" -> rating(question);
            case "matrix" -> matrix();
            case "matrixdropdown" -> grid(question);
            case "multipletext" -> texts(question);
            case "paneldynamic" -> panels(question);
            case "expression" -> computedIsSent && !isInquiry(question) ? JSON.numberNode(dice.upTo(3)) : null;
            default -> null;
        };
    }

    /** survey-core keeps 1 where true was computed. */
    private static boolean isInquiry(JsonNode question) {
        return question.path("name").asText().startsWith(InquiryGenerator.ABOUT);
    }

    private JsonNode text(String inputType) {
        return switch (inputType) {
            case "number", "range" -> JSON.numberNode(dice.upTo(8));
            case "date" ->
                JSON.textNode(dice.pick("2026-11-22", "2019-05-06", "1980-02-29", "2026-11-24", "2026-11-30"));
            case "email" -> JSON.textNode(dice.pick("a@example.org", "b.c@example.com"));
            case "time" -> JSON.textNode(dice.pick("08:59", "09:00", "12:30", "18:30", "18:31"));
            case "datetime-local" ->
                JSON.textNode(dice.pick("2026-01-01T07:59", "2026-06-30T12:00", "2027-01-01T00:00"));
            case "month" -> JSON.textNode(dice.pick("2026-01", "2026-02", "2026-11", "2026-12"));
            case "week" -> JSON.textNode(dice.pick("2026-W04", "2026-W05", "2026-W22", "2026-W41"));
            case "tel" -> JSON.textNode(dice.pick("+86 571 8888", "13800000000"));
            case "url" -> JSON.textNode(dice.pick("https://example.org/a", "http://example.com"));
            case "color" -> JSON.textNode(dice.pick("#ff0000", "#00ff7F"));
            default -> JSON.textNode(dice.pick("a", "b", "2", "12", "abc", "满意", "x@example.org", "a1"));
        };
    }

    private JsonNode rating(JsonNode question) {
        if (question.has("rateValues")) {
            return value(question.get("rateValues").get(dice.upTo(4)));
        }
        var min = question.path("rateMin").asInt(1);
        return JSON.numberNode(min
                + dice.upTo(1) * question.path("rateStep").asInt(1)
                + (question.has("rateStep") ? 0 : dice.upTo(2)));
    }

    /** @param list where the choices are */
    private JsonNode choice(JsonNode question, JsonNode list) {
        if (question.path("showOtherItem").asBoolean() && dice.once(4)) {
            return JSON.textNode("other");
        }
        if (question.path("showNoneItem").asBoolean() && dice.once(4)) {
            return JSON.textNode("none");
        }
        if (question.path("showRefuseItem").asBoolean() && dice.once(4)) {
            return JSON.textNode(dice.pick("refused", "dontknow"));
        }
        return value(list.path("choices").get(dice.upTo(list.path("choices").size() - 1)));
    }

    private static JsonNode value(JsonNode item) {
        return item.isObject() ? item.get("value") : item;
    }

    private JsonNode several(JsonNode question) {
        return several(question, List.of("a", "b", "c"));
    }

    private JsonNode several(JsonNode question, List<String> values) {
        var list = JSON.arrayNode();
        if (question.path("showNoneItem").asBoolean() && dice.once(5)) {
            return list.add("none");
        }
        if (question.path("showRefuseItem").asBoolean() && dice.once(5)) {
            return list.add(dice.pick("refused", "dontknow"));
        }
        for (var value : values) {
            if (dice.once(2)) {
                list.add(value);
            }
        }
        if (question.path("showOtherItem").asBoolean() && dice.once(3)) {
            list.add("other");
        }
        return list;
    }

    private JsonNode shuffled(boolean some) {
        var values = new ArrayList<>(List.of("a", "b", "c"));
        Collections.shuffle(values, new java.util.Random(dice.upTo(1_000)));
        var list = JSON.arrayNode();
        values.stream().limit(some ? 1 + dice.upTo(2) : 3).forEach(list::add);
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

    private JsonNode grid(JsonNode question) {
        var grid = JSON.objectNode();
        for (var row : List.of("r1", "r2")) {
            var cells = JSON.objectNode();
            for (var column : question.path("columns")) {
                var cell = dice.once(3) ? null : cell(question, column);
                if (cell != null) {
                    cells.set(column.path("name").asText(), cell);
                }
            }
            if (!cells.isEmpty()) {
                grid.set(row, cells);
            }
        }
        return grid;
    }

    private @Nullable JsonNode cell(JsonNode grid, JsonNode column) {
        var type = column.path("cellType").asText(grid.path("cellType").asText("dropdown"));
        return switch (type) {
            case "dropdown", "radiogroup" -> choice(column, column.has("choices") ? column : grid);
            case "checkbox", "tagbox" ->
                several(column, column.has("choices") ? List.of("a", "b", "c") : List.of("a", "b"));
            case "text" -> text(column.path("inputType").asText(""));
            case "comment" -> JSON.textNode(dice.pick("a", "text"));
            case "boolean" -> JSON.booleanNode(dice.once(2));
            case "rating" -> JSON.numberNode(1 + dice.upTo(3));
            default -> null;
        };
    }

    private JsonNode texts(JsonNode question) {
        var texts = JSON.objectNode();
        for (var item : question.path("items")) {
            if (!dice.once(3)) {
                texts.set(
                        item.path("name").asText(), text(item.path("inputType").asText("")));
            }
        }
        return texts;
    }

    private JsonNode panels(JsonNode question) {
        var panels = JSON.arrayNode();
        for (var count = dice.upTo(2); count >= 0; count--) {
            var panel = panels.addObject();
            question.path("templateElements").forEach(element -> inPanel(element, panel));
        }
        return panels;
    }

    private void inPanel(JsonNode element, ObjectNode panel) {
        if (element.path("type").asText().equals("panel")) {
            element.path("elements").forEach(inner -> inPanel(inner, panel));
        } else if (!element.path("type").asText().equals("expression") && !dice.once(4)) {
            var answer = answer(element);
            if (answer != null) {
                panel.set(element.path("name").asText(), answer);
            }
        }
    }
}
