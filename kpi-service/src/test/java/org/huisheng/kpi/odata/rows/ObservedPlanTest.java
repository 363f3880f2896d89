package org.huisheng.kpi.odata.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huisheng.kpi.odata.filter.Expression;
import org.huisheng.kpi.odata.filter.Parser;
import org.huisheng.kpi.odata.query.Order;
import org.huisheng.kpi.odata.query.Query;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.testing.KpiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the database goes about pages of observations, which it keeps month by month. */
@QuarkusTest
class ObservedPlanTest extends KpiTest {

    private static final Pattern PARTITION = Pattern.compile("on observation_(\\d{4}_\\d\\d|other) ");

    @Inject
    ObservedRows rows;

    @Inject
    Database database;

    @Test
    void pages_are_merged_from_the_keys_of_all_months_and_never_sorted() {
        var plan = plan(null);

        assertThat(plan).anyMatch(line -> line.contains("Merge Append")).noneMatch(line -> line.contains("Sort  ("));
        assertThat(partitions(plan)).contains("2026_01", "2026_11", "other");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            month eq 2026-03-01                             | 2026_03
            month ge 2026-01-01 and month lt 2026-03-01     | 2026_01 2026_02
            value gt 3 and month in (2026-02-01,2026-03-01) | 2026_02 2026_03
            year(month) eq 2026 and month(month) le 2       | 2026_01 2026_02
            """)
    void a_filter_by_month_opens_its_partitions_only(String filter, String expected) {
        assertThat(String.join(" ", partitions(plan(filter)))).isEqualTo(expected);
    }

    @Test
    void and_those_whose_facts_came_late() {
        QuarkusTransaction.begin();
        database.write("INSERT INTO late_month (month, belongs_to) VALUES ('2026-03-01', '2026-02-01')");

        assertThat(partitions(plan("month eq 2026-03-01"))).containsExactly("2026_02", "2026_03");
        QuarkusTransaction.rollback();
    }

    @Test
    void a_filter_that_says_nothing_of_months_looks_everywhere() {
        assertThat(partitions(plan("month eq 2026-03-01 or value gt 3"))).contains("2026_01", "2026_11", "other");
    }

    private List<String> plan(String filter) {
        Expression condition =
                filter == null ? null : Parser.parse(filter, rows.set().byName());
        return QuarkusTransaction.joiningExisting().call(() -> {
            // There is too little in the tables for indexes to be worth it.
            database.write("SET LOCAL enable_seqscan = off");
            database.write("SET LOCAL enable_bitmapscan = off");
            var page = rows.selection(Instant.now(), condition, null).page(query(condition));
            return database.read(
                    "EXPLAIN " + page.text(),
                    row -> row.getString(1),
                    page.parameters().toArray());
        });
    }

    private Query query(Expression condition) {
        var order = rows.set().key().stream()
                .map(column -> new Order(column, false))
                .toList();
        return new Query(rows.set(), condition, rows.set().columns(), order, null, 0, false, null, 100);
    }

    private static TreeSet<String> partitions(List<String> plan) {
        return plan.stream()
                .flatMap(line -> PARTITION.matcher(line).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
