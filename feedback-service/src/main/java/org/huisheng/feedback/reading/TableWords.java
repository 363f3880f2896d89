package org.huisheng.feedback.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/** What a table calls things: as people do in the language they ask for, and as the API does for programs, which ask for none. */
record TableWords(@Nullable ResourceBundle texts, Map<String, String> departments, Map<String, String> categories) {

    static final TableWords OF_THE_API = new TableWords(null, Map.of(), Map.of());

    /** Without the fallback to the language of the machine. */
    static ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle("tables", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    List<String> headers(List<String> columns) {
        return texts == null
                ? columns
                : columns.stream()
                        .map(column -> texts.getString("column." + column))
                        .toList();
    }

    String sheet() {
        return texts == null ? "cases" : texts.getString("sheet");
    }

    @Nullable
    Object of(@Nullable Enum<?> constant) {
        return texts == null || constant == null
                ? constant
                : texts.getString(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    @Nullable
    String department(@Nullable String code) {
        return code == null ? null : departments.getOrDefault(code, code);
    }

    String category(String code) {
        return categories.getOrDefault(code, code);
    }
}
