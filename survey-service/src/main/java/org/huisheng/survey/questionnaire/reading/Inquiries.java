package org.huisheng.survey.questionnaire.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.huisheng.survey.expression.Inquiry;
import org.jspecify.annotations.Nullable;

/**
 * What expressions ask of elements, looked at when all are known. It is refused where the answer would depend on what
 * survey-core happens to have evaluated before, or on its page.
 */
final class Inquiries {

    /** @param around the question it is a part of, null on a page */
    private record Named(
            String name,
            String path,
            JsonNode json,
            int position,
            @Nullable Named around) {

        boolean isSection() {
            return json.path("type").asText(around == null ? "panel" : "column").equals("panel");
        }

        int positionAround() {
            return around == null ? PAGES : around.position();
        }

        boolean holds(String otherPath) {
            return otherPath.startsWith(path + "/");
        }
    }

    private static final int PAGES = -1;
    private static final Set<String> PROPERTIES = Set.of("name", "title", "isVisible", "isRequired");
    private static final Set<String> WAITING = Set.of("visibleIf", "enableIf", "requiredIf", "expression");
    private static final Set<String> STATES = Set.of("isVisible", "isRequired");

    private final Source survey;
    private final List<Named> elements = new ArrayList<>();

    Inquiries(Source survey) {
        this.survey = survey;
    }

    void check() {
        if (survey.refusals().inquiries().isEmpty() || !survey.refusals().all().isEmpty()) {
            return;
        }
        survey.items("pages").forEach(page -> add(page, null));
        survey.elements().forEach(element -> add(element, null));
        survey.refusals()
                .inquiries()
                .forEach((path, inquiries) -> inquiries.forEach(inquiry -> {
                    var refusal = refusal(path, inquiry);
                    if (refusal != null) {
                        survey.refusals().refuse(path, refusal);
                    }
                }));
    }

    private void add(Source source, @Nullable Named around) {
        var named =
                new Named(source.json().path("name").asText(), source.path(), source.json(), elements.size(), around);
        elements.add(named);
        source.elements().forEach(inner -> add(inner, around));
        source.items("templateElements").forEach(inner -> add(inner, named));
        if (source.json().path("type").asText().equals("matrixdropdown")) {
            source.items("columns").forEach(column -> add(column, named));
        }
    }

    private @Nullable String refusal(String path, Inquiry inquiry) {
        var asking = elements.stream()
                .filter(element -> element.holds(path))
                .reduce((_, inner) -> inner)
                .orElse(null);
        if (inquiry.subject() == Inquiry.Subject.READY) {
            return ready(path, asking, inquiry.element());
        }
        var found = found(asking, inquiry.element());
        if (inquiry.subject() == Inquiry.Subject.PROPERTY && !PROPERTIES.contains(inquiry.property())) {
            return "expression-property";
        }
        if (found.isEmpty()) {
            return null;
        }
        if (found.size() > 1 || asking != null && isSoughtElsewhere(asking, found.getFirst())) {
            return "expression-ambiguous-element";
        }
        return inquiry.subject() == Inquiry.Subject.PROPERTY
                ? property(inquiry.property(), found.getFirst(), asking)
                : displayed(path, inquiry, found.getFirst(), asking);
    }

    /** In the question it is a part of, in the one around that, and on the pages. */
    private List<Named> found(@Nullable Named asking, String name) {
        var within = new HashSet<>(Set.of(PAGES));
        for (var around = asking == null ? null : asking.around(); around != null; around = around.around()) {
            within.add(around.position());
        }
        return elements.stream()
                .filter(element -> element.name().equals(name) && !element.isSection())
                .filter(element -> within.contains(element.positionAround()))
                .toList();
    }

    /**
     * In the validators of a cell survey-core does not see the panel around its grid, and for a page or panel it looks
     * around what it evaluated last: with an item of a {@code multipletext} it fails.
     */
    private static boolean isSoughtElsewhere(Named asking, Named found) {
        var grid = asking.around();
        if (asking.isSection() && hasTexts(asking.json())) {
            return true;
        }
        return grid != null
                && grid.json().has("columns")
                && grid.around() != null
                && found.positionAround() == grid.positionAround();
    }

    private static boolean hasTexts(JsonNode section) {
        return section.path("type").asText().equals("multipletext")
                || Stream.of("elements", "questions")
                        .anyMatch(inner -> section.path(inner).valueStream().anyMatch(Inquiries::hasTexts));
    }

    private static @Nullable String property(String property, Named found, @Nullable Named asking) {
        return STATES.contains(property) && !isBefore(found, asking) ? "expression-later-element" : null;
    }

    private static boolean isBefore(Named found, @Nullable Named asking) {
        return asking != null && found.position() < asking.position() && !found.holds(asking.path());
    }

    private static @Nullable String displayed(String path, Inquiry inquiry, Named found, @Nullable Named asking) {
        if (!isWaitedFor(path, asking) || asking != null && (found.equals(asking) || found.holds(asking.path()))) {
            return "expression-display-here";
        }
        if (!isDisplayable(found.json())) {
            return "expression-display";
        }
        var isConditional = found.json().has("choicesVisibleIf")
                || hasConditions(found.json().path("choices"));
        var hasParts =
                Stream.of("rows", "items", "showCommentArea", "hasComment").anyMatch(found.json()::has)
                        || found.json().path("type").asText().equals("imagepicker");
        if (inquiry.ofValue() && (isConditional || hasParts)) {
            return "expression-display-of-value";
        }
        var hasConditionalRows =
                found.json().has("rowsVisibleIf") || hasConditions(found.json().path("rows"));
        return hasConditionalRows && !isBefore(found, asking) ? "expression-later-element" : null;
    }

    /**
     * survey-core makes the text of an answer later, and waits for it in these properties only; not for that of the
     * question that is waiting.
     */
    private static boolean isWaitedFor(String path, @Nullable Named asking) {
        var end = path.lastIndexOf('/');
        return asking == null
                || path.contains("/validators/")
                || path.substring(0, end).equals(asking.path()) && WAITING.contains(path.substring(end + 1));
    }

    private static boolean hasConditions(JsonNode items) {
        return items.valueStream().anyMatch(item -> item.has("visibleIf"));
    }

    /** Numbers are written, and names in texts replaced, by the page; and panels are there when they were shown once. */
    private static boolean isDisplayable(JsonNode question) {
        return !question.path("type").asText().equals("expression")
                && !question.path("cellType").asText().equals("expression")
                && !question.has("defaultDisplayValue")
                && !question.has("templateElements")
                && Stream.of("choices", "rows", "columns", "rateValues")
                        .noneMatch(list -> question.path(list).valueStream().anyMatch(Inquiries::namesAnything))
                && Stream.of("otherText", "noneText", "refuseText", "dontKnowText", "labelTrue", "labelFalse")
                        .noneMatch(text -> hasBrace(question.path(text)))
                && Stream.of("columns", "items")
                        .allMatch(parts -> question.path(parts).valueStream().allMatch(Inquiries::isDisplayable));
    }

    private static boolean namesAnything(JsonNode item) {
        return hasBrace(item.path("text"));
    }

    private static boolean hasBrace(JsonNode text) {
        return text.isObject()
                ? text.valueStream().anyMatch(Inquiries::hasBrace)
                : text.asText().contains("{");
    }

    private @Nullable String ready(String path, @Nullable Named asking, String name) {
        var container = elements.stream()
                .filter(element -> element.around() == null)
                .filter(element -> element.isSection()
                        ? element.name().equals(name)
                        : element.name().equals(name) && element.json().has("templateElements"))
                .findFirst()
                .orElse(null);
        if (container == null) {
            return "expression-container";
        }
        var isInACircle = path.contains("/validators/")
                || path.endsWith("/minValueExpression")
                || path.endsWith("/maxValueExpression");
        var isEnabledLate = elements.stream()
                .anyMatch(section ->
                        section.json().has("enableIf") && section.holds(container.path()) && section.holds(path));
        return isInACircle || isEnabledLate || !isBefore(container, asking) ? "expression-later-element" : null;
    }
}
