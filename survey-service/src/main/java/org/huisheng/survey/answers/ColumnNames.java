package org.huisheng.survey.answers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.huisheng.kit.problem.ProblemTexts;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table are called: for people in the language they ask for, questions as they were asked; for programs, which
 * ask for none, as the definition names them.
 */
final class ColumnNames {

    private final @Nullable ResourceBundle texts;
    private final Locale locale;
    private final Map<Column, String> asked = new HashMap<>();

    private ColumnNames(@Nullable ResourceBundle texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    /** @param language an {@code Accept-Language}, null for a program */
    static ColumnNames of(JsonNode definition, @Nullable String language) {
        if (language == null) {
            return new ColumnNames(null, Locale.ROOT);
        }
        var locale = ProblemTexts.negotiate(language);
        var names = new ColumnNames(texts(locale), locale);
        names.collect(definition.path("elements"));
        definition.path("pages").forEach(page -> names.collect(page.path("elements")));
        return names;
    }

    /** Without the fallback to the language of the machine. */
    static ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle("tables", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    String sheet() {
        return texts == null ? "responses" : texts.getString("sheet");
    }

    List<String> headers(List<String> known, List<Column> columns) {
        var headers = new ArrayList<>(known.stream().map(this::known).toList());
        columns.forEach(column -> headers.add(asked.getOrDefault(column, column.header())));
        return headers;
    }

    private String known(String column) {
        return texts == null ? column : texts.getString("column." + column);
    }

    private void collect(JsonNode elements) {
        for (var element : elements) {
            collect(element.path("elements"));
            var name = element.path("name").asText();
            var title = text(element.path("title"), name);
            asked.put(new Column(name, null), title);
            asked.put(new Column(name + "-Comment", null), title + word("comment"));
            for (var row : element.path("rows")) {
                var value = (row.isObject() ? row.path("value") : row).asText();
                asked.put(new Column(name, value), title + " / " + text(row.path("text"), value));
            }
        }
    }

    private String word(String key) {
        return texts == null ? "" : texts.getString(key);
    }

    /** One text, or one for each language. */
    private String text(JsonNode said, String otherwise) {
        if (said.isTextual()) {
            return said.asText().isBlank() ? otherwise : said.asText();
        }
        var ours = locale.getLanguage().equals("zh") ? List.of("zh-cn", "default") : List.of("en", "default", "zh-cn");
        return ours.stream()
                .map(language -> said.path(language).asText(""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(otherwise);
    }
}
