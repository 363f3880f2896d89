package org.huisheng.kpi.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.testing.KpiTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CountedRowsTest extends KpiTest {

    private static final LocalDate MONTH = LocalDate.of(2026, 3, 1);

    private static final String PAGE = """
            EXPLAIN SELECT event_id, ordinal, value FROM %s AS o
            WHERE NOT withdrawn AND department = 'D' AND metric = ANY ('{a,b}') AND side = ANY ('{CUSTOMER,EMPLOYEE}')
              AND month BETWEEN '2026-01-01' AND '2026-03-01' AND belongs_to = ANY ('{%s}')
              AND (metric, month, side, event_id, ordinal)
                  > ('a', '2026-01-01', 'CUSTOMER', gen_random_uuid(), 1)
            ORDER BY metric, month, side, event_id, ordinal LIMIT 101
            """;

    @Inject
    Database database;

    @Inject
    LateMonths lateMonths;

    @Test
    void a_page_of_a_lineage_is_read_along_the_indexes_and_not_sorted() {
        assertThat(plan(MONTH.minusMonths(2), MONTH))
                .anyMatch(line -> line.contains("Merge Append"))
                .anyMatch(line -> line.contains("_department_metric_month_side_"))
                .noneMatch(line -> line.contains("->  Sort"));
    }

    @Test
    void a_lineage_touches_only_the_partitions_of_its_months_however_many_there_are() {
        assertThat(partitions(plan(MONTH, MONTH))).containsExactly("observation_2026_03");
        assertThat(partitions(plan(MONTH.minusMonths(2), MONTH)))
                .containsExactly("observation_2026_01", "observation_2026_02", "observation_2026_03");
    }

    @Test
    void and_those_of_months_whose_facts_came_late() {
        QuarkusTransaction.begin();
        database.write("INSERT INTO late_month (month, belongs_to) VALUES ('2026-03-01', '2025-12-01')");

        assertThat(partitions(plan(MONTH, MONTH))).containsExactly("observation_2025_12", "observation_2026_03");
        assertThat(partitions(plan(MONTH.minusMonths(1), MONTH.minusMonths(1)))).containsExactly("observation_2026_02");
        QuarkusTransaction.rollback();
    }

    private static List<String> partitions(List<String> plan) {
        return plan.stream()
                .flatMap(line -> Stream.of(line.split(" ")))
                .filter(word -> word.matches("observation_(\\d{4}_\\d\\d|other)"))
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> plan(LocalDate first, LocalDate last) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            // There is too little in the tables for indexes to be worth it.
            database.write("SET LOCAL enable_seqscan = off");
            database.write("SET LOCAL enable_bitmapscan = off");
            database.write("SET LOCAL enable_sort = off");
            var kept = lateMonths.kept(first, last).elements().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(","));
            return database.read(PAGE.formatted(CountedRows.SQL, kept), row -> row.getString(1));
        });
    }
}
