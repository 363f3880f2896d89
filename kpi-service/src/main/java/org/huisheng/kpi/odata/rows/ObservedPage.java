package org.huisheng.kpi.odata.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huisheng.kpi.odata.filter.Column;
import org.huisheng.kpi.odata.filter.Type;
import org.huisheng.kpi.odata.query.Query;
import org.huisheng.kpi.odata.rows.Rows.Sink;
import org.jspecify.annotations.Nullable;

/** Hands rows on as they come from the database, as far as there is room. */
final class ObservedPage {

    private final Query query;
    private final Sink sink;
    private final Type[] types;
    private final @Nullable Object[] values;
    private int shown;
    private boolean full;
    private boolean more;

    ObservedPage(Query query, Sink sink) {
        this.query = query;
        this.sink = sink;
        this.types = query.needed().stream().map(Column::type).toArray(Type[]::new);
        this.values = new Object[types.length];
    }

    void take(ResultSet row) throws SQLException {
        if (full || shown == query.room()) {
            more = true;
            return;
        }
        for (var i = 0; i < types.length; i++) {
            values[i] = value(row, i + 1, types[i]);
        }
        shown++;
        full = !sink.row(values);
    }

    private static @Nullable Object value(ResultSet row, int index, Type type) throws SQLException {
        return switch (type) {
            case STRING, NULL -> row.getString(index);
            case INT32, INT64 -> whole(row, index);
            case DECIMAL -> row.getBigDecimal(index);
            case DATE_TIME -> row.getObject(index, OffsetDateTime.class).toInstant();
            case DATE -> row.getObject(index, LocalDate.class);
            case BOOLEAN -> row.getBoolean(index);
            case GUID -> row.getObject(index, UUID.class);
        };
    }

    private static @Nullable Long whole(ResultSet row, int index) throws SQLException {
        var value = row.getLong(index);
        return row.wasNull() ? null : value;
    }

    boolean more() {
        return more;
    }

    int shown() {
        return shown;
    }

    /** Of the last row handed on. */
    List<@Nullable Object> place() {
        var needed = query.needed();
        var place = new ArrayList<@Nullable Object>();
        query.order().forEach(by -> place.add(values[needed.indexOf(by.column())]));
        return place;
    }
}
