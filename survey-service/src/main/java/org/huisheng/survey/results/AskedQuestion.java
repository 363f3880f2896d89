package org.huisheng.survey.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question as the results need it, read from the published definition.
 *
 * @param title as the author wrote it, a text or one per locale
 * @param toTen whether it asks on a scale that ends at 10, so that promoters can be told
 */
record AskedQuestion(String name, @Nullable JsonNode title, Kind kind, boolean toTen) {

    enum Kind {
        CHOICE,
        CHOICES,
        SCALE,
        NUMBER,
        MATRIX,
        TEXT
    }

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("radiogroup", Kind.CHOICE),
            Map.entry("dropdown", Kind.CHOICE),
            Map.entry("boolean", Kind.CHOICE),
            Map.entry("imagepicker", Kind.CHOICES),
            Map.entry("checkbox", Kind.CHOICES),
            Map.entry("tagbox", Kind.CHOICES),
            Map.entry("ranking", Kind.CHOICES),
            Map.entry("rating", Kind.SCALE),
            Map.entry("matrix", Kind.MATRIX),
            Map.entry("comment", Kind.TEXT),
            Map.entry("text", Kind.TEXT));

    private static final Set<String> NUMBERS = Set.of("number", "range");

    boolean counted() {
        return kind != Kind.TEXT;
    }

    AskedQuestion named(String newName) {
        return new AskedQuestion(newName, title, kind, toTen);
    }

    /** In the order they are asked; what has no countable answer is left out. */
    static List<AskedQuestion> in(JsonNode definition) {
        var questions = new ArrayList<AskedQuestion>();
        collect(definition.path("elements"), questions);
        definition.path("pages").forEach(page -> collect(page.path("elements"), questions));
        return questions;
    }

    private static void collect(JsonNode elements, List<AskedQuestion> questions) {
        for (var element : elements) {
            var kind = KINDS.get(element.path("type").asText());
            if (kind != null) {
                questions.add(of(element, kind));
            } else if (element.has("elements")) {
                collect(element.path("elements"), questions);
            }
        }
    }

    private static AskedQuestion of(JsonNode element, Kind kind) {
        var isNumber =
                kind == Kind.TEXT && NUMBERS.contains(element.path("inputType").asText());
        var highest = element.path("rateMax").asInt(element.path("rateCount").asInt(5));
        return new AskedQuestion(
                element.path("name").asText(),
                element.get("title"),
                isNumber ? Kind.NUMBER : kind,
                kind == Kind.SCALE && highest == 10);
    }
}
