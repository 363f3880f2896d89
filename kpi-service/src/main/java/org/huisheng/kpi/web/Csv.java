package org.huisheng.kpi.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.huisheng.kit.table.CsvCell;
import org.jspecify.annotations.Nullable;

/** RFC 4180, with the byte order mark Excel needs to see UTF-8. */
public final class Csv {

    private final StringBuilder text = new StringBuilder("\uFEFF");

    public Csv(String... header) {
        row((Object[]) header);
    }

    /** A missing number is an empty field. */
    public final Csv row(@Nullable Object... fields) {
        for (var i = 0; i < fields.length; i++) {
            text.append(i == 0 ? "" : ",").append(field(fields[i]));
        }
        text.append("\r\n");
        return this;
    }

    private static String field(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            default -> CsvCell.of(value.toString());
        };
    }

    /** How much would be taken, in characters. */
    public int length() {
        return text.length();
    }

    /** What was written since it was last taken. */
    public byte[] take() {
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return bytes;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
