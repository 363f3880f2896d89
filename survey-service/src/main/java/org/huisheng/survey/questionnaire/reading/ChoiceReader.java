package org.huisheng.survey.questionnaire.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huisheng.survey.expression.Expression;
import org.huisheng.survey.questionnaire.ChoiceValue;
import org.huisheng.survey.questionnaire.Choices;
import org.huisheng.survey.questionnaire.Choices.Item;
import org.huisheng.survey.questionnaire.Kind;
import org.jspecify.annotations.Nullable;

/** Reads the questions that offer choices, and lists of items wherever they stand. */
final class ChoiceReader {

    private static final int MOST_CHOICES = 500;

    private ChoiceReader() {}

    static Kind single(Source source) {
        source.allow(Known.QUESTION, Known.CHOICES);
        return new Kind.SingleChoice(choices(source));
    }

    static Kind several(Source source, boolean ordered) {
        source.allow(Known.QUESTION, union(Known.CHOICES, Known.SEVERAL));
        return severalOf(source, choices(source), ordered);
    }

    static Kind severalOf(Source source, Choices choices, boolean ordered) {
        return new Kind.MultipleChoice(
                choices,
                source.count("minSelectedChoices", 0, MOST_CHOICES),
                source.count("maxSelectedChoices", 0, MOST_CHOICES),
                ordered);
    }

    static Kind pictures(Source source) {
        source.allow(Known.QUESTION, union(Known.CHOICES, Known.PICTURES));
        return source.flag(false, "multiSelect")
                ? severalOf(source, choices(source), false)
                : new Kind.SingleChoice(choices(source));
    }

    static Kind yesNo(Source source) {
        source.allow(Known.QUESTION, Known.YES_NO);
        return yesNoOf(source);
    }

    static Kind yesNoOf(Source source) {
        return new Kind.YesNo(value(source, "valueTrue", true), value(source, "valueFalse", false));
    }

    private static ChoiceValue value(Source source, String property, boolean absent) {
        return source.has(property) && source.at(property).json().isValueNode()
                ? ChoiceValue.of(source.at(property).json())
                : ChoiceValue.bool(absent);
    }

    static Choices choices(Source source) {
        return choices(source, source);
    }

    /** @param list where the choices are listed, when not at the question itself */
    static Choices choices(Source source, Source list) {
        source.expression("choicesEnableIf");
        var special = new HashSet<ChoiceValue>();
        var exclusive = new HashSet<ChoiceValue>();
        special(source, exclusive, "none", "showNoneItem", "hasNone");
        special(source, exclusive, "refused", "showRefuseItem");
        special(source, exclusive, "dontknow", "showDontKnowItem");
        special.addAll(exclusive);
        special(source, special, Choices.OTHER.text(), "showOtherItem", "hasOther");
        if (special.contains(ChoiceValue.text(Choices.OTHER.text()))
                && source.flag(false, "showCommentArea", "hasComment")) {
            source.refuse("other-and-comment");
        }
        for (var item : list.items("choices")) {
            if (item.json().isObject() && item.flag(false, "isExclusive")) {
                exclusive.add(ChoiceValue.of(item.json().path("value")));
            }
        }
        return new Choices(items(list, "choices", source.expression("choicesVisibleIf")), special, exclusive);
    }

    private static void special(Source source, Set<ChoiceValue> into, String value, String... flags) {
        if (source.flag(false, flags)) {
            into.add(ChoiceValue.text(value));
        }
    }

    /** A list of items, each a value or {@code {value, text}}. @param condition of those that have none of their own */
    static List<Item> items(Source source, String property, @Nullable Expression condition) {
        var sources = source.items(property);
        if (sources.isEmpty() || sources.size() > MOST_CHOICES) {
            source.at(property).refuse("choice-list");
            return List.of();
        }
        var items = new ArrayList<Item>();
        var seen = new HashSet<ChoiceValue>();
        for (var item : sources) {
            var read = item(item, condition);
            if (!read.value().isScalar() || read.value().text().isEmpty()) {
                item.refuse("choice-value");
            } else if (!seen.add(read.value())) {
                item.refuse("duplicate-choice");
            } else {
                items.add(read);
            }
        }
        return items;
    }

    private static Item item(Source item, @Nullable Expression condition) {
        if (!item.json().isObject()) {
            return new Item(ChoiceValue.of(item.json()), condition);
        }
        item.allow(Known.ITEM, Known.NONE);
        item.expression("enableIf");
        var own = item.expression("visibleIf");
        return new Item(ChoiceValue.of(item.json().path("value")), own == null ? condition : own);
    }

    static Set<String> union(Set<String> one, Set<String> other) {
        var all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
