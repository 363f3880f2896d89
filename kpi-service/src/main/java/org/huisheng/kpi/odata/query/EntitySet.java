package org.huisheng.kpi.odata.query;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huisheng.kpi.odata.filter.Column;
import org.huisheng.kpi.odata.filter.Refusal;

/** A set of rows of one type, as {@code $metadata} describes it. */
public record EntitySet(String name, String type, List<Column> columns) {

    public EntitySet {
        columns = List.copyOf(columns);
    }

    public List<Column> key() {
        return columns.stream().filter(Column::key).toList();
    }

    public Map<String, Column> byName() {
        return columns.stream().collect(toMap(Column::name, column -> column, (one, _) -> one, LinkedHashMap::new));
    }

    Column require(String column) {
        return columns.stream()
                .filter(candidate -> candidate.name().equals(column))
                .findFirst()
                .orElseThrow(() -> Refusal.malformed("unknown-property", column));
    }
}
