package org.huisheng.feedback.reading;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/** What a table calls things: as people do in the language they ask for, and as the API does for programs, which ask for none. */
public record TableWords(
        @Nullable ResourceBundle texts, Map<String, String> departments, Map<String, String> categories) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

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

    String sheet(String name) {
        return texts == null ? name : texts.getString("sheet." + name);
    }

    /** Of an authority, which may be a word of the office's own. */
    public String level(String code) {
        var key = "level." + code;
        return texts != null && texts.containsKey(key) ? texts.getString(key) : code;
    }

    public @Nullable Object of(@Nullable Enum<?> constant) {
        return texts == null || constant == null
                ? constant
                : texts.getString(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** As the clock on the wall showed it. */
    public @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : TIME.format(instant);
    }

    public @Nullable String department(@Nullable String code) {
        return code == null ? null : departments.getOrDefault(code, code);
    }

    public String category(String code) {
        return categories.getOrDefault(code, code);
    }
}
