package org.huisheng.kpi.odata.filter;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A column of each type, once always with a value and once not. */
final class Columns {

    static final List<Column> ALL = List.of(
            Column.of("text", Type.STRING),
            Column.optional("note", Type.STRING),
            Column.of("count", Type.INT32),
            Column.optional("share", Type.DECIMAL),
            Column.of("at", Type.DATE_TIME),
            Column.optional("seen", Type.DATE_TIME),
            Column.of("day", Type.DATE),
            Column.optional("due", Type.DATE),
            Column.of("active", Type.BOOLEAN),
            Column.optional("agreed", Type.BOOLEAN),
            Column.of("id", Type.GUID),
            Column.optional("origin", Type.GUID));

    static final Map<String, Column> BY_NAME =
            ALL.stream().collect(toMap(Column::name, column -> column, (one, _) -> one, LinkedHashMap::new));

    private Columns() {}
}
