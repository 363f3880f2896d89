package org.huisheng.feedback.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.huisheng.feedback.HttpTest;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CountCasesTest extends HttpTest {

    private static final String COUNTS = CASES + "/counts";

    @Inject
    CountCases countCases;

    @Test
    void counts_are_exact_while_steps_are_taken_and_changes_added_up() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var work = new ArrayList<Callable<Void>>();
            for (var i = 0; i < 60; i++) {
                var choice = i % 3;
                work.add(() -> {
                    switch (choice) {
                        case 0 -> opened();
                        case 1 -> resolved("DIST");
                        default -> countCases.addUp();
                    }
                    return null;
                });
            }
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }

        assertCounted("");
        assertCounted("DIST");
        countCases.addUp();
        assertCounted("");
        assertThat(count("SELECT count(*) FROM (SELECT FROM case_count GROUP BY department, status"
                        + " HAVING count(*) > 1) AS repeated"))
                .isZero();
    }

    private void assertCounted(String department) {
        Map<String, Integer> counts = as(office())
                .get(COUNTS + (department.isEmpty() ? "" : "?department=" + department))
                .then()
                .statusCode(200)
                .extract()
                .path("counts");
        for (var status : CaseStatus.values()) {
            var stored = count("SELECT count(*) FROM feedback_case WHERE status = '" + status + "'"
                    + (department.isEmpty() ? "" : " AND department = '" + department + "'"));
            assertThat(counts).as("%s %s", department, status).containsEntry(status.name(), (int) stored);
        }
    }

    @Test
    void a_liaison_reads_the_counts_of_their_own_department() {
        resolved("MKT");
        var own = (int) count("SELECT count(*) FROM feedback_case WHERE status = 'RESOLVED' AND department = 'MKT'");

        as(liaison("MKT")).get(COUNTS).then().statusCode(200).body("counts.RESOLVED", equalTo(own));
        as(liaison("MKT")).get(COUNTS + "?department=DIST").then().statusCode(403);
        step(office(), opened(), "assignment", Map.of("department", "DIST"))
                .then()
                .statusCode(200);
        as(liaison("MKT")).get(COUNTS).then().body("counts.RESOLVED", equalTo(own));
    }

    @ParameterizedTest
    @CsvSource({"OFFICE, 200", "ADMIN, 200", "LEADER, 200", "SURVEYOR, 403", "ANALYST, 403"})
    void who_may_list_cases_may_count_them(String role, int status) {
        as(TestTokens.bearer("somebody", null, role)).get(COUNTS).then().statusCode(status);
    }
}
