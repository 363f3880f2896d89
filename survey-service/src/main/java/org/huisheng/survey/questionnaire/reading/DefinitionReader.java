package org.huisheng.survey.questionnaire.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.huisheng.survey.questionnaire.Clearing;
import org.huisheng.survey.questionnaire.Computing;
import org.huisheng.survey.questionnaire.Computing.Calculated;
import org.huisheng.survey.questionnaire.Element;
import org.huisheng.survey.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;

/**
 * Compiles SurveyJS JSON. What we do not evaluate is refused with its path rather than ignored: a condition or validator
 * silently skipped would store answers its author meant to refuse.
 */
public final class DefinitionReader {

    private static final int MOST_PAGES = 100;
    private static final int MOST_CALCULATED = 100;
    private static final int LONGEST = 1_000_000;

    private DefinitionReader() {}

    /** Something a definition asks for that is not evaluated. @param what a sentence key of the texts */
    public record Unsupported(String path, String what) {}

    /** @param questionnaire null when anything is unsupported */
    public record Compilation(@Nullable Questionnaire questionnaire, List<Unsupported> unsupported) {}

    public static Compilation compile(JsonNode definition) {
        var refusals = new Refusals();
        var questionnaire = survey(new Source(definition, "", refusals));
        return refusals.all().isEmpty()
                ? new Compilation(questionnaire, List.of())
                : new Compilation(null, refusals.all());
    }

    private static @Nullable Questionnaire survey(Source survey) {
        if (!survey.json().isObject()) {
            survey.refuse("definition-not-an-object");
            return null;
        }
        if (survey.json().toString().length() > LONGEST) {
            survey.refuse("too-long");
            return null;
        }
        survey.allow(Known.SURVEY, Known.NONE);
        var circles = new Circles();
        var elements = new ElementReader(
                survey.refusals(), clearing(survey, "clearInvisibleValues", Clearing.ON_COMPLETE), circles);
        var pages = new ArrayList<Element>(elements.read(survey.elements(), Set.of()));
        var listed = survey.items("pages");
        if (listed.size() > MOST_PAGES) {
            survey.at("pages").refuse("too-many-pages");
        }
        listed.stream().limit(MOST_PAGES).map(elements::page).forEach(pages::add);
        elements.complain(survey);
        var computing = new Computing(calculated(survey, circles));
        circles.refuse();
        new Inquiries(survey).check();
        return new Questionnaire(pages, computing, survey.text("locale", ""));
    }

    static Clearing clearing(Source source, String property, Clearing absent) {
        if (source.at(property).json().isBoolean()) {
            return source.at(property).json().booleanValue() ? Clearing.ON_COMPLETE : Clearing.NONE;
        }
        return switch (source.text(property, "default")) {
            case "default" -> absent;
            case "none" -> Clearing.NONE;
            case "onComplete" -> Clearing.ON_COMPLETE;
            case "onHidden" -> Clearing.ON_HIDDEN;
            case "onHiddenContainer" -> Clearing.ON_HIDDEN_CONTAINER;
            default -> {
                source.at(property).refuse("clearing");
                yield absent;
            }
        };
    }

    private static List<Calculated> calculated(Source survey, Circles circles) {
        var calculated = new ArrayList<Calculated>();
        var names = new HashSet<String>();
        for (var value : survey.items("calculatedValues")) {
            value.allow(Set.of("name", "expression", "includeIntoResult"), Known.NONE);
            var name = value.text("name", "");
            var expression = value.expression("expression");
            if (name.isBlank() || name.length() > 100 || !names.add(name.toLowerCase(Locale.ROOT))) {
                value.at("name").refuse("bad-name");
            } else if (expression == null) {
                value.at("expression").refuse("expression-missing");
            } else {
                circles.add(name, expression, value.at("expression"));
                calculated.add(new Calculated(name, expression, value.flag(false, "includeIntoResult")));
            }
        }
        if (calculated.size() > MOST_CALCULATED) {
            survey.at("calculatedValues").refuse("too-many-questions");
        }
        return calculated;
    }
}
