package org.huisheng.survey.questionnaire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One question of a random kind. */
final class QuestionGenerator {

    private final Dice dice;
    private final DefinitionGenerator definitions;

    QuestionGenerator(Dice dice, DefinitionGenerator definitions) {
        this.dice = dice;
        this.definitions = definitions;
    }

    /** @param simple whether it is to be answered as one */
    void fill(ObjectNode question, boolean simple) {
        switch (dice.upTo(simple ? 14 : 19)) {
            case 0, 1 -> text(question);
            case 2 -> question.put("type", "comment");
            case 3, 4 -> single(question, dice.pick("radiogroup", "dropdown"));
            case 5, 6 -> several(question, dice.pick("checkbox", "tagbox"));
            case 7 -> several(question, "ranking");
            case 8 -> pictures(question);
            case 9, 10 -> question.put("type", "boolean");
            case 11, 12 -> question.put("type", "rating").put("rateMax", 5 + dice.upTo(2));
            case 13, 14 -> matrix(question, simple);
            case 15 -> grid(question);
            case 16 -> texts(question);
            case 17, 18 -> panels(question);
            default ->
                question.put("type", "expression")
                        .put("expression", expression(question.path("name").asText()));
        }
    }

    /** Not of itself: it would grow with every round. */
    private String expression(String name) {
        var other = definitions.name();
        return other.equals(name)
                ? "today()"
                : dice.pick("{q} + 1", "iif({q} = 'a', 1, 2)", "count({q}, 1)").replace("{q}", "{" + other + "}");
    }

    private void text(ObjectNode question) {
        question.put("type", "text");
        switch (dice.upTo(4)) {
            case 0 -> {
                question.put("inputType", "number").put("min", dice.upTo(2)).put("max", 4 + dice.upTo(3));
                if (dice.once(3)) {
                    question.put("step", 2);
                }
                if (dice.once(3)) {
                    validators(question)
                            .addObject()
                            .put("type", "numeric")
                            .put("minValue", 2)
                            .put("maxValue", 5);
                }
            }
            case 1 -> {
                question.put("inputType", "date").put("min", "2020-01-01");
                if (dice.once(2)) {
                    question.put("maxValueExpression", "today(" + dice.upTo(3) + ")");
                }
            }
            case 2 -> question.put("inputType", "email");
            default -> textValidator(question);
        }
    }

    private void textValidator(ObjectNode question) {
        switch (dice.upTo(4)) {
            case 0 ->
                validators(question)
                        .addObject()
                        .put("type", "text")
                        .put("minLength", 2)
                        .put("allowDigits", dice.once(2));
            case 1 ->
                validators(question)
                        .addObject()
                        .put("type", "regex")
                        .put("regex", dice.pick("^[a-c]+$", "b", "\\d{2,}", "[\\u4e00-\\u9fa5]+"));
            case 2 -> validators(question).addObject().put("type", "email");
            default -> {}
        }
    }

    private static ArrayNode validators(ObjectNode question) {
        return question.withArray("validators");
    }

    private void choices(ObjectNode question) {
        var choices = question.putArray("choices").add("a");
        var second = choices.addObject().put("value", "b").put("text", "B");
        if (dice.once(4)) {
            second.put("visibleIf", definitions.condition());
        }
        choices.add("c").add(1).add(2);
        // With "other" survey-core makes a comment of a choice that is hidden: nothing to agree with.
        if (dice.once(4)) {
            question.put("showOtherItem", true);
            second.remove("visibleIf");
        } else if (dice.once(3)) {
            question.put(
                    "choicesVisibleIf",
                    dice.pick(
                            "{item} <> {" + definitions.name() + "}",
                            "{" + definitions.name() + "} contains {item}",
                            definitions.condition()));
        }
        if (dice.once(5)) {
            question.put("showNoneItem", true);
        }
    }

    private void single(ObjectNode question, String type) {
        question.put("type", type);
        choices(question);
        if (dice.once(6) && !question.has("showOtherItem")) {
            question.put("showCommentArea", true);
        }
    }

    private void several(ObjectNode question, String type) {
        question.put("type", type);
        if (type.equals("ranking")) {
            question.putArray("choices").add("a").add("b").add("c");
            return;
        }
        choices(question);
        if (dice.once(3)) {
            question.put("minSelectedChoices", 2);
        }
        if (dice.once(5)) {
            validators(question).addObject().put("type", "answercount").put("maxCount", 2);
        }
    }

    private void pictures(ObjectNode question) {
        question.put("type", "imagepicker").put("multiSelect", dice.once(2));
        for (var value : new String[] {"a", "b", "c"}) {
            question.withArray("choices").addObject().put("value", value).put("imageLink", value + ".png");
        }
    }

    private void matrix(ObjectNode question, boolean simple) {
        question.put("type", "matrix");
        question.putArray("rows").add("r1").add("r2").add("r3");
        question.putArray("columns").add(1).add(2).add("a");
        if (dice.once(3)) {
            question.put("eachRowRequired", true);
        }
        if (dice.once(5)) {
            question.put("eachRowUnique", true);
        }
        if (dice.once(4)) {
            question.put("rowsVisibleIf", dice.pick("{item} <> 'r2'", definitions.condition()));
        }
        if (!simple && dice.once(6)) {
            question.put("columnsVisibleIf", "{item} <> {" + definitions.name() + "}");
        }
    }

    private void grid(ObjectNode question) {
        question.put("type", "matrixdropdown");
        question.putArray("rows").add("r1").add("r2");
        question.putArray("choices").add("a").add("b").add(1);
        var columns = question.putArray("columns");
        columns.addObject().put("name", "c1").put("isRequired", dice.once(2));
        var second = columns.addObject().put("name", "c2").put("cellType", "text");
        if (dice.once(2)) {
            second.put("requiredIf", "{row.c1} = 'a'");
        }
        if (dice.once(3)) {
            second.putArray("validators")
                    .addObject()
                    .put("type", "expression")
                    .put("expression", "{row.c2} <> {row.c1}");
        }
        if (dice.once(3)) {
            question.put("rowsVisibleIf", "{item} = 'r1' or {" + definitions.name() + "} notempty");
        }
    }

    private void texts(ObjectNode question) {
        question.put("type", "multipletext");
        var items = question.putArray("items");
        items.addObject().put("name", "r1").put("isRequired", dice.once(2));
        items.addObject().put("name", "i2").put("inputType", "number").put("maxValueExpression", "5");
    }

    /**
     * Without {@code panelCount}, {@code panelIndex} and {@code prevPanel}: what survey-core makes of those depends on the
     * order in which panels and answers came to be, and it evaluates some of them once too few.
     */
    private void panels(ObjectNode question) {
        question.put("type", "paneldynamic");
        var template = question.putArray("templateElements");
        var first =
                template.addObject().put("type", "radiogroup").put("name", "x").put("isRequired", dice.once(2));
        first.putArray("choices").add("a").add("b");
        var second = template.addObject().put("type", "text").put("name", "y");
        second.put(
                "visibleIf",
                dice.pick("{panel.x} = 'a'", "{panel.x} notempty and {" + definitions.name() + "} notempty"));
        second.put("isRequired", dice.once(2));
        var third = template.addObject().put("type", "checkbox").put("name", "z");
        third.putArray("choices").add("a").add("b").add("c");
        third.put("requiredIf", "{panel.y} notempty");
        third.put("choicesVisibleIf", dice.pick("{item} <> {panel.x}", "{" + definitions.name() + "} <> {item}"));
        if (dice.once(3)) {
            template.addObject()
                    .put("type", "expression")
                    .put("name", "e")
                    .put("expression", dice.pick("{panel.x} + '!'", "{panel.z.length}"));
        }
        if (dice.once(4)) {
            question.put("keyName", "y");
        }
    }
}
