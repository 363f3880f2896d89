package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When a visit was made is the telephone's word, within what can have been. */
@QuarkusTest
class VisitTimeTest extends VisitHttpTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Instant now = Instant.now();
    private final LocalDate today = LocalDate.ofInstant(now, ZONE);

    @Test
    void a_telephone_that_was_offline_hands_in_days_later_what_it_held() {
        var first = today.withDayOfMonth(1).minusMonths(1);
        var visit = visit(enterprise("EAST"), first.toString(), "sun");

        reported(visit, noon(first))
                .then()
                .statusCode(201)
                .body("visitedAt", equalTo(noon(first).toString()));
    }

    @Test
    void a_clock_that_is_minutes_ahead_is_set_right_and_one_that_is_hours_ahead_refused() {
        var ahead = now.plus(Duration.ofMinutes(5));
        var visit = visit(enterprise("EAST"), today.toString(), "sun");

        reported(visit, now.plus(Duration.ofHours(3)))
                .then()
                .statusCode(422)
                .body("violations.code", contains("in-the-future"));
        var taken = reported(visit, ahead);
        taken.then().statusCode(201);
        assertThat(Instant.parse(taken.path("visitedAt"))).isBefore(ahead);
        reported(visit, ahead).then().statusCode(200);
    }

    @Test
    void one_that_was_missed_was_made_after_all() {
        var visit = visit(enterprise("EAST"), today.toString(), "sun");
        as(office())
                .body(Map.of("reason", "没有消息"))
                .post(VISITS + "/" + visit + "/miss")
                .then()
                .statusCode(200);

        complete(surveyor("sun"), visit, report()).then().statusCode(201);
    }

    @Test
    void a_visit_is_not_made_before_its_month() {
        var next = today.withDayOfMonth(1).plusMonths(1);
        var visit = visit(enterprise("EAST"), next.toString(), "sun");

        var refused = reported(visit, now);

        refused.then()
                .statusCode(422)
                .body("violations.path", contains("/visitedAt"))
                .body("violations.code", contains("visited-too-early"));
        assertThat(refused.<String>path("violations[0].message")).contains(next.toString());
        as(office()).get(VISITS + "/" + visit).then().body("status", equalTo("PLANNED"));
    }

    @Test
    void a_visit_is_not_made_before_it_was_arranged_unless_it_was_put_down_afterwards() {
        var later = visit(enterprise("EAST"), today.toString(), "sun");
        reported(later, noon(today.minusDays(1))).then().statusCode(422);

        var yesterday = today.minusDays(1);
        var afterwards = visit(enterprise("EAST"), yesterday.toString(), "sun");
        reported(afterwards, noon(yesterday)).then().statusCode(201);
    }

    @Test
    void what_nobody_reported_for_months_is_not_put_into_a_month_that_is_over() {
        var item = new HashMap<>(report());
        var id = UUID.randomUUID().toString();
        park("WEST");
        item.put("visitId", id);
        item.put("unplanned", Map.of("park", "WEST", "enterpriseName", "旧账" + id));
        item.put("visitedAt", noon(today.minusMonths(3)).toString());

        batch(surveyor("sun"), item)
                .then()
                .statusCode(200)
                .body("results.status", contains(422))
                .body("results[0].problem.violations.code", contains("visited-too-early"));
        as(office()).get(VISITS + "/" + id).then().statusCode(404);
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(ZONE).toInstant();
    }

    private static Response reported(String visit, Instant at) {
        var report = new HashMap<>(report());
        report.put("visitedAt", at.toString());
        return complete(surveyor("sun"), visit, report);
    }
}
