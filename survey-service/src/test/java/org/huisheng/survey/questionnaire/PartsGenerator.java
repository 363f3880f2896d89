package org.huisheng.survey.questionnaire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Questions with questions inside. */
final class PartsGenerator {

    private final Dice dice;
    private final DefinitionGenerator definitions;

    PartsGenerator(Dice dice, DefinitionGenerator definitions) {
        this.dice = dice;
        this.definitions = definitions;
    }

    void grid(ObjectNode question) {
        question.put("type", "matrixdropdown");
        var rows = question.putArray("rows");
        rows.add("r1");
        var second = rows.addObject().put("value", "r2").put("text", "Second");
        if (dice.once(5)) {
            second.put("visibleIf", definitions.condition());
        } else if (dice.once(3)) {
            question.put("rowsVisibleIf", "{item} = 'r1' or {" + definitions.name() + "} notempty");
        }
        question.putArray("choices").add("a").add("b").add(1);
        if (dice.once(4)) {
            question.put("cellType", dice.pick("radiogroup", "checkbox", "tagbox"));
        }
        columns(question.putArray("columns"));
    }

    private void columns(ArrayNode columns) {
        var first = columns.addObject().put("name", "c1").put("isRequired", dice.once(2));
        if (dice.once(3)) {
            first.set("title", definitions.words("First"));
        }
        var second = columns.addObject().put("name", "c2").put("cellType", "text");
        if (dice.once(2)) {
            second.put("requiredIf", "{row.c1} = 'a'");
        }
        if (dice.once(3)) {
            second.put(
                    "visibleIf",
                    dice.pick("{row.c1} notempty", "{rowName} = 'r1'", "{rowIndex} = 2 or {row.c1} = 'b'"));
        }
        if (dice.once(3)) {
            second.putArray("validators")
                    .addObject()
                    .put("type", "expression")
                    .put("expression", "{row.c2} <> {row.c1}");
        }
        if (dice.once(2)) {
            third(columns.addObject().put("name", "c3"));
        }
        if (dice.once(4)) {
            columns.addObject()
                    .put("name", "c4")
                    .put("cellType", "expression")
                    .put(
                            "expression",
                            dice.pick(
                                    "{row.c2} + '!'",
                                    "iif({row.c1} = 'a', 1, 2)",
                                    "{row.c1.length} + 1",
                                    "displayValue('c1') + '!'"));
        }
    }

    private void third(ObjectNode column) {
        switch (dice.upTo(5)) {
            case 0 -> column.put("cellType", "boolean");
            case 1 -> column.put("cellType", "rating").put("rateMax", 4);
            case 2 -> column.put("cellType", "comment");
            case 3 -> {
                column.put("cellType", dice.pick("checkbox", "tagbox"));
                column.putArray("choices").add("a").add("b").add("c");
                column.put(
                        "choicesVisibleIf", dice.pick("{item} <> {row.c1}", "{item} <> {" + definitions.name() + "}"));
                if (dice.once(2)) {
                    column.put("minSelectedChoices", 2);
                }
            }
            case 4 -> {
                column.put("cellType", "text");
                new TextGenerator(dice).fill(column, true);
            }
            default -> {
                column.put("cellType", dice.pick("dropdown", "radiogroup"));
                column.putArray("choices")
                        .add("a")
                        .add("b")
                        .addObject()
                        .put("value", "c")
                        .put("text", "C");
                column.put("showNoneItem", dice.once(2));
            }
        }
        if (dice.once(3)) {
            column.put("requiredIf", dice.pick("{row.c2} notempty", "{row.c1} = 'b'", definitions.condition()));
        }
    }

    void texts(ObjectNode question) {
        question.put("type", "multipletext");
        var items = question.putArray("items");
        items.addObject().put("name", "r1").put("isRequired", dice.once(2));
        items.addObject().put("name", "i2").put("inputType", "number").put("maxValueExpression", "5");
        if (dice.once(2)) {
            new TextGenerator(dice).fill(items.addObject().put("name", "i3"), false);
        }
    }

    /**
     * Without {@code panelCount}, {@code minPanelCount}, {@code panelIndex} and {@code prevPanel}: what survey-core makes
     * of those depends on the order in which panels and answers came to be, and it evaluates some of them once too few.
     */
    void panels(ObjectNode question) {
        question.put("type", "paneldynamic");
        var template = question.putArray("templateElements");
        var first =
                template.addObject().put("type", "radiogroup").put("name", "x").put("isRequired", dice.once(2));
        first.putArray("choices").add("a").addObject().put("value", "b").set("text", definitions.words("B"));
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
                    .put(
                            "expression",
                            dice.pick("{panel.x} + '!'", "{panel.z.length}", "displayValue('x')", "displayValue('z')"));
        }
        if (dice.once(3)) {
            inner(template);
        }
        if (dice.once(4)) {
            question.put("keyName", "y");
        }
    }

    private void inner(ArrayNode template) {
        switch (dice.upTo(3)) {
            case 0 -> {
                var panel = template.addObject().put("type", "panel").put("name", "inner");
                panel.put("visibleIf", dice.pick("{panel.x} = 'b'", "{panel.z} notempty"));
                panel.putArray("elements")
                        .addObject()
                        .put("type", "text")
                        .put("name", "t")
                        .put("isRequired", dice.once(2));
            }
            case 1 -> {
                var grid = template.addObject().put("type", "matrixdropdown").put("name", "g");
                grid.putArray("rows").add("r1").add("r2");
                grid.putArray("choices").add("a").add("b").add(1);
                var columns = grid.putArray("columns");
                columns.addObject().put("name", "c1");
                columns.addObject().put("name", "c2").put("cellType", "text").put("requiredIf", "{row.c1} = 'a'");
                if (dice.once(2)) {
                    grid.put("visibleIf", "{panel.x} = 'a'");
                }
            }
            case 2 -> {
                var matrix = template.addObject().put("type", "matrix").put("name", "m");
                matrix.putArray("rows").add("r1").add("r2").add("r3");
                matrix.putArray("columns").add(1).add(2).add("a");
                matrix.put("eachRowRequired", dice.once(2));
            }
            default -> {
                var nested = template.addObject().put("type", "paneldynamic").put("name", "n");
                var elements = nested.putArray("templateElements");
                elements.addObject().put("type", "text").put("name", "k").put("isRequired", dice.once(2));
                elements.addObject()
                        .put("type", "boolean")
                        .put("name", "l")
                        .put("visibleIf", dice.pick("{panel.k} notempty", "{parentPanel.x} = 'a'"));
            }
        }
    }
}
