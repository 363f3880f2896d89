package org.huisheng.kpi.odata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.huisheng.kpi.odata.Format.Detail;
import org.huisheng.kpi.odata.filter.Column;
import org.huisheng.kpi.odata.filter.Type;
import org.huisheng.kpi.odata.query.EntitySet;
import org.huisheng.kpi.odata.query.Query;
import org.huisheng.kpi.odata.rows.Rows.Sink;
import org.huisheng.kpi.period.Period;
import org.jspecify.annotations.Nullable;

/** Rows in OData's JSON, written as they come. */
final class RowJson implements Sink {

    /** A page is kept until it is whole, so that a failure is an answer of its own and not half a page. */
    private static final int FULL = 4 << 20;

    private static final int ABOUT_A_PAGE = 1 << 16;
    private static final int WITHOUT_SECONDS = "2026-11-25T16:30".length();
    private static final JsonFactory FACTORY = new JsonFactory();

    private final String root;
    private final EntitySet set;
    private final List<Column> select;
    private final List<Column> needed;
    private final Format format;
    private final boolean single;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(ABOUT_A_PAGE);
    private final JsonGenerator json;
    private int rows;

    RowJson(String root, Query query, Format format, boolean single) {
        this.root = root;
        this.set = query.set();
        this.select = query.select();
        this.needed = query.needed();
        this.format = format;
        this.single = single;
        try {
            this.json = FACTORY.createGenerator(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void begin(@Nullable Long count) {
        written(() -> {
            json.writeStartObject();
            if (format.detail() != Detail.NONE) {
                json.writeStringField("@odata.context", context());
            }
            if (count != null) {
                json.writeFieldName("@odata.count");
                number(count, Type.INT64);
            }
            if (!single) {
                json.writeArrayFieldStart("value");
            }
        });
    }

    private String context() {
        var names = select.stream().map(Column::name).collect(Collectors.joining(","));
        return root + "$metadata#" + set.name() + (select.equals(set.columns()) ? "" : "(" + names + ")")
                + (single ? "/$entity" : "");
    }

    @Override
    public boolean row(@Nullable Object[] values) {
        written(() -> {
            if (!single) {
                json.writeStartObject();
            }
            if (format.detail() == Detail.FULL) {
                control(values);
            }
            for (var i = 0; i < select.size(); i++) {
                property(select.get(i), values[i]);
            }
            if (!single) {
                json.writeEndObject();
            }
        });
        rows++;
        return bytes.size() < FULL;
    }

    /** Of a set's key every value is needed, since it ends the order. */
    private void control(@Nullable Object[] values) throws IOException {
        var key = set.key().stream()
                .map(column -> column.name() + "=" + literal(values[needed.indexOf(column)]))
                .collect(Collectors.joining(","));
        json.writeStringField("@odata.type", "#" + MetadataDocument.NAMESPACE + "." + set.type());
        json.writeStringField("@odata.id", root + set.name() + "(" + key + ")");
    }

    private static String literal(@Nullable Object value) {
        return value instanceof String text
                ? URLEncoder.encode("'" + text.replace("'", "''") + "'", StandardCharsets.UTF_8)
                        .replace("+", "%20")
                : String.valueOf(value);
    }

    private void property(Column column, @Nullable Object value) throws IOException {
        if (format.detail() == Detail.FULL && column.type() != Type.STRING && column.type() != Type.BOOLEAN) {
            json.writeStringField(
                    column.name() + "@odata.type", "#" + column.type().edm().substring("Edm.".length()));
        }
        json.writeFieldName(column.name());
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Number number -> number(number, column.type());
            case Boolean truth -> json.writeBoolean(truth);
            case Instant moment -> json.writeString(local(moment));
            default -> json.writeString(value.toString());
        }
    }

    private void number(Number number, Type type) throws IOException {
        var text = number instanceof BigDecimal decimal ? plain(decimal) : number.toString();
        if (format.exactNumbers() && type != Type.INT32) {
            json.writeString(text);
        } else {
            json.writeNumber(text);
        }
    }

    /** No trailing zeros, no exponent. */
    private static String plain(BigDecimal number) {
        var text = number.toPlainString();
        if (text.indexOf('.') < 0) {
            return text;
        }
        var end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }

    static String local(Instant moment) {
        var offset = Period.ZONE.getRules().getOffset(moment);
        var text = LocalDateTime.ofEpochSecond(moment.getEpochSecond(), moment.getNano(), offset)
                .toString();
        return text + (text.length() == WITHOUT_SECONDS ? ":00" : "") + offset;
    }

    int rows() {
        return rows;
    }

    /** @param next address of the following page, null on the last */
    byte[] end(@Nullable String next) {
        written(() -> {
            if (!single) {
                json.writeEndArray();
            }
            if (next != null) {
                json.writeStringField("@odata.nextLink", next);
            }
            json.writeEndObject();
            json.close();
        });
        return bytes.toByteArray();
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void written(Writing writing) {
        try {
            writing.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
