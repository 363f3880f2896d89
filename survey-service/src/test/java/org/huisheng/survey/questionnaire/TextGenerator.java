package org.huisheng.survey.questionnaire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A text of a random input type, with its limits and validators: a question, a column or an item of several. */
final class TextGenerator {

    private final Dice dice;

    TextGenerator(Dice dice) {
        this.dice = dice;
    }

    /** @param limited whether it may have a fixed smallest and largest value, which an item of several has not */
    void fill(ObjectNode text, boolean limited) {
        switch (dice.upTo(7)) {
            case 0 -> number(text, limited);
            case 1 -> day(text, limited);
            case 2 -> text.put("inputType", "email");
            case 3 -> moment(text, limited);
            case 4 -> text.put("inputType", dice.pick("tel", "url", "color", "password"));
            default -> words(text);
        }
    }

    private void number(ObjectNode text, boolean limited) {
        text.put("inputType", dice.once(4) ? "range" : "number");
        if (limited) {
            text.put("min", dice.upTo(2)).put("max", 4 + dice.upTo(3));
            if (dice.once(3)) {
                text.put("step", 2);
            }
        }
        if (dice.once(4)) {
            text.put("minValueExpression", dice.pick("1 + 1", "{q1}", "iif({q2} notempty, 3, 1)"));
        }
        if (dice.once(3)) {
            validators(text)
                    .addObject()
                    .put("type", "numeric")
                    .put("minValue", 2)
                    .put("maxValue", 5);
        }
    }

    private void day(ObjectNode text, boolean limited) {
        text.put("inputType", "date");
        if (limited) {
            text.put("min", "2020-01-01");
        }
        if (dice.once(2)) {
            text.put("maxValueExpression", "today(" + dice.upTo(3) + ")");
        }
        if (dice.once(4)) {
            text.put("minValueExpression", dice.pick("'2020-06-01'", "today(-30)", "dateAdd(today(), -1, 'months')"));
        }
    }

    private void moment(ObjectNode text, boolean limited) {
        var type = dice.pick("time", "datetime-local", "month", "week");
        text.put("inputType", type);
        if (!limited || dice.once(3)) {
            return;
        }
        switch (type) {
            case "time" -> text.put("min", "09:00").put("max", "18:30");
            case "datetime-local" -> text.put("min", "2026-01-01T08:00").put("max", "2026-12-31T20:00");
            case "month" -> text.put("min", "2026-02").put("max", "2026-11");
            default -> text.put("min", "2026-W05").put("max", "2026-W40");
        }
    }

    void words(ObjectNode text) {
        switch (dice.upTo(5)) {
            case 0 ->
                validators(text)
                        .addObject()
                        .put("type", "text")
                        .put("minLength", 2)
                        .put("allowDigits", dice.once(2));
            case 1 -> validators(text).addObject().put("type", "text").put("maxLength", 2);
            case 2 ->
                validators(text)
                        .addObject()
                        .put("type", "regex")
                        .put(
                                "regex",
                                dice.pick("^[a-c]+$", "b", "\\d{2,}", "[\\u4e00-\\u9fa5]+", "^A", "^.{2}$", "\\w@"))
                        .put("caseInsensitive", dice.once(2));
            case 3 -> validators(text).addObject().put("type", "email");
            case 4 -> validators(text).addObject().put("type", "numeric").put("minValue", 3);
            default -> {}
        }
    }

    static ArrayNode validators(ObjectNode question) {
        return question.withArray("validators");
    }
}
