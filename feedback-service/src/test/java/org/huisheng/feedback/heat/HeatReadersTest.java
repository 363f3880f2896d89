package org.huisheng.feedback.heat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huisheng.kit.testing.AccessMatrix;
import org.huisheng.kit.testing.AccessMatrix.Row;
import org.junit.jupiter.api.Test;

/** Nothing of the map is withheld (ADR 60), and this is why it need not be. */
class HeatReadersTest {

    private static final String API = "/api/feedback/v1/";

    @Test
    void whoever_reads_the_map_may_read_each_of_its_cases_of_the_same_departments() {
        assertThat(row("process-heat").roles()).isEqualTo(row("cases/{id}").roles());
        assertThat(row("process-heat").anybody()).isEqualTo(row("cases/{id}").anybody());
    }

    private static Row row(String path) {
        return AccessMatrix.rows(List.of(API)).stream()
                .filter(row -> row.method().equals("GET") && row.path().equals(API + path))
                .findFirst()
                .orElseThrow();
    }
}
