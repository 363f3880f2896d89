package org.huisheng.survey.questionnaire;

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
            case 0, 1 -> new TextGenerator(dice).fill(question.put("type", "text"), true);
            case 2 -> new TextGenerator(dice).words(question.put("type", "comment"));
            case 3, 4 -> single(question, dice.pick("radiogroup", "dropdown"));
            case 5, 6 -> several(question, dice.pick("checkbox", "tagbox"));
            case 7 -> several(question, "ranking");
            case 8 -> pictures(question);
            case 9, 10 -> yesNo(question.put("type", "boolean"));
            case 11, 12 -> rating(question.put("type", "rating"));
            case 13, 14 -> matrix(question, simple);
            case 15 -> new PartsGenerator(dice, definitions).grid(question);
            case 16 -> new PartsGenerator(dice, definitions).texts(question);
            case 17, 18 -> new PartsGenerator(dice, definitions).panels(question);
            default ->
                question.put("type", "expression")
                        .put("expression", expression(question.path("name").asText()));
        }
    }

    /** Of what is above it only: a circle is refused. */
    private String expression(String name) {
        var other = definitions.name();
        return other.compareTo(name) >= 0
                ? "today()"
                : dice.pick("{q} + 1", "iif({q} = 'a', 1, 2)", "count({q}, 1)").replace("{q}", "{" + other + "}");
    }

    private void yesNo(ObjectNode question) {
        if (dice.once(3)) {
            question.put("valueTrue", "yes").put("valueFalse", "no");
        } else if (dice.once(5)) {
            question.put("valueTrue", 1).put("valueFalse", 2);
        }
        if (dice.once(3)) {
            question.set("labelTrue", definitions.words("Quite"));
            question.set("labelFalse", definitions.words("Hardly"));
        }
    }

    private void rating(ObjectNode question) {
        question.put("rateType", dice.pick("labels", "stars", "smileys"));
        switch (dice.upTo(4)) {
            case 0 ->
                question.putArray("rateValues")
                        .add(1)
                        .add(2)
                        .add(4)
                        .add("a")
                        .addObject()
                        .put("value", 7)
                        .set("text", definitions.words("Seven"));
            case 1 -> question.put("rateMin", 0).put("rateMax", 4);
            case 2 -> question.put("rateMin", 1).put("rateMax", 5).put("rateStep", 2);
            case 3 -> question.put("rateCount", 4);
            default -> question.put("rateMax", 5 + dice.upTo(2));
        }
    }

    private void choices(ObjectNode question) {
        var choices = question.putArray("choices").add("a");
        var second = choices.addObject().put("value", "b");
        second.set("text", definitions.words("B"));
        if (dice.once(4)) {
            second.put("visibleIf", definitions.condition());
        }
        choices.add("c").add(1).add(2);
        if (dice.once(8)) {
            choices.addObject().put("value", "d").put("isExclusive", true).set("text", definitions.words("D"));
        }
        // With "other" survey-core makes a comment of a choice that is hidden: nothing to agree with.
        if (dice.once(4)) {
            question.put("showOtherItem", true);
            if (dice.once(3)) {
                question.set("otherText", definitions.words("Else"));
            }
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
            if (dice.once(3)) {
                question.set("noneText", definitions.words("Nothing"));
            }
        }
        if (dice.once(8)) {
            question.put("showRefuseItem", true).put("showDontKnowItem", true);
        }
        if (dice.once(9)) {
            question.put("choicesEnableIf", definitions.condition());
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
            if (dice.once(4)) {
                question.put("selectToRankEnabled", true);
            }
            return;
        }
        choices(question);
        if (dice.once(5)) {
            question.put("showSelectAllItem", true);
        }
        if (dice.once(3)) {
            question.put("minSelectedChoices", 2);
        }
        if (dice.once(5)) {
            TextGenerator.validators(question)
                    .addObject()
                    .put("type", "answercount")
                    .put("maxCount", 2);
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
        question.putArray("rows")
                .add("r1")
                .add("r2")
                .addObject()
                .put("value", "r3")
                .set("text", definitions.words("Third"));
        question.putArray("columns").add(1).add(2).addObject().put("value", "a").set("text", definitions.words("A"));
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
}
