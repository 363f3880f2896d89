package org.huisheng.kpi.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever writes past the application is held to the same rules. */
@QuarkusTest
class ContractConstraintsTest extends KpiTest {

    @Inject
    Database database;

    @Test
    void what_an_earlier_release_writes_still_goes_and_holds_all_year() {
        assertThatCode(() -> insert("", "", "'HIGHER', 0, 100")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "`HIGHER`, 0, NULL | scale_check",
                "`HIGHER`, 100, 0 | scale_check",
                "`LOWER`, 0, 100 | scale_check",
                "`WITHIN`, 5, NULL | band_check"
            })
    void a_scale_makes_sense(String scale, String constraint) {
        assertThatThrownBy(() -> insert("", "", scale.replace('`', '\'')))
                .hasStackTraceContaining("contract_indicator_" + constraint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0, NULL", "5, 100"})
    void a_band_has_a_tolerance_and_no_target(String scale) {
        assertThatThrownBy(() -> insert(", band_low, band_high", ", 1, 2", "'WITHIN', " + scale))
                .hasStackTraceContaining("contract_indicator_scale_check");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "band_low, 1 | band_check",
                "cap_points, 201 | cap_points_check",
                "floor_points, -1 | bounds_check",
                "yellow_from, 80 | lights_check",
                "percentile, 50 | percentile_use_check"
            })
    void so_do_its_bounds(String column, String constraint) {
        var parts = column.split(", ");

        assertThatThrownBy(() -> insert(", " + parts[0], ", " + parts[1], "'HIGHER', 0, 100"))
                .hasStackTraceContaining("contract_indicator_" + constraint);
    }

    @Test
    void a_cap_needs_bonuses_and_a_day_its_year() {
        assertThatThrownBy(() -> contractWith("bonus_cap", "5")).hasStackTraceContaining("a cap without any");
        assertThatThrownBy(() -> contractWith("effective_from", "'2025-12-31'"))
                .hasStackTraceContaining("contract_check");
    }

    private void contractWith(String column, String value) {
        var department = Office.establishDepartment();
        QuarkusTransaction.requiringNew().run(() -> {
            var id = UUID.randomUUID();
            database.write("""
                    INSERT INTO contract (id, department, year, version, created_at, created_by, %s)
                    VALUES (?, ?, 2026, 1, now(), 'x', %s)
                    """.formatted(column, value), id, department);
            dimension(id);
            indicator(id, "", "", "'HIGHER', 0, 100");
        });
    }

    private void insert(String columns, String values, String scale) {
        var department = Office.establishDepartment();
        QuarkusTransaction.requiringNew().run(() -> {
            var id = UUID.randomUUID();
            database.write("INSERT INTO contract VALUES (?, ?, 2026, 1, now(), 'office')", id, department);
            dimension(id);
            indicator(id, columns, values, scale);
        });
    }

    private void dimension(UUID id) {
        database.write("INSERT INTO contract_dimension VALUES (?, 'A', 0, 'A', NULL, 100)", id);
    }

    private void indicator(UUID id, String columns, String values, String scale) {
        database.write("""
                INSERT INTO contract_indicator (contract_id, dimension, code, position, name, metric, sides, statistic,
                    weight, minimum_sample, direction, base, target%s)
                VALUES (?, 'A', 'i', 0, 'i', 'm', ARRAY['CUSTOMER'], 'MEAN', 100, 1, %s%s)
                """.formatted(columns, scale, values), id);
    }
}
