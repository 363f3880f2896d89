package org.huisheng.survey.questionnaire.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.huisheng.survey.expression.Expression;
import org.huisheng.survey.expression.Reference;
import org.huisheng.survey.expression.RefusedExpression;
import org.huisheng.survey.expression.value.Coercion;
import org.huisheng.survey.expression.value.Value.Text;
import org.jspecify.annotations.Nullable;

/** A place in a definition, and its properties. What is not of the kind expected is refused and read as absent. */
record Source(JsonNode json, String path, Refusals refusals) {

    private static final Set<String> RESERVED = Set.of(
            "pageno",
            "pagecount",
            "locale",
            "questioncount",
            "correctanswers",
            "correctedanswers",
            "correctedanswercount",
            "incorrectanswers",
            "incorrectedanswers",
            "incorrectedanswercount");

    Source at(String property) {
        return new Source(
                json.path(property), path + "/" + property.replace("~", "~0").replace("/", "~1"), refusals);
    }

    boolean has(String property) {
        return json.has(property) && !json.get(property).isNull();
    }

    void refuse(String what) {
        refusals.refuse(path, what);
    }

    /** The members of a list; an absent list has none. */
    List<Source> items(String property) {
        var list = at(property);
        if (has(property) && !list.json.isArray()) {
            list.refuse("list-expected");
        }
        var items = new ArrayList<Source>();
        for (var index = 0; list.json.isArray() && index < list.json.size(); index++) {
            items.add(new Source(list.json.get(index), list.path + "/" + index, refusals));
        }
        return items;
    }

    boolean isObject() {
        if (!json.isObject()) {
            refuse("object-expected");
        }
        return json.isObject();
    }

    /** What stands in it, also by the name that had in earlier versions of SurveyJS. */
    List<Source> elements() {
        var name = has("elements") ? "elements" : "questions";
        return items(name);
    }

    /** Refuses every other property. */
    void allow(Set<String> common, Set<String> own) {
        json.fieldNames().forEachRemaining(name -> {
            if (!common.contains(name) && !own.contains(name)) {
                at(name).refuse("property");
            }
        });
    }

    String text(String property, String absent) {
        if (!has(property)) {
            return absent;
        }
        if (!json.get(property).isTextual()) {
            at(property).refuse("text-expected");
            return absent;
        }
        return json.get(property).textValue();
    }

    /** One of the names a property goes by. */
    boolean flag(boolean absent, String... names) {
        for (var name : names) {
            if (has(name)) {
                if (!json.get(name).isBoolean()) {
                    at(name).refuse("boolean-expected");
                }
                return json.get(name).asBoolean(absent);
            }
        }
        return absent;
    }

    @Nullable
    BigDecimal number(String property) {
        if (!has(property)) {
            return null;
        }
        var number = json.get(property);
        // SurveyJS's own editor writes some numbers as texts.
        var value = number.isTextual() ? Coercion.surveyNumber(new Text(number.textValue())) : number.doubleValue();
        if (!number.isNumber() && !number.isTextual() || Double.isNaN(value) || Math.abs(value) > 1e15) {
            at(property).refuse("number-expected");
            return null;
        }
        return number.isNumber() ? number.decimalValue() : BigDecimal.valueOf(value);
    }

    int count(String property, int absent, int most) {
        var number = number(property);
        if (number == null || number.signum() < 0) {
            return absent;
        }
        if (number.compareTo(BigDecimal.valueOf(most)) > 0) {
            at(property).refuse("number-expected");
            return absent;
        }
        return number.intValue();
    }

    @Nullable
    Expression expression(String property) {
        var text = text(property, "");
        if (text.isBlank()) {
            return null;
        }
        try {
            var expression = Expression.compile(text);
            if (expression.references().stream().anyMatch(Source::isReserved)) {
                at(property).refuse("expression-reserved-name");
            }
            if (!expression.inquiries().isEmpty()) {
                refusals.remember(path + "/" + property, expression);
            }
            return expression;
        } catch (RefusedExpression refused) {
            refusals.refuse(
                    path + "/" + property,
                    "expression-"
                            + refused.refusal().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            return null;
        }
    }

    /** Names that stand for the page or the quiz, which there is none of on the server. */
    private static boolean isReserved(Reference reference) {
        return reference.size() == 1 && RESERVED.contains(reference.name(0, 1));
    }
}
