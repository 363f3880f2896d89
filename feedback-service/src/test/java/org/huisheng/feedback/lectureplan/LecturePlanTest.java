package org.huisheng.feedback.lectureplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cloudevents.CloudEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.huisheng.feedback.EventsOf;
import org.huisheng.feedback.lecture.LectureFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans of years far from now, so that the service's own clock settles nothing of them. */
@QuarkusTest
class LecturePlanTest extends LectureFixture {

    private static final String PLANS = "/api/feedback/v1/lecture-plans/";
    private static final String DUTIES = "/api/feedback/v1/lecture-duties?year=";

    @Inject
    SettleWindows settleWindows;

    @Inject
    WatchWindows watchWindows;

    private static Map<String, Object> quota(String department, String level, int people) {
        return Map.of("department", department, "level", level, "people", people);
    }

    private static Map<String, Object> plan(int firstWindow, List<Map<String, Object>> quotas) {
        var plan = new HashMap<String, Object>();
        plan.put("firstWindow", firstWindow);
        plan.put("topics", List.of(Map.of("level", "LEADERS", "title", "社会责任与部门管理")));
        plan.put("quotas", quotas);
        return plan;
    }

    private static Response kept(int year, Map<String, Object> plan) {
        return as(office()).body(plan).put(PLANS + year);
    }

    private static String adopted(int year, Map<String, Object> plan) {
        kept(year, plan).then().statusCode(201);
        return as(office())
                .post(PLANS + year + "/adoption")
                .then()
                .statusCode(200)
                .extract()
                .path("plan.id");
    }

    private static List<String> data(List<CloudEvent> events, String type, String format, String... fields) {
        return events.stream()
                .filter(event -> event.getType().equals(type))
                .map(event -> JsonPath.from(EventsOf.data(event)))
                .map(data -> format.formatted(
                        Stream.of(fields).map(data::<Object>get).toArray()))
                .toList();
    }

    @Test
    void a_plan_counts_once_it_is_adopted_and_its_changes_as_differences() {
        var quotas = List.of(quota("DIST", "LEADERS", 6), quota("DIST", "TEAMS", 90), quota("MKT", "TEAMS", 30));

        var id = adopted(2090, plan(1, quotas));
        as(office()).post(PLANS + 2090 + "/adoption").then().statusCode(409);
        kept(2090, plan(1, List.of(quota("DIST", "LEADERS", 6), quota("DIST", "TEAMS", 80))))
                .then()
                .statusCode(200)
                .body("plan.people", equalTo(86));
        kept(2090, plan(1, List.of(quota("DIST", "LEADERS", 10), quota("DIST", "TEAMS", 76))))
                .then()
                .statusCode(200);
        kept(2090, plan(2, quotas)).then().statusCode(409).body("type", endsWith("lecture-plan-adopted"));

        var changes = data(
                EventsOf.key(kafka, id, 2),
                "feedback.lecture-plan-changed.v1",
                "%s %s",
                "changes.department",
                "changes.added");
        assertThat(changes).containsExactly("[DIST, MKT] [96, 30]", "[DIST, MKT] [-10, -30]");
        as(liaison("MKT"))
                .get(PLANS + 2090)
                .then()
                .statusCode(200)
                .body("plan.adoptedAt", notNullValue())
                .body("quotas.people", contains(10, 76))
                .body("topics.title", contains("社会责任与部门管理"));
    }

    @Test
    void two_who_write_a_plan_at_once_do_not_lose_each_others_words() {
        kept(2091, plan(1, List.of())).then().statusCode(201);
        var seen = as(office()).get(PLANS + 2091).header("ETag");

        as(office())
                .header("If-Match", seen)
                .body(plan(3, List.of(quota("DIST", "TEAMS", 9))))
                .put(PLANS + 2091)
                .then()
                .statusCode(200)
                .body("plan.adoptedAt", nullValue());
        as(office())
                .header("If-Match", seen)
                .body(plan(1, List.of()))
                .put(PLANS + 2091)
                .then()
                .statusCode(412);
        as(office())
                .header("If-Match", seen)
                .post(PLANS + 2091 + "/adoption")
                .then()
                .statusCode(412);
    }

    @Test
    void a_plan_for_nobody_is_not_adopted() {
        kept(2092, plan(1, List.of())).then().statusCode(201);

        as(office())
                .post(PLANS + 2092 + "/adoption")
                .then()
                .statusCode(409)
                .body("type", endsWith("lecture-plan-of-nobody"));
        as(office()).post(PLANS + 2093 + "/adoption").then().statusCode(404);
    }

    @Test
    void each_two_months_are_settled_once_for_every_active_department_however_many_clocks_tick() throws Exception {
        var id = adopted(
                2094,
                plan(2, List.of(quota("DIST", "TEAMS", 40), quota("MKT", "TEAMS", 20), quota("OLD", "TEAMS", 5))));
        var beforeGrace = Instant.parse("2094-05-03T15:59:59Z");
        var afterGrace = Instant.parse("2094-05-03T16:00:00Z");
        heldIn("DIST", 2094, "2094-04-30T15:59:00Z");
        settleUntil("2094-04-01T00:00:00Z");

        var early = settleWindows.turn(beforeGrace);
        var turns = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<Boolean> turn :
                    threads.invokeAll(Stream.<Callable<Boolean>>generate(() -> () -> settleWindows.turn(afterGrace))
                            .limit(8)
                            .toList())) {
                turns += turn.get() ? 1 : 0;
            }
        }

        assertThat(early).isFalse();
        assertThat(turns).isEqualTo(1);
        var settled = data(
                EventsOf.key(kafka, id, 3),
                "feedback.lecture-duty-settled.v1",
                "%s %s %s %s",
                "department",
                "month",
                "held",
                "people");
        assertThat(settled).containsExactlyInAnyOrder("DIST 2094-04 true 40", "MKT 2094-04 false 20");
        as(liaison("MKT"))
                .get(DUTIES + 2094)
                .then()
                .statusCode(200)
                .body("items.department", contains("DIST", "MKT", "OLD"))
                .body("items[0].windows", contains("NOT_DUE", "HELD", "UPCOMING", "UPCOMING", "UPCOMING", "UPCOMING"))
                .body("items[1].windows[1]", equalTo("MISSED"))
                .body("items[2].windows[1]", equalTo("NOT_DUE"));
    }

    @Test
    void what_is_decided_stays_so_and_what_comes_in_time_shows_at_once() throws SQLException {
        adopted(2095, plan(1, List.of(quota("DIST", "TEAMS", 40))));
        settleUntil("2095-03-05T00:00:00Z");
        heldIn("DIST", 2095, "2095-02-10T02:00:00Z");
        heldIn("DIST", 2095, "2095-03-01T02:00:00Z");

        as(office())
                .get(DUTIES + 2095)
                .then()
                .body("items[0].windows[0]", equalTo("MISSED"))
                .body("items[0].windows[1]", equalTo("HELD"));
    }

    private void settleUntil(String moment) {
        boolean settled;
        do {
            settled = settleWindows.turn(Instant.parse(moment));
        } while (settled);
    }

    /** Nobody waits for the day: what is held then is entered as if it had been. */
    private void heldIn(String department, int year, String startsAt) throws SQLException {
        var id = opened(department, Instant.parse("2006-04-22T06:30:00Z"));
        add(id, department, "N%d".formatted(year)).then().statusCode(200);
        hold(id).then().statusCode(200);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE lecture SET starts_at = '%s' WHERE id = '%s'".formatted(startsAt, id));
        }
    }

    @Test
    void plans_are_listed_the_latest_year_first() {
        kept(2098, plan(1, List.of())).then().statusCode(201);
        kept(2099, plan(1, List.of())).then().statusCode(201);

        String next = as(office())
                .get(PLANS + "?limit=1")
                .then()
                .body("items.year", contains(2099))
                .extract()
                .path("next");
        as(office()).queryParams("limit", 1, "cursor", next).get(PLANS).then().body("items.year", contains(2098));
    }

    @Test
    void who_is_to_be_reached_is_shown_also_where_nobody_has_come() {
        kept(2097, plan(1, List.of(quota("DIST", "TEAMS", 12), quota("MKT", "YOUNG_STAFF", 8))))
                .then()
                .statusCode(201);

        as(liaison("DIST"))
                .get("/api/feedback/v1/lecture-coverage?year=2097")
                .then()
                .body("items.due", containsInAnyOrder(12, 8))
                .body("items.covered", containsInAnyOrder(0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "2089, DIST, TEAMS, 0, 422",
        "2089, DIST, TEAMS, 10001, 422",
        "2089, NOPE, TEAMS, 5, 422",
        "2089, DIST, OTHERS, 5, 400",
        "1999, DIST, TEAMS, 5, 422"
    })
    void a_plan_is_not_made_of(int year, String department, String level, int people, int status) {
        kept(year, plan(1, List.of(quota(department, level, people)))).then().statusCode(status);
    }

    @Test
    void a_department_and_level_are_named_once() {
        kept(2089, plan(1, List.of(quota("DIST", "TEAMS", 5), quota("DIST", "TEAMS", 6))))
                .then()
                .statusCode(422)
                .body("violations.path", hasItem("/quotas/1"));
        kept(2089, plan(7, List.of())).then().statusCode(422).body("violations.path", hasItem("/firstWindow"));
    }

    @Test
    void a_department_without_a_lecture_is_reminded_while_there_is_time_and_each_time_once() {
        var plan = adopted(2079, plan(1, List.of(quota("DIST", "TEAMS", 9), quota("MKT", "TEAMS", 9))));
        planned("DIST", Instant.parse("2079-02-27T06:00:00Z"));
        String recipient = as(office())
                .body(Map.of("audience", "OFFICE", "channel", "EMAIL", "address", UUID.randomUUID() + "@example.org"))
                .post("/api/feedback/v1/recipients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        remindUntil("2079-02-14T00:00:00Z");
        assertThat(reminders(plan, "MKT", recipient)).isZero();
        remindUntil("2079-02-16T00:00:00Z");
        assertThat(reminders(plan, "MKT", recipient)).isEqualTo(1);
        remindUntil("2079-02-27T00:00:00Z");
        remindUntil("2079-02-28T00:00:00Z");

        // Of a department without an address the office hears.
        assertThat(reminders(plan, "MKT", recipient)).isEqualTo(2);
        assertThat(reminders(plan, "DIST", recipient)).isZero();
        as(office()).delete("/api/feedback/v1/recipients/" + recipient).then().statusCode(204);
    }

    private void remindUntil(String moment) {
        var more = true;
        while (more) {
            more = watchWindows.turn(Instant.parse(moment));
        }
    }

    private long reminders(String plan, String department, String recipient) {
        return count("SELECT count(*) FROM notice WHERE occasion = 'LECTURE_DUE' AND subject = '" + plan
                + "' AND department = '" + department + "' AND recipient = '" + recipient + "'");
    }
}
