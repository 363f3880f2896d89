package org.huisheng.kpi.odata.query;

import org.huisheng.kpi.odata.filter.Column;
import org.huisheng.kpi.odata.filter.RowFilter;
import org.jspecify.annotations.Nullable;

/** Rows by one column; without a value comes before any value, as OData wants it. */
public record Order(Column column, boolean descending) {

    public int compare(@Nullable Object one, @Nullable Object other) {
        var order = one == null || other == null
                ? Boolean.compare(one != null, other != null)
                : RowFilter.compare(one, other);
        return descending ? -order : order;
    }
}
