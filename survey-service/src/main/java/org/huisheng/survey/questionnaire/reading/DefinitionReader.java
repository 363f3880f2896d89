package org.huisheng.survey.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.huisheng.survey.definition.Question.Matrix;
import org.huisheng.survey.definition.Question.MultipleChoice;
import org.huisheng.survey.definition.Question.Rating;
import org.huisheng.survey.definition.Question.SingleChoice;
import org.huisheng.survey.definition.Question.Text;
import org.huisheng.survey.definition.Question.YesNo;
import org.jspecify.annotations.Nullable;

/**
 * Compiles SurveyJS JSON. What we do not evaluate is refused with its path rather than ignored: a condition or validator
 * silently skipped would store answers its author meant to refuse.
 */
public final class DefinitionReader {

    public static final int MAX_QUESTIONS = 500;
    private static final int MAX_CHOICES = 500;
    private static final int MAX_RATING_VALUES = 100;
    private static final int MAX_TEXT = 2_000;
    private static final int MAX_COMMENT = 20_000;

    private static final Set<String> SURVEY_PROPERTIES = Set.of(
            "title",
            "description",
            "locale",
            "pages",
            "elements",
            "completedHtml",
            "logo",
            "logoPosition",
            "showProgressBar",
            "progressBarType",
            "progressBarLocation",
            "showQuestionNumbers",
            "showTitle",
            "showPageTitles",
            "questionsOnPageMode",
            "questionTitleLocation",
            "questionErrorLocation",
            "widthMode",
            "width",
            "completeText",
            "pageNextText",
            "pagePrevText",
            "requiredMark",
            "requiredText",
            "fitToContainer",
            "headerView");
    private static final Set<String> PAGE_PROPERTIES =
            Set.of("name", "title", "description", "elements", "questionTitleLocation");
    private static final Set<String> COMMON = Set.of(
            "type",
            "name",
            "title",
            "description",
            "isRequired",
            "requiredErrorText",
            "titleLocation",
            "hideNumber",
            "startWithNewLine",
            "width",
            "minWidth",
            "maxWidth",
            "descriptionLocation",
            "readOnly");

    private final List<Unsupported> unsupported = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private DefinitionReader() {}

    /** Something a definition asks for that is not evaluated. @param what a sentence key of the texts */
    public record Unsupported(String path, String what) {}

    /** @param questionnaire null when anything is unsupported */
    public record Compilation(@Nullable Questionnaire questionnaire, List<Unsupported> unsupported) {}

    public static Compilation compile(JsonNode definition) {
        var reader = new DefinitionReader();
        reader.survey(definition);
        return reader.unsupported.isEmpty()
                ? new Compilation(new Questionnaire(reader.questions), List.of())
                : new Compilation(null, List.copyOf(reader.unsupported));
    }

    private void survey(JsonNode survey) {
        if (!survey.isObject()) {
            refuse("", "definition-not-an-object");
            return;
        }
        onlyKnown(survey, "", SURVEY_PROPERTIES);
        elements(survey.path("elements"), "/elements");
        var pages = survey.path("pages");
        for (var index = 0; index < pages.size(); index++) {
            var path = "/pages/" + index;
            onlyKnown(pages.get(index), path, PAGE_PROPERTIES);
            elements(pages.get(index).path("elements"), path + "/elements");
        }
        if (questions.isEmpty() && unsupported.isEmpty()) {
            refuse("", "no-question");
        }
        if (questions.size() > MAX_QUESTIONS) {
            refuse("", "too-many-questions");
        }
    }

    private void elements(JsonNode elements, String path) {
        if (!elements.isMissingNode() && !elements.isArray()) {
            refuse(path, "list-expected");
        }
        for (var index = 0; index < elements.size(); index++) {
            element(elements.get(index), path + "/" + index);
        }
    }

    private void element(JsonNode element, String path) {
        var name = element.path("name").asText("");
        if (name.isBlank() || name.length() > 100 || name.indexOf('\0') >= 0) {
            refuse(path + "/name", "bad-name");
            return;
        }
        if (!names.add(name)) {
            refuse(path + "/name", "duplicate-name");
            return;
        }
        var type = element.path("type").asText("");
        var required = element.path("isRequired").asBoolean(false);
        var question = switch (type) {
            case "text" -> text(element, path, name, required);
            case "comment" -> {
                allow(element, path, "rows", "maxLength", "placeholder", "autoGrow", "allowResize", "cols");
                yield new Text(name, required, length(element, path, MAX_COMMENT), null, "");
            }
            case "radiogroup" -> {
                allow(element, path, "choices", "colCount", "showClearButton", "choicesOrder");
                yield new SingleChoice(name, required, values(element, path, "choices"));
            }
            case "dropdown" -> {
                allow(element, path, "choices", "placeholder", "choicesOrder", "allowClear", "searchEnabled");
                yield new SingleChoice(name, required, values(element, path, "choices"));
            }
            case "checkbox" -> {
                allow(element, path, "choices", "colCount", "choicesOrder", "minSelectedChoices", "maxSelectedChoices");
                yield new MultipleChoice(
                        name,
                        required,
                        values(element, path, "choices"),
                        count(element, path, "minSelectedChoices"),
                        count(element, path, "maxSelectedChoices"));
            }
            case "boolean" -> {
                allow(element, path, "labelTrue", "labelFalse", "valueTrue", "valueFalse", "renderAs");
                yield new YesNo(name, required, value(element, "valueTrue", true), value(element, "valueFalse", false));
            }
            case "rating" -> rating(element, path, name, required);
            case "matrix" -> {
                allow(
                        element,
                        path,
                        "rows",
                        "columns",
                        "isAllRowRequired",
                        "eachRowRequired",
                        "alternateRows",
                        "verticalAlign",
                        "rowTitleWidth",
                        "columnMinWidth");
                yield new Matrix(
                        name,
                        required,
                        element.path("isAllRowRequired").asBoolean(false)
                                || element.path("eachRowRequired").asBoolean(false),
                        List.copyOf(values(element, path, "rows")),
                        values(element, path, "columns"));
            }
            default -> {
                refuse(path + "/type", "question-type");
                yield null;
            }
        };
        if (question != null) {
            questions.add(question);
        }
    }

    private @Nullable Question text(JsonNode element, String path, String name, boolean required) {
        allow(element, path, "inputType", "min", "max", "step", "maxLength", "placeholder", "size", "autocomplete");
        var inputType = element.path("inputType").asText("text");
        return switch (inputType) {
            case "number", "range" ->
                new Question.Number(name, required, bound(element, path, "min"), bound(element, path, "max"));
            default -> {
                var format = TextFormat.byInputType(inputType);
                if (format.isEmpty()) {
                    refuse(path + "/inputType", "input-type");
                    yield null;
                }
                if (element.has("min") || element.has("max")) {
                    refuse(path + "/" + (element.has("min") ? "min" : "max"), "property");
                }
                Pattern pattern = format.get().pattern();
                yield new Text(name, required, length(element, path, MAX_TEXT), pattern, inputType);
            }
        };
    }

    private @Nullable Question rating(JsonNode element, String path, String name, boolean required) {
        allow(
                element,
                path,
                "rateMin",
                "rateMax",
                "rateStep",
                "rateCount",
                "rateType",
                "rateValues",
                "scaleMode",
                "autoGenerate",
                "minRateDescription",
                "maxRateDescription",
                "displayMode",
                "rateColorMode",
                "displayRateDescriptionsAsExtremeItems",
                "scaleColorMode");
        if (element.has("rateValues")) {
            var values = List.copyOf(values(element, path, "rateValues"));
            return values.isEmpty() ? null : new Rating(name, required, values);
        }
        var min = decimal(element, "rateMin", BigDecimal.ONE);
        var step = decimal(element, "rateStep", BigDecimal.ONE);
        var count = element.path("rateCount").asInt(5);
        var max = decimal(element, "rateMax", min.add(step.multiply(BigDecimal.valueOf(Math.max(1, count) - 1L))));
        if (step.signum() <= 0 || max.compareTo(min) <= 0) {
            refuse(path, "rating-scale");
            return null;
        }
        var values = new ArrayList<ChoiceValue>();
        for (var value = min; value.compareTo(max) <= 0; value = value.add(step)) {
            if (values.size() == MAX_RATING_VALUES) {
                refuse(path, "rating-scale");
                return null;
            }
            values.add(ChoiceValue.number(value));
        }
        return new Rating(name, required, values);
    }

    /** A list of items, each a value or {@code {value, text}}; order kept. */
    private Set<ChoiceValue> values(JsonNode element, String path, String property) {
        var items = element.path(property);
        if (!items.isArray() || items.isEmpty() || items.size() > MAX_CHOICES) {
            refuse(path + "/" + property, "choice-list");
            return Set.of();
        }
        var values = new LinkedHashSet<ChoiceValue>();
        for (var index = 0; index < items.size(); index++) {
            var item = items.get(index);
            var itemPath = path + "/" + property + "/" + index;
            if (item.isObject()) {
                onlyKnown(item, itemPath, Set.of("value", "text"));
            }
            var value = ChoiceValue.of(item.isObject() ? item.path("value") : item);
            if (!value.isScalar()) {
                refuse(itemPath, "choice-value");
            } else if (!values.add(value)) {
                refuse(itemPath, "duplicate-choice");
            }
        }
        return values;
    }

    private static ChoiceValue value(JsonNode element, String property, boolean defaultValue) {
        var value = element.path(property);
        return value.isValueNode() && !value.isNull()
                ? ChoiceValue.of(value)
                : new ChoiceValue(ChoiceValue.Kind.BOOLEAN, String.valueOf(defaultValue));
    }

    private @Nullable BigDecimal bound(JsonNode element, String path, String property) {
        var bound = element.path(property);
        if (bound.isMissingNode() || bound.isNull()) {
            return null;
        }
        if (!bound.isNumber()) {
            refuse(path + "/" + property, "number-expected");
            return null;
        }
        return bound.decimalValue();
    }

    private static BigDecimal decimal(JsonNode element, String property, BigDecimal defaultValue) {
        var value = element.path(property);
        return value.isNumber() ? value.decimalValue() : defaultValue;
    }

    private int count(JsonNode element, String path, String property) {
        var count = element.path(property).asInt(0);
        if (count < 0 || count > MAX_CHOICES) {
            refuse(path + "/" + property, "number-expected");
            return 0;
        }
        return count;
    }

    /** SurveyJS uses -1 and 0 for "no limit"; ours always has one. */
    private int length(JsonNode element, String path, int most) {
        var length = element.path("maxLength").asInt(0);
        if (length > most) {
            refuse(path + "/maxLength", "max-length");
        }
        return length <= 0 ? most : length;
    }

    private void allow(JsonNode element, String path, String... properties) {
        var known = new HashSet<>(COMMON);
        known.addAll(List.of(properties));
        onlyKnown(element, path, known);
    }

    private void onlyKnown(JsonNode object, String path, Set<String> known) {
        if (!object.isObject()) {
            refuse(path, "object-expected");
        }
        for (var property : object.properties()) {
            if (!known.contains(property.getKey())) {
                refuse(path + "/" + Questionnaire.escape(property.getKey()), "property");
            }
        }
    }

    private void refuse(String path, String what) {
        unsupported.add(new Unsupported(path, what));
    }
}
