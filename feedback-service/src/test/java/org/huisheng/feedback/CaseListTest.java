package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CaseListTest extends HttpTest {

    @Test
    void lists_are_paged_newest_first_without_gaps_doubles_or_personal_data() {
        var side = "GOVERNMENT";
        var request = new HashMap<>(complaint());
        request.put("side", side);
        var ids = new ArrayDeque<String>();
        for (var i = 0; i < 5; i++) {
            ids.addFirst(as(office()).body(request).post(CASES).path("id"));
        }

        var first = as(office()).get(CASES + "?status=RECEIVED&limit=2&side=" + side);
        var second =
                as(office()).get(CASES + "?status=RECEIVED&limit=2&side=" + side + "&cursor=" + first.path("next"));
        var third =
                as(office()).get(CASES + "?status=RECEIVED&limit=2&side=" + side + "&cursor=" + second.path("next"));

        assertThat(first.asString()).doesNotContain("某企业联系人", "000-12345", "每天下午");
        var seen = new ArrayList<String>(first.jsonPath().getList("items.id"));
        seen.addAll(second.jsonPath().getList("items.id"));
        seen.addAll(third.jsonPath().getList("items.id"));
        assertThat(seen).containsExactlyElementsOf(ids);
        third.then().body("next", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"openedAt, 0 1 2", "dueAt, 2 0 1", "-dueAt, 1 0 2", "-openedAt, 2 1 0"})
    void a_list_begins_with_what_is_asked_for_and_goes_on_so(String sort, String expected) {
        var words = "排序" + UUID.randomUUID();
        var ids = new ArrayList<String>();
        for (var severity : List.of("NORMAL", "LOW", "CRITICAL")) {
            var request = new HashMap<>(complaint());
            request.put("title", words);
            request.put("severity", severity);
            ids.add(as(office()).body(request).post(CASES).path("id"));
        }
        var list = CASES + "?limit=2&status=RECEIVED&q=" + words + "&sort=" + sort;

        await().untilAsserted(() -> as(office()).get(list).then().body("items", hasSize(2)));
        await().untilAsserted(() ->
                assertThat(as(office()).get(list).<String>path("next")).isNotNull());
        var first = as(office()).get(list);
        var second = as(office()).get(list + "&cursor=" + first.path("next"));

        var seen = new ArrayList<String>(first.jsonPath().getList("items.id"));
        seen.addAll(second.jsonPath().getList("items.id"));
        assertThat(seen.stream().map(ids::indexOf).map(String::valueOf).collect(Collectors.joining(" ")))
                .isEqualTo(expected);
        second.then().body("next", nullValue());
    }

    @Test
    void what_is_open_is_told_from_what_is_settled_by_the_time_it_is_due() {
        var open = assigned("DIST");
        var settled = resolved("DIST");
        var list = CASES + "?open=true&sort=dueAt&department=DIST&limit=200";

        var found = new ArrayList<String>();
        String next = null;
        do {
            var page = as(office()).get(list + (next == null ? "" : "&cursor=" + next));
            page.then().statusCode(200);
            found.addAll(page.jsonPath().getList("items.id"));
            next = page.path("next");
        } while (next != null);

        assertThat(found).contains(open).doesNotContain(settled).doesNotHaveDuplicates();
        as(office()).get(CASES + "?open=perhaps").then().statusCode(400);
    }

    @Test
    void whoever_began_first_finds_the_case_it_has_handed_on() {
        var kept = assigned("DIST");
        step(liaison("DIST"), kept, "start", Map.of()).then().statusCode(200);
        var handedOn = assigned("DIST");
        step(liaison("DIST"), handedOn, "start", Map.of()).then().statusCode(200);
        step(liaison("DIST"), handedOn, "transfer", Map.of("department", "MKT", "reason", "表计"))
                .then()
                .statusCode(200);

        as(liaison("DIST")).get(CASES + "?limit=200").then().body("items.id", not(hasItem(handedOn)));
        as(liaison("DIST"))
                .get(CASES + "?limit=200&handedOnBy=DIST")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(handedOn))
                .body("items.id", not(hasItem(kept)))
                .body("items.department", not(hasItem("DIST")));
        as(liaison("MKT"))
                .get(CASES + "?limit=200&handedOnBy=DIST")
                .then()
                .body("items.id", hasItem(handedOn))
                .body("items.department", everyItem(equalTo("MKT")));
        as(liaison("DIST"))
                .get(CASES + "?handedOnBy=DIST&department=MKT&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(handedOn));
        as(liaison("MKT")).get(CASES + "?handedOnBy=DIST&department=OLD").then().statusCode(403);
    }

    @Test
    void a_list_of_a_period_holds_whole_days_of_business_time() throws SQLException {
        var words = "时段" + UUID.randomUUID();
        var ids = new ArrayList<String>();
        for (var time : List.of(
                "2020-02-28 23:59:59.999999+08",
                "2020-02-29 00:00:00+08",
                "2020-02-29 23:59:59.999999+08",
                "2020-03-01 00:00:00+08")) {
            var request = new HashMap<>(complaint());
            request.put("title", words);
            String id = as(office()).body(request).post(CASES).path("id");
            openedAt(id, time);
            ids.add(id);
        }
        var list = CASES + "?sort=openedAt&q=" + words;
        await().untilAsserted(() -> as(office()).get(list).then().body("items", hasSize(4)));

        as(office())
                .get(list + "&openedFrom=2020-02-29&openedTo=2020-02-29")
                .then()
                .body("items.id", contains(ids.get(1), ids.get(2)));
        as(office())
                .get(list + "&openedFrom=2020-02-29")
                .then()
                .body("items.id", contains(ids.get(1), ids.get(2), ids.get(3)));
        as(office())
                .get(list + "&openedTo=2020-02-29")
                .then()
                .body("items.id", contains(ids.get(0), ids.get(1), ids.get(2)));
        assertThat(as(office())
                        .header("Accept", "text/csv")
                        .get(list + "&openedTo=2020-02-28")
                        .asString())
                .contains(ids.getFirst())
                .doesNotContain(ids.get(1), ids.get(2), ids.get(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openedFrom=2020-02-30",
                "openedFrom=yesterday",
                "openedTo=1020-02-28",
                "openedTo=",
                "openedFrom=2020-03-01&openedTo=2020-02-29"
            })
    void what_is_no_period_is_refused(String period) {
        as(office())
                .header("Accept-Language", "zh-CN")
                .get(CASES + "?" + period)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations", hasSize(1));
    }

    /** As if it had been opened then. */
    private void openedAt(String id, String time) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE feedback_case SET opened_at = '%1$s', received_at = '%1$s' WHERE id = '%2$s'"
                    .formatted(time, id));
        }
    }

    @Test
    void a_line_says_which_version_a_change_of_many_at_once_is_about() {
        var words = "版本" + UUID.randomUUID();
        var request = new HashMap<>(complaint());
        request.put("title", words);
        String id = as(office()).body(request).post(CASES).path("id");
        var list = CASES + "?q=" + words;
        await().untilAsserted(() -> as(office()).get(list).then().body("items", hasSize(1)));
        int shown = as(office()).get(list).path("items[0].version");

        step(office(), id, "assignment", Map.of("department", "DIST")).then().statusCode(200);

        as(office())
                .body(Map.of("cases", List.of(Map.of("id", id, "version", shown)), "department", "MKT"))
                .post(CASES + "/assignments")
                .then()
                .statusCode(200)
                .body("results[0].status", equalTo(412));
        as(office()).get(CASES + "/" + id).then().body("department", equalTo("DIST"));
    }

    @Test
    void an_unknown_order_and_a_place_in_another_one_are_refused() {
        opened();
        opened();
        var next = as(office()).get(CASES + "?limit=1").<String>path("next");

        as(office()).get(CASES + "?sort=title").then().statusCode(400);
        as(office()).get(CASES + "?limit=1&sort=dueAt&cursor=" + next).then().statusCode(400);
    }

    @Test
    void a_long_timeline_comes_in_pages() {
        var id = opened();
        for (var i = 0; i < 104; i++) {
            step(office(), id, "assignment", Map.of("department", i % 2 == 0 ? "DIST" : "MKT"))
                    .then()
                    .statusCode(200);
        }

        as(office()).get(CASES + "/" + id).then().body("timeline", hasSize(100)).body("timelineNext", equalTo("100"));
        as(office())
                .get(CASES + "/" + id + "/timeline?cursor=100")
                .then()
                .body("items.seq", contains(101, 102, 103, 104, 105))
                .body("items.seq", not(hasItem(100)))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "status",
                "department",
                "side",
                "department,status",
                "side,status",
                "department,side",
                "department,status,side"
            })
    void every_list_is_read_from_an_index_already_in_order(String filters) throws SQLException {
        isReadInOrder(filters, "opened_at", "now()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "status", "department", "department,status"})
    void so_is_one_by_the_time_cases_are_due(String filters) throws SQLException {
        // From somewhere in the list on: before now nothing of what other tests have left is due, and an empty range
        // tells nothing.
        isReadInOrder(filters, "coalesce(resolution_due_at, '9999-12-31T00:00:00Z')", "now() + interval '10 years'");
    }

    @ParameterizedTest
    @CsvSource({
        "opened_at, '', feedback_case_open",
        "opened_at, department, feedback_case_open_department",
        "due, '', feedback_case_open_due",
        "due, department, feedback_case_open_due_department",
    })
    void what_is_open_is_read_from_an_index_of_nothing_else(String order, String filter, String index)
            throws SQLException {
        var place = order.equals("due") ? "coalesce(resolution_due_at, '9999-12-31T00:00:00Z')" : order;
        var narrowed = filter.isEmpty() ? "" : " AND " + filter + " = 'x'";

        // Settled cases are in the other indexes only, and of those the planner of an empty table knows nothing.
        assertThat(plan("SELECT * FROM feedback_case WHERE "
                        + "status IN ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'DISPUTED')"
                        + narrowed + " ORDER BY " + place + " DESC, id DESC LIMIT 51"))
                .containsPattern("Index Scan Backward using " + index + " ")
                .doesNotContain("Sort", "Filter");
    }

    @ParameterizedTest
    @CsvSource({
        "severity = 'CRITICAL', feedback_case_severity",
        "first_receiver = 'x' AND first_receiver <> department, feedback_case_handed_on",
    })
    void what_is_rare_is_read_from_an_index_of_its_own(String condition, String index) throws SQLException {
        assertThat(plan("SELECT * FROM feedback_case WHERE " + condition
                        + " ORDER BY opened_at DESC, id DESC LIMIT 51"))
                .contains("Index Scan Backward using " + index)
                .doesNotContain("Sort");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "department = 'x' AND ", "status = 'CLOSED' AND ", "severity = 'CRITICAL' AND "})
    void a_period_bounds_the_index_the_list_is_read_from(String narrowed) throws SQLException {
        assertThat(plan("SELECT * FROM feedback_case WHERE " + narrowed
                        + "opened_at >= timestamptz '2020-02-29 00:00+08' AND opened_at < timestamptz '2020-03-01 00:00+08'"
                        + " ORDER BY opened_at DESC, id DESC LIMIT 51"))
                .contains("Index Scan Backward")
                .containsPattern("Index Cond: .*opened_at >= .*opened_at < ")
                .doesNotContain("Sort", "Seq Scan");
    }

    private void isReadInOrder(String filters, String place, String from) throws SQLException {
        var where = Stream.of(filters.split(",", -1))
                .filter(filter -> !filter.isEmpty())
                .map(filter -> filter + " = 'x'")
                .collect(Collectors.joining(" AND "));
        var after = "%1$s <= %2$s AND (%1$s < %2$s OR id < gen_random_uuid())".formatted(place, from);
        var condition = where.isEmpty() ? after : where + " AND " + after;

        var plan = plan(
                "SELECT * FROM feedback_case WHERE %s ORDER BY %s DESC, id DESC LIMIT 51".formatted(condition, place));

        assertThat(plan).contains("Index Scan Backward").doesNotContain("Sort", "Seq Scan");
        if (!where.isEmpty()) {
            // Which of several indexes is best depends on the data, which is too little here to tell.
            assertThat(plan).containsPattern("Index Cond: .*(" + filters.replace(',', '|') + ") = ");
        }
    }

    @Test
    void a_timeline_is_read_from_its_key() throws SQLException {
        var plan = plan(
                "SELECT * FROM timeline_entry WHERE case_id = '0199b4a0-7c1e-7d3a-9a52-2f6d1c0b9e02' AND seq > 0 ORDER BY seq LIMIT 100");

        assertThat(plan).contains("timeline_entry_pkey").doesNotContain("Sort", "Seq Scan");
    }

    private String plan(String query) throws SQLException {
        return QueryPlan.inOrder(database, query);
    }
}
