package org.huisheng.kpi.seal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.seal.frozen.CanonicalJson;
import org.huisheng.kpi.sql.Database;
import org.jspecify.annotations.Nullable;

/** Cells and histograms column by column, whatever columns there are: what is added to them later is frozen as well. */
@ApplicationScoped
class CellsToFreeze {

    private static final String CELLS = """
            SELECT department, (to_jsonb(cell) - 'department' - 'updated_at')::text AS content FROM cell
            WHERE month BETWEEN ? AND ? AND (?::text IS NULL OR department = ?) AND (n <> 0 OR min IS NOT NULL)
            ORDER BY month, metric, side
            """;

    private static final String BUCKETS = """
            SELECT department, (to_jsonb(cell_bucket) - 'department')::text AS content FROM cell_bucket
            WHERE month BETWEEN ? AND ? AND (?::text IS NULL OR department = ?) AND n <> 0
            ORDER BY month, metric, side, bucket
            """;

    private static final String TAGGED = """
            SELECT department, (to_jsonb(tagged_cell) - 'department')::text AS content FROM tagged_cell
            WHERE month BETWEEN ? AND ? AND (?::text IS NULL OR department = ?) AND n <> 0
            ORDER BY month, metric, side, tag
            """;

    private final Database database;

    CellsToFreeze(Database database) {
        this.database = database;
    }

    private record Line(String department, JsonNode content) {}

    /** By department, of all that have any or of the one given. */
    Map<String, ObjectNode> of(Period period, @Nullable String department) {
        var contents = new TreeMap<String, ObjectNode>();
        collect(contents, "cells", CELLS, period, department);
        collect(contents, "buckets", BUCKETS, period, department);
        collect(contents, "tagged", TAGGED, period, department);
        return contents;
    }

    private void collect(
            Map<String, ObjectNode> contents, String list, String sql, Period period, @Nullable String department) {
        var lines = database.read(
                sql,
                row -> new Line(row.getString("department"), exact(row.getString("content"))),
                period.from(),
                period.to(),
                department,
                department);
        for (var line : lines) {
            contents.computeIfAbsent(line.department, _ -> empty())
                    .withArray(list)
                    .add(line.content);
        }
    }

    static ObjectNode empty() {
        var content = JsonNodeFactory.instance.objectNode();
        content.set("cells", new ArrayNode(JsonNodeFactory.instance));
        content.set("buckets", new ArrayNode(JsonNodeFactory.instance));
        content.set("tagged", new ArrayNode(JsonNodeFactory.instance));
        return content;
    }

    /** Decimals as texts: see {@link CanonicalJson}. */
    private static JsonNode exact(String row) {
        var fields = (ObjectNode) CanonicalJson.tree(row);
        fields.properties().forEach(field -> {
            if (field.getValue().isBigDecimal()) {
                field.setValue(TextNode.valueOf(field.getValue().decimalValue().toPlainString()));
            }
        });
        return fields;
    }

    /** Whether everything frozen is still as it was; columns that were added since are not looked at. */
    static boolean stillAre(JsonNode frozen, JsonNode present) {
        for (var list : new String[] {"cells", "buckets", "tagged"}) {
            var one = frozen.path(list);
            var other = present.path(list);
            if (one.size() != other.size()) {
                return false;
            }
            for (var i = 0; i < one.size(); i++) {
                var line = other.get(i);
                if (!one.get(i).properties().stream()
                        .allMatch(field -> field.getValue().equals(line.get(field.getKey())))) {
                    return false;
                }
            }
        }
        return true;
    }
}
