package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VisitPlanTest extends VisitHttpTest {

    @Test
    void a_month_is_planned_once_and_again_only_for_what_is_missing() {
        for (var i = 0; i < 5; i++) {
            enterprise("PLAN");
        }
        var request = Map.of("month", "2097-03", "surveyors", List.of("sun", "moon"));
        var active = count("SELECT count(*) FROM enterprise WHERE active");

        var planned = as(office()).body(request).post(PLANS);

        planned.then().statusCode(201).body("added", equalTo((int) active));
        assertThat(planned.header("Location")).isEqualTo(VISITS + "?month=2097-03");
        List<Integer> loads = planned.path("surveyors.visits");
        assertThat(loads).hasSize(2);
        assertThat(Math.abs(loads.get(0) - loads.get(1))).isLessThanOrEqualTo(1);
        assertThat(inMonth("2097-03", "EXTRACT(isodow FROM planned_for) > 5")).isZero();
        as(office()).body(request).post(PLANS).then().statusCode(200).body("added", equalTo(0));

        var late = enterprise("PLAN");
        String missed = as(office()).get(VISITS + "?month=2097-03&limit=1").path("items[0].id");
        as(office())
                .body(Map.of("reason", "停业"))
                .post(VISITS + "/" + missed + "/miss")
                .then()
                .statusCode(200);

        as(office()).body(request).post(PLANS).then().statusCode(201).body("added", equalTo(2));
        as(office()).get(VISITS + "?month=2097-03&enterprise=" + late).then().body("items.size()", equalTo(1));
    }

    @Test
    void a_month_planned_by_many_at_once_has_every_enterprise_once() throws Exception {
        enterprise("PLAN");
        var request = Map.of("month", "2097-05", "surveyors", List.of("sun", "moon"));

        var statuses = together(Collections.nCopies(
                6, () -> as(office()).body(request).post(PLANS).statusCode()));

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(5);
        assertThat(inMonth("2097-05", "true")).isEqualTo(count("SELECT count(*) FROM enterprise WHERE active"));
    }

    @Test
    void free_days_are_kept_free_and_a_month_that_is_over_cannot_be_planned() {
        enterprise("PLAN");
        var free = List.of("2097-10-01", "2097-10-02", "2097-10-03", "2097-10-04", "2097-10-07");

        as(office())
                .body(Map.of("month", "2097-10", "surveyors", List.of("sun"), "freeDays", free))
                .post(PLANS)
                .then()
                .statusCode(201);

        assertThat(inMonth("2097-10", "planned_for IN ('" + String.join("','", free) + "')"))
                .isZero();
        as(office())
                .body(Map.of("month", "2020-01", "surveyors", List.of("sun")))
                .post(PLANS)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:huisheng:problem:no-working-day"));
        as(office())
                .body(Map.of("month", "soon", "surveyors", List.of()))
                .post(PLANS)
                .then()
                .statusCode(422)
                .body("violations.path", hasItems("/month", "/surveyors"));
    }

    @Test
    void public_holidays_are_free_and_make_up_workdays_are_not() {
        enterprise("PLAN");
        as(TestTokens.bearer("admin", null, "ADMIN"))
                .body("""
                        {"source": "a test", "holidays": [
                          {"name": "before", "from": "2096-02-02", "to": "2096-02-03"},
                          {"name": "after", "from": "2096-02-05", "to": "2096-02-13"},
                          {"name": "later", "from": "2096-02-14", "to": "2096-02-22"},
                          {"name": "last", "from": "2096-02-23", "to": "2096-02-28"}],
                         "workdays": ["2096-02-04"]}
                        """)
                .put("/api/feedback/v1/calendars/OFFICE/years/2096")
                .then()
                .statusCode(200);

        as(office())
                .body(Map.of("month", "2096-02", "surveyors", List.of("sun")))
                .post(PLANS)
                .then()
                .statusCode(201);

        assertThat(inMonth("2096-02", "planned_for NOT IN ('2096-02-01', '2096-02-04', '2096-02-29')"))
                .isZero();
    }

    @Test
    void coverage_counts_enterprises_of_a_park_not_visits() {
        var park = "COV";
        var once = enterprise(park);
        enterprise(park);
        enterprise(park);
        enterprise(park);
        for (var day : List.of("2026-02-03", "2026-02-10")) {
            complete(office(), visit(once, day, "sun"), report()).then().statusCode(201);
        }
        visit(once, "2026-01-30", "sun");

        var coverage = as(leader()).get(COVERAGE + "?month=2026-02");

        coverage.then()
                .statusCode(200)
                .body("parks.findAll { it.park == 'COV' }.enterprises", everyItem(equalTo(4)))
                .body("parks.findAll { it.park == 'COV' }.planned", hasItem(1))
                .body("parks.findAll { it.park == 'COV' }.completed", hasItem(1))
                .body("parks.findAll { it.park == 'COV' }.coverage", hasItem(25.0f));
        assertThat(coverage.<Integer>path("total.completed")).isGreaterThanOrEqualTo(1);
        as(leader()).get(COVERAGE).then().statusCode(400);
    }

    private long inMonth(String month, String condition) {
        return count("SELECT count(*) FROM visit WHERE to_char(planned_for, 'YYYY-MM') = '" + month
                + "' AND status <> 'MISSED' AND " + condition);
    }

    private static List<Integer> together(List<? extends Callable<Integer>> calls) throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            var results = new ArrayList<Integer>();
            for (var result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
