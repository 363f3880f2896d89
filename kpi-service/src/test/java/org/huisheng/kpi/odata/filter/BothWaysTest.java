package org.huisheng.kpi.odata.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Seed;
import org.junit.jupiter.api.Test;

/** PostgreSQL and memory let the same rows pass, whatever the filter. */
@QuarkusTest
class BothWaysTest extends KpiTest {

    private static final int ROUNDS = 400;
    private static final int ROWS = 60;
    private static final Map<String, String> SQL =
            Columns.ALL.stream().collect(Collectors.toMap(Column::name, column -> '"' + column.name() + '"'));

    @Inject
    Database database;

    @Test
    void sql_and_memory_agree_on_any_filter() {
        var random = Seed.generator("BothWaysTest");
        var filters = new RandomFilters(random);
        var rows = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < ROWS; i++) {
            rows.add(filters.row(i));
        }
        var passed = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var text = filters.condition(3);
            var filter = Parser.parse(text, Columns.BY_NAME);

            var inMemory = numbers(rows, row -> RowFilter.passes(filter, row::get));

            assertThat(inSql(rows, filter)).as(text).isEqualTo(inMemory);
            passed += inMemory.size();
        }
        assertThat(passed).as("filters that let some rows pass").isBetween(ROUNDS, ROUNDS * (ROWS - 1));
    }

    private static List<Integer> numbers(
            List<Map<String, Object>> rows, Function<Map<String, Object>, Boolean> passes) {
        var numbers = new ArrayList<Integer>();
        for (var i = 0; i < rows.size(); i++) {
            if (passes.apply(rows.get(i))) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    private List<Integer> inSql(List<Map<String, Object>> rows, Expression filter) {
        var condition = SqlCondition.of(filter, SQL);
        var parameters = new ArrayList<Object>();
        var values = rows.stream().map(row -> values(row, parameters)).collect(Collectors.joining(", "));
        parameters.addAll(condition.parameters());
        var names = Columns.ALL.stream().map(column -> SQL.get(column.name())).collect(Collectors.joining(", "));
        return database.read(
                "SELECT number FROM (VALUES %s) AS rows (number, %s) WHERE %s ORDER BY number"
                        .formatted(values, names, condition.text()),
                row -> row.getInt(1),
                parameters.toArray());
    }

    private static String values(Map<String, Object> row, List<Object> parameters) {
        parameters.add(row.get("number"));
        return Columns.ALL.stream()
                .map(column -> {
                    parameters.add(SqlCondition.parameters(Collections.singletonList(row.get(column.name())))
                            .getFirst());
                    return "?::" + column.type().sql();
                })
                .collect(Collectors.joining(", ", "(?::int, ", ")"));
    }
}
