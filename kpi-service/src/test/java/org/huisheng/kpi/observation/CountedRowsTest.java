package org.huisheng.kpi.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.testing.KpiTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CountedRowsTest extends KpiTest {

    private static final String PAGE = """
            EXPLAIN SELECT event_id, ordinal, value FROM %s AS o
            WHERE NOT withdrawn AND department = 'D' AND metric = ANY ('{a,b}') AND side = ANY ('{CUSTOMER,EMPLOYEE}')
              AND month BETWEEN '2020-01-01' AND '2020-03-01'
              AND (metric, month, side, occurred_at, event_id, ordinal)
                  > ('a', '2020-01-01', 'CUSTOMER', now(), gen_random_uuid(), 1)
            ORDER BY metric, month, side, occurred_at, event_id, ordinal LIMIT 101
            """.formatted(CountedRows.SQL);

    @Inject
    Database database;

    @Test
    void a_page_of_a_lineage_is_read_along_the_indexes_and_not_sorted() {
        assertThat(plan())
                .anyMatch(line -> line.contains("Merge Append"))
                .anyMatch(line -> line.contains("observation_lineage"))
                .noneMatch(line -> line.contains("->  Sort"));
    }

    private List<String> plan() {
        return QuarkusTransaction.requiringNew().call(() -> {
            // There is too little in the tables for indexes to be worth it.
            database.write("SET LOCAL enable_seqscan = off");
            database.write("SET LOCAL enable_bitmapscan = off");
            database.write("SET LOCAL enable_sort = off");
            return database.read(PAGE, row -> row.getString(1));
        });
    }
}
