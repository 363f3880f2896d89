package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.data.Index;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class VisitTest extends VisitHttpTest {

    @Test
    void a_phone_long_offline_knows_better_than_the_office_that_the_visit_was_made() {
        var visit = visit(enterprise("EAST"), "2026-04-20", "sun");
        as(office())
                .body(Map.of("reason", "没有消息"))
                .post(VISITS + "/" + visit + "/miss")
                .then()
                .statusCode(200);

        complete(surveyor("sun"), visit, report()).then().statusCode(201).body("status", equalTo("COMPLETED"));

        as(office())
                .body(Map.of("reason", "x"))
                .post(VISITS + "/" + visit + "/cancellation")
                .then()
                .statusCode(409);
    }

    @Test
    void a_visit_is_moved_within_its_month_only() {
        var visit = visit(enterprise("EAST"), "2026-04-20", "sun");

        var moved = as(office())
                .header("If-Match", "\"0\"")
                .body(Map.of("plannedFor", "2026-04-28", "surveyor", "moon"))
                .put(VISITS + "/" + visit);

        moved.then().statusCode(200).body("plannedFor", equalTo("2026-04-28")).body("surveyor", equalTo("moon"));
        as(office())
                .body(Map.of("plannedFor", "2026-05-04"))
                .put(VISITS + "/" + visit)
                .then()
                .statusCode(422);
        as(office())
                .header("If-Match", "\"0\"")
                .body(Map.of("plannedFor", "2026-04-29"))
                .put(VISITS + "/" + visit)
                .then()
                .statusCode(412);
    }

    @Test
    void arranging_with_an_id_is_done_once() {
        var request = new HashMap<String, Object>();
        request.put("visitId", UUID.randomUUID().toString());
        request.put("enterprise", enterprise("EAST"));
        request.put("plannedFor", "2026-04-20");
        as(surveyor("sun")).body(request).post(VISITS).then().statusCode(201).body("surveyor", equalTo("sun"));

        as(surveyor("sun")).body(request).post(VISITS).then().statusCode(200);

        request.put("plannedFor", "2026-04-21");
        as(surveyor("sun")).body(request).post(VISITS).then().statusCode(409);
    }

    @Test
    void a_list_is_narrowed_to_surveyor_month_status_and_enterprise_and_paged() {
        var enterprise = enterprise("EAST");
        var name = "lister" + UUID.randomUUID();
        var days = List.of("2026-03-31", "2026-04-01", "2026-04-01", "2026-04-30", "2026-05-01");
        days.forEach(day -> visit(enterprise, day, name));

        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = as(surveyor(name))
                    .get(VISITS + "?month=2026-04&status=PLANNED&enterprise=" + enterprise + "&limit=1"
                            + (cursor == null ? "" : "&cursor=" + cursor));
            page.then().statusCode(200);
            seen.addAll(page.jsonPath().getList("items.plannedFor"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(seen).containsExactly("2026-04-30", "2026-04-01", "2026-04-01");
        as(office()).get(VISITS + "?surveyor=" + name).then().body("items", hasSize(5));
        as(office()).get(VISITS + "?month=2026-13").then().statusCode(400);
        as(surveyor(name)).get(VISITS + "?surveyor=sun").then().statusCode(403);
    }

    @Test
    void a_list_comes_as_a_table_without_whom_the_surveyor_met() throws IOException {
        var enterprise = enterprise("EAST");
        var name = "tabler" + UUID.randomUUID();
        var made = visit(enterprise, "2026-04-02", name);
        visit(enterprise, "2026-04-01", name);
        complete(surveyor(name), made, report(slip("电压偏低"))).then().statusCode(201);
        var asked = VISITS + "?month=2026-04&sort=plannedFor&enterprise=" + enterprise;

        var people = as(office())
                .accept("text/csv")
                .header("Accept-Language", "zh-CN")
                .get(asked);
        var programs = as(surveyor(name)).accept("text/csv").get(asked);
        var sheet = as(leader())
                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .header("Accept-Language", "en")
                .get(asked);

        people.then().statusCode(200).header("Content-Disposition", equalTo("attachment; filename=\"visits.csv\""));
        assertThat(people.asString().lines().toList())
                .hasSize(3)
                .satisfies(header -> assertThat(header).contains("企业", "园区", "走访员", "需求单数"), Index.atIndex(0))
                .satisfies(planned -> assertThat(planned).contains(name, "2026-04-01", "待走访"), Index.atIndex(1))
                .satisfies(visited -> assertThat(visited).contains(made, "已走访", ",4,1"), Index.atIndex(2));
        assertThat(people.asString()).doesNotContain("接待人乙").doesNotContain("内部走访记录");
        assertThat(programs.asString()).contains("plannedFor", "COMPLETED");
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(sheet.asByteArray()))) {
            assertThat(book.getFirstSheet().getName()).isEqualTo("Visits");
            assertThat(book.getFirstSheet().read()).hasSize(3);
        }
        as(surveyor(name))
                .accept("text/csv")
                .get(VISITS + "?surveyor=sun")
                .then()
                .statusCode(403);
    }

    /** On a visit of sun's that is planned. */
    @ParameterizedTest(name = "{0} {1}: read {2}, arrange {3}, move {4}, miss {5}, cancel {6}, complete {7}, plan {8}")
    @CsvSource({
        "OFFICE, office, 200, 422, 422, 422, 422, 422, 422",
        "SURVEYOR, sun, 200, 422, 403, 422, 403, 422, 403",
        "SURVEYOR, moon, 403, 422, 403, 422, 403, 422, 403",
        "LEADER, boss, 200, 403, 403, 403, 403, 403, 403",
        "LIAISON, li, 403, 403, 403, 403, 403, 403, 403",
        "ANALYST, bi, 403, 403, 403, 403, 403, 403, 403",
        "ADMIN, root, 403, 403, 403, 403, 403, 403, 403"
    })
    void each_role_reaches_its_own_steps_only(
            String role, String name, int read, int arrange, int move, int miss, int cancel, int complete, int plan) {
        var visit = visit(enterprise("EAST"), "2026-04-20", "sun");
        var bearer = TestTokens.bearer(name, "DIST", role);
        var at = VISITS + "/" + visit;

        as(bearer).get(at).then().statusCode(read);
        as(bearer).body(Map.of()).post(VISITS).then().statusCode(arrange);
        as(bearer).body(Map.of()).put(at).then().statusCode(move);
        as(bearer).body(Map.of()).post(at + "/miss").then().statusCode(miss);
        as(bearer).body(Map.of()).post(at + "/cancellation").then().statusCode(cancel);
        as(bearer).body(Map.of()).post(at + "/completion").then().statusCode(complete);
        as(bearer).body(Map.of()).post(PLANS).then().statusCode(plan);
        as(bearer).get(COVERAGE + "?month=2026-04").then().statusCode(arrange == 403 && read == 403 ? 403 : 200);
        as(bearer)
                .body(Map.of("completions", List.of()))
                .post(VISITS + "/completions/batch")
                .then()
                .statusCode(complete == 403 ? 403 : 200);
    }

    @Test
    void another_surveyors_visit_can_be_neither_missed_nor_completed() {
        var visit = visit(enterprise("EAST"), "2026-04-20", "sun");

        complete(surveyor("moon"), visit, report()).then().statusCode(403);
        as(surveyor("moon"))
                .body(Map.of("reason", "x"))
                .post(VISITS + "/" + visit + "/miss")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:huisheng:problem:foreign-visit"));
        as(surveyor("moon"))
                .body(Map.of("enterprise", enterprise("EAST"), "plannedFor", "2026-04-20", "surveyor", "sun"))
                .post(VISITS)
                .then()
                .statusCode(403);
    }

    @Test
    void a_leader_sees_a_visit_without_personal_data() {
        var visit = visit(enterprise("EAST"), "2026-04-20", "sun");
        complete(surveyor("sun"), visit, report(slip("电压不稳"))).then().statusCode(201);

        var seen = as(leader()).get(VISITS + "/" + visit);

        seen.then().statusCode(200).body("satisfaction", equalTo(4)).body("enterpriseContacts", empty());
        assertThat(seen.asString()).doesNotContain("接待人乙", "000-98765", "内部走访记录", "000-54321", "每天下午");
        assertThat(as(leader()).get(VISITS).asString()).doesNotContain("接待人乙", "000-98765", "000-54321");
    }

    @Test
    void the_outbox_hears_of_a_visit_without_names() {
        var visit = visit(enterprise("EAST"), "2026-04-20", "sun");
        complete(surveyor("sun"), visit, report(slip("电压不稳"))).then().statusCode(201);
        var visitedBefore = Instant.now().plus(1, ChronoUnit.MINUTES);

        var events = EventsOf.key(kafka, visit, 2);

        assertThat(events)
                .extracting(event -> event.getType())
                .containsExactly("feedback.visit-planned.v1", "feedback.visit-completed.v1");
        assertThat(events).allSatisfy(event -> {
            var data = EventsOf.data(event);
            assertThat(data)
                    .contains("\"park\":\"EAST\"", "\"department\":\"MKT\"", "\"plannedFor\":\"2026-04-20\"")
                    .doesNotContain("接待人", "企业", "000-98765", "000-54321", "sun");
        });
        assertThat(EventsOf.data(events.get(1))).contains("\"satisfaction\":4", "\"slips\":1");
        assertThat(events.get(1).getTime().toInstant()).isBefore(visitedBefore);
    }
}
