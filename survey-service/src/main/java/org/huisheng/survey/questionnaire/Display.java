package org.huisheng.survey.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huisheng.survey.expression.value.Coercion;
import org.huisheng.survey.expression.value.Equality;
import org.huisheng.survey.expression.value.Value;
import org.huisheng.survey.expression.value.Value.Fields;
import org.huisheng.survey.expression.value.Value.Items;
import org.huisheng.survey.expression.value.Value.Text;

/** Answers in the words the respondent reads. */
record Display(Language language) {

    private record Special(String value, String text, String... flags) {}

    private static final List<Special> SPECIAL = List.of(
            new Special("none", "noneText", "showNoneItem", "hasNone"),
            new Special("refused", "refuseText", "showRefuseItem"),
            new Special("dontknow", "dontKnowText", "showDontKnowItem"));

    /** @param other instead of the answer, undefined for the answer */
    Value of(Field field, Value other) {
        var value = Coercion.isEmpty(other) ? field.form().answers().value(field.name()) : other;
        if (Coercion.isEmpty(value) || value instanceof Text(var text) && text.isBlank()) {
            return Text.EMPTY;
        }
        var wording = field.question().wording();
        return switch (field.question().kind()) {
            case Kind.Text _, Kind.Number _, Kind.Computed _, Kind.Decoration _ -> value;
            case Kind.SingleChoice _ -> one(field, value);
            case Kind.MultipleChoice _ -> value instanceof Items(var items) ? several(field, items) : one(field, value);
            case Kind.YesNo yesNo -> yesOrNo(wording, yesNo, value);
            case Kind.Rating rating -> rating(wording, rating, value);
            case Kind.Matrix _ -> value instanceof Fields(var cells) ? matrix(wording, cells) : value;
            case Kind.Grid grid -> value instanceof Fields rows ? grid(field, grid, rows) : value;
            case Kind.TextFields _ -> value instanceof Fields texts ? texts(field, texts) : value;
            case Kind.Panels _ -> value instanceof Items(var panels) ? panels(field, panels) : value;
        };
    }

    private Value several(Field field, List<Value> values) {
        var texts = new ArrayList<String>();
        for (var value : values) {
            var shown = choice(field, value);
            if (Coercion.truthy(shown)) {
                texts.add(Coercion.text(shown));
            }
        }
        return new Text(String.join(", ", texts));
    }

    private Value one(Field field, Value value) {
        return field.question()
                        .wording()
                        .question()
                        .path("useDisplayValuesInDynamicTexts")
                        .asBoolean(true)
                ? choice(field, value)
                : value;
    }

    private Value choice(Field field, Value value) {
        var wording = field.question().wording();
        if (isOther(value)) {
            var comment = comment(field);
            return Coercion.isEmpty(comment) ? new Text(named(wording, "otherText", "other")) : comment;
        }
        var text = item(wording.list().path("choices"), value);
        for (var special : SPECIAL) {
            if (text.isEmpty() && wording.says(special.flags()) && value.equals(new Text(special.value()))) {
                text = named(wording, special.text(), special.value());
            }
        }
        return text.isEmpty() ? value : new Text(text);
    }

    /** What was written beside a choice that is not "other" any more counts no longer. */
    private static Value comment(Field field) {
        var question = field.question();
        return question.comment() || Check.otherIsChosen(field.json())
                ? field.form().answers().value(question.commentKey())
                : Value.UNDEFINED;
    }

    private static boolean isOther(Value value) {
        return value instanceof Items(var items)
                ? items.stream().anyMatch(Display::isOther)
                : value.equals(Choices.OTHER.value());
    }

    private String named(Wording wording, String property, String own) {
        var text = wording.text(property, language);
        return text.isEmpty() ? language.own(own) : text;
    }

    /** Empty when it is none of them. */
    private String item(JsonNode items, Value value) {
        for (var item : items) {
            var known = Json.value(item.isObject() ? item.path("value") : item);
            if (same(known, value)) {
                var text = language.text(item.path("text"));
                return text.isEmpty() ? Coercion.text(known) : text;
            }
        }
        return "";
    }

    private static boolean same(Value known, Value value) {
        return known instanceof Text && value instanceof Text
                ? known.equals(value)
                : Equality.same(known, value, false);
    }

    private Value yesOrNo(Wording wording, Kind.YesNo kind, Value value) {
        var isYes = Coercion.looselyEqual(value, kind.whenTrue().value());
        return new Text(named(wording, isYes ? "labelTrue" : "labelFalse", String.valueOf(isYes)));
    }

    /** Of smileys there are ten. */
    private Value rating(Wording wording, Kind.Rating kind, Value value) {
        var known = kind.values();
        var most = wording.question().path("rateType").asText().equals("smileys") ? 10 : known.size();
        for (var rate : known.subList(0, Math.min(most, known.size()))) {
            if (same(rate.value(), value)) {
                var text = item(wording.question().path("rateValues"), value);
                return new Text(text.isEmpty() ? rate.text() : text);
            }
        }
        return value;
    }

    private Value matrix(Wording wording, Map<String, Value> cells) {
        var shown = new LinkedHashMap<String, Value>();
        cells.forEach((row, value) -> {
            var text = item(wording.question().path("columns"), value);
            shown.put(row(wording, row), text.isEmpty() ? value : new Text(text));
        });
        return new Fields(shown);
    }

    private String row(Wording wording, String name) {
        var text = item(wording.question().path("rows"), new Text(name));
        return text.isEmpty() ? name : text;
    }

    private Value grid(Field field, Kind.Grid kind, Fields answers) {
        var shown = new LinkedHashMap<String, Value>();
        for (var row : field.rows()) {
            var name = kind.rows().get(row.index()).value().text();
            if (row.isOwnShown() && answers.get(name) instanceof Fields(var cells)) {
                shown.put(row(field.question().wording(), name), parts(row, cells));
            }
        }
        return new Fields(shown);
    }

    private Value texts(Field field, Fields answers) {
        var shown = new LinkedHashMap<String, Value>();
        for (var text : field.rows().getFirst().fields()) {
            var value = answers.get(text.name());
            if (!Coercion.isEmpty(value)) {
                shown.put(text.question().wording().title(language), of(text, value));
            }
        }
        return new Fields(shown);
    }

    private Value panels(Field field, List<Value> answers) {
        var shown = new ArrayList<>(answers);
        for (var panel : field.rows()) {
            var index = panel.index();
            if (index < shown.size() && shown.get(index) instanceof Fields(var parts)) {
                shown.set(index, parts(panel, parts));
            }
        }
        return new Items(shown);
    }

    /** Each by its title instead of its name. */
    private Value parts(Form form, Map<String, Value> answers) {
        var shown = new LinkedHashMap<>(answers);
        for (var name : answers.keySet()) {
            var part = form.named(name);
            if (part != null) {
                var value = of(part, shown.getOrDefault(name, Value.UNDEFINED));
                shown.remove(name);
                shown.put(part.question().wording().title(language), value);
            }
        }
        return new Fields(shown);
    }
}
