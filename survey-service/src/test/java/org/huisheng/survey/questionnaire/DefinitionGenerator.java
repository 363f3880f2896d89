package org.huisheng.survey.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Questionnaires of every kind of question, full of conditions on one another. */
final class DefinitionGenerator {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    static final List<String> NAMES = List.of("q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8");

    private final Dice dice;

    /**
     * Where hidden answers go at once, conditions speak of what is above them, and of whole answers: in a circle, or
     * with parts that survey-core still holds, it would matter what was hidden first.
     */
    private boolean clearsEarly;

    private final List<String> known = new ArrayList<>();

    DefinitionGenerator(Dice dice) {
        this.dice = dice;
    }

    ObjectNode definition() {
        var definition = JSON.objectNode();
        clearsEarly = dice.once(4);
        known.clear();
        if (clearsEarly || dice.once(4)) {
            definition.put("clearInvisibleValues", clearing());
        }
        if (!clearsEarly && dice.once(2)) {
            var calculated = definition.putArray("calculatedValues");
            calculated
                    .addObject()
                    .put("name", "sum1")
                    .put("expression", "{q1} + {q2}")
                    .put("includeIntoResult", dice.once(2));
            calculated.addObject().put("name", "any").put("expression", "iif({sum1} > 3, 'a', 'b')");
        }
        var names = NAMES.subList(0, 3 + dice.upTo(NAMES.size() - 3));
        var pages = definition.putArray("pages");
        var half = names.size() / 2;
        page(pages, "p1", names.subList(0, half));
        page(pages, "p2", names.subList(half, names.size()));
        if (dice.once(2)) {
            new InquiryGenerator(dice).page(pages, names);
        }
        if (dice.once(3)) {
            definition.put("locale", dice.pick("en", "de", "zh-cn", "fr"));
        }
        if (definition.toString().contains("ype\":\"expression\"")) {
            pages.forEach(DefinitionGenerator::leaveAnswerable);
        }
        return InquiryGenerator.withoutRefused(definition);
    }

    /** survey-core does not compute in what is read-only, and then keeps what was sent; we always compute. */
    private static void leaveAnswerable(JsonNode container) {
        if (container instanceof ObjectNode object
                && (object.has("elements") || object.has("templateElements") || object.has("columns"))) {
            object.remove("enableIf");
        }
        container.path("elements").forEach(DefinitionGenerator::leaveAnswerable);
    }

    private String clearing() {
        return clearsEarly ? dice.pick("onHidden", "onHiddenContainer") : dice.pick("none", "onComplete");
    }

    private void page(ArrayNode pages, String name, List<String> questions) {
        var page = pages.addObject().put("name", name);
        if (dice.once(6)) {
            page.put("visibleIf", condition());
        }
        if (dice.once(9)) {
            page.put("requiredIf", condition());
        }
        if (dice.once(9)) {
            page.put("enableIf", condition());
        }
        elements(page.putArray("elements"), name, questions);
    }

    private void elements(ArrayNode into, String around, List<String> names) {
        if (names.size() > 2 && dice.once(3)) {
            var panel = into.addObject().put("type", "panel").put("name", around + "panel");
            if (dice.once(2)) {
                panel.put("visibleIf", condition());
            }
            if (dice.once(4)) {
                panel.put("isRequired", true);
            }
            if (dice.once(5)) {
                panel.put("requiredIf", condition());
            }
            if (dice.once(5)) {
                panel.put("enableIf", condition());
            }
            if (dice.once(6)) {
                into.addObject()
                        .put("type", "html")
                        .put("name", around + "html")
                        .put("html", "<p>{q1}</p>");
            }
            elements(panel.putArray("elements"), around + "panel", names.subList(0, names.size() / 2));
            elements(into, around + "rest", names.subList(names.size() / 2, names.size()));
        } else {
            names.forEach(name -> into.add(question(name)));
        }
    }

    private ObjectNode question(String name) {
        var question = JSON.objectNode().put("name", name);
        new QuestionGenerator(dice, this).fill(question, clearsEarly);
        common(question);
        known.add(name);
        return question;
    }

    void common(ObjectNode question) {
        if (dice.once(3)) {
            question.set("title", words("Title"));
        }
        if (dice.once(3)) {
            question.put("isRequired", true);
        }
        if (dice.once(3)) {
            question.put("visibleIf", condition());
        }
        if (question.path("type").asText().equals("expression")) {
            return;
        }
        if (dice.once(7)) {
            question.put("requiredIf", condition());
        }
        if (dice.once(9)) {
            question.put("enableIf", condition());
        }
        if (dice.once(10)) {
            question.put("clearIfInvisible", clearing());
        }
        if (dice.once(8)) {
            question.putArray("validators")
                    .addObject()
                    .put("type", "expression")
                    .put("expression", condition());
        }
    }

    /** A text in some languages, or in the one the survey is written in. */
    JsonNode words(String text) {
        var texts = JSON.objectNode();
        if (dice.once(3)) {
            return JSON.textNode(text);
        }
        for (var language : List.of("default", "en", "de", "zh-cn", "zh", "fr")) {
            if (dice.once(2)) {
                texts.put(language, text + " " + language);
            }
        }
        return texts.isEmpty() ? JSON.textNode(text) : texts;
    }

    String condition() {
        var one = comparison();
        return switch (dice.upTo(5)) {
            case 0 -> one + " and " + comparison();
            case 1 -> one + " or " + comparison();
            case 2 -> "!(" + one + ")";
            default -> one;
        };
    }

    private String comparison() {
        var name = name();
        return switch (dice.upTo(29)) {
            case 0, 1 -> "{" + name + "} = " + literal();
            case 2 -> "{" + name + "} <> " + literal();
            case 3, 4 -> "{" + name + "} notempty";
            case 5 -> "{" + name + "} empty";
            case 6 -> "{" + name + "} contains " + literal();
            case 7 -> "{" + name + "} anyof ['a', 2, 'c']";
            case 8 -> "{" + name + "} > " + dice.upTo(4);
            case 9 -> "{" + name + (clearsEarly ? "" : ".length") + "} >= " + dice.upTo(3);
            case 10 -> "{" + name + ".r1} = 1";
            case 11 -> "{" + name + "[0].x} = 'a'";
            case 12 -> "{" + name + (clearsEarly ? "" : ".r2.c1") + "} notempty";
            case 13 -> "{any} = 'a'";
            case 14 -> "{sum1} > " + dice.upTo(6);
            case 15 -> "age({" + name + "}) > 30";
            case 16 -> "{panel." + name + "} = {" + name() + "}";
            case 17 -> "iif({" + name + "} notempty, {" + name() + "} = " + literal() + ", true)";
            case 18 -> "sumInArray({" + name + "}, 'y') >= 0";
            case 19 -> "countInArray({" + name + "}, 'x', {x} = 'a') = 1";
            case 20 -> "dateDiff({" + name + "}, today()) < 400";
            case 21 -> "{" + name + "} noneof ['a', 'b']";
            case 22 -> "{" + name + "} allof ['a', 'b']";
            case 23 -> "{#" + name + "} = " + literal();
            case 24 -> "sum({" + name + "}, {" + name() + "}) > 3";
            case 25 -> "{" + name + "-Comment} notempty";
            case 26 -> "{" + name + "} < '2026-11-22'";
            case 27 -> "displayValue('" + name + "') contains 'B'";
            case 28 -> "propertyValue('" + name + "', '" + dice.pick("isVisible", "isRequired") + "')";
            case 29 -> "isContainerReady('" + dice.pick("p1", "p1panel", name) + "')";
            default -> "countInArray({" + name + "}, 'x') > 0";
        };
    }

    String name() {
        return !clearsEarly ? dice.pick(NAMES) : known.isEmpty() ? "q9" : dice.pick(known);
    }

    private String literal() {
        return dice.pick("'a'", "'b'", "'A'", "1", "2", "'2'", "true", "'other'", "['a', 'b']", "''");
    }
}
