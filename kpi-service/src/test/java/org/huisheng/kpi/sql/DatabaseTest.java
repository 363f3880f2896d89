package org.huisheng.kpi.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import org.huisheng.kpi.testing.KpiTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatabaseTest extends KpiTest {

    private static final Duration SHORT = Duration.ofMillis(100);

    @Inject
    Database database;

    @Test
    void a_statement_that_takes_too_long_is_ended_and_says_so() {
        var failure = catchThrowableOfType(
                DatabaseFailure.class,
                () -> database.snapshot(SHORT, () -> database.read("SELECT pg_sleep(30)", _ -> true)));

        assertThat(failure.tookTooLong()).isTrue();
    }

    @Test
    void the_limit_ends_with_the_snapshot() {
        database.snapshot(SHORT, () -> database.read("SELECT 1", _ -> true));

        assertThat(database.read("SHOW statement_timeout", row -> row.getString(1)))
                .containsExactly("0");
    }

    @Test
    void another_failure_is_none_of_time() {
        var failure = catchThrowableOfType(DatabaseFailure.class, () -> database.read("SELECT 1 / 0", _ -> true));

        assertThat(failure.tookTooLong()).isFalse();
    }

    @Test
    void rows_are_handed_over_one_by_one_in_order() {
        var numbers = new ArrayList<Integer>();

        database.snapshot(() -> {
            database.each("SELECT * FROM generate_series(1, ?)", row -> numbers.add(row.getInt(1)), 2500);
            return numbers;
        });

        assertThat(numbers).hasSize(2500).isSorted().startsWith(1, 2).endsWith(2500);
    }
}
