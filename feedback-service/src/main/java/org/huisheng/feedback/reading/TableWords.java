package org.huisheng.feedback.reading;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.huisheng.kit.table.TableFile;
import org.jspecify.annotations.Nullable;

/** What a table calls things: as people do in the language they ask for, and as the API does for programs, which ask for none. */
public record TableWords(
        @Nullable ResourceBundle texts, Map<String, String> departments, Map<String, String> categories) {

    public static final TableWords OF_THE_API = new TableWords(null, Map.of(), Map.of());

    /** Without the fallback to the language of the machine. */
    static ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle("tables", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** What a table is filled with, page by page. */
    public interface Rows {
        void into(TableFile table) throws IOException;
    }

    public StreamingOutput csv(List<String> columns, Rows rows) {
        return output -> {
            try (var table = TableFile.csv(output, headers(columns))) {
                rows.into(table);
            }
        };
    }

    public StreamingOutput xlsx(String sheet, List<String> columns, Rows rows) {
        return output -> {
            try (var table = TableFile.xlsx(output, sheet(sheet), headers(columns))) {
                rows.into(table);
            }
        };
    }

    private List<String> headers(List<String> columns) {
        return texts == null
                ? columns
                : columns.stream()
                        .map(column -> texts.getString("column." + column))
                        .toList();
    }

    private String sheet(String name) {
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

    public @Nullable String department(@Nullable String code) {
        return code == null ? null : departments.getOrDefault(code, code);
    }

    public String category(String code) {
        return categories.getOrDefault(code, code);
    }
}
