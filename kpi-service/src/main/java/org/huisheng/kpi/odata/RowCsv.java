package org.huisheng.kpi.odata;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.huisheng.kpi.odata.filter.Column;
import org.huisheng.kpi.odata.query.Query;
import org.huisheng.kpi.odata.rows.Rows.Sink;
import org.huisheng.kpi.web.Csv;
import org.jspecify.annotations.Nullable;

/** Rows as lines of CSV under the names of their columns, taken away page by page. */
final class RowCsv implements Sink {

    /** What may wait to be taken, in characters. */
    private static final int FULL = 1 << 20;

    private final List<Column> select;
    private final boolean pages;
    private final Csv csv;

    /** @param pages whether there may be another page, or all rows have to go on this one */
    RowCsv(Query query, boolean pages) {
        this.select = query.select();
        this.pages = pages;
        this.csv = new Csv(select.stream().map(Column::name).toArray(String[]::new));
    }

    @Override
    public void begin(@Nullable Long count) {}

    @Override
    public boolean row(@Nullable Object[] values) {
        var fields = new @Nullable Object[select.size()];
        for (var i = 0; i < fields.length; i++) {
            fields[i] = field(values[i]);
        }
        csv.row(fields);
        return !pages || csv.length() < FULL;
    }

    private static @Nullable Object field(@Nullable Object value) {
        return switch (value) {
            case BigDecimal number -> number.stripTrailingZeros();
            case Instant moment -> RowJson.local(moment);
            case null, default -> value;
        };
    }

    byte[] take() {
        return csv.take();
    }
}
