package org.huisheng.feedback.lecture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.huisheng.feedback.EventsOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LectureTest extends LectureFixture {

    /** A year to each test that counts who is covered, so that none covers people of another. */
    private static Instant begunIn(int year) {
        return Instant.parse(year + "-04-22T06:30:00Z");
    }

    private static Instant now() {
        return Instant.now().minusSeconds(60);
    }

    @Test
    void a_lecture_is_planned_signed_in_to_and_held_once() {
        var planned = lecture("DIST", begunIn(2001));
        var id = planned(planned);
        as(office()).body(planned).post(LECTURES).then().statusCode(200).body("lecture.id", equalTo(id));
        open(id);
        var token = token(id);

        add(id, "DIST", "g-1001", "Ｇ-１００１ ").then().statusCode(200);
        add(id, "MKT", "G-1002").then().statusCode(200);
        signIn(token, "G-1004", "DIST").then().statusCode(409).body("type", endsWith("lecture-over"));
        as(liaison("MKT"))
                .get(LECTURES + "/" + id)
                .then()
                .statusCode(200)
                .body("lecture.status", equalTo("OPEN"))
                .body("lecture.people", equalTo(2))
                .body("lecture.newlyCovered", nullValue())
                .body("attendance.department", contains("DIST", "MKT"));
        hold(id).then()
                .statusCode(200)
                .body("lecture.status", equalTo("HELD"))
                .body("lecture.people", equalTo(2))
                .body("lecture.newlyCovered", equalTo(2));
        hold(id).then().statusCode(409).body("type", endsWith("illegal-transition"));
        signIn(token, "G-1003", "DIST").then().statusCode(409).body("type", endsWith("lecture-over"));
        add(id, "DIST", "G-1003").then().statusCode(409);
        as(office()).body(planned).put(LECTURES + "/" + id).then().statusCode(409);

        assertThat(EventsOf.key(kafka, id, 1)).singleElement().satisfies(event -> {
            assertThat(event.getType()).isEqualTo("feedback.lecture-held.v1");
            assertThat(EventsOf.data(event)).doesNotContain("1001");
            var data = JsonPath.from(EventsOf.data(event));
            assertThat(data.getString("startedAt")).isEqualTo("2001-04-22T06:30:00Z");
            assertThat(data.getList("attendance.department", String.class)).containsExactly("DIST", "MKT");
            assertThat(data.getList("attendance.people", Integer.class)).containsExactly(1, 1);
            assertThat(data.getList("attendance.newlyCovered", Integer.class)).containsExactly(1, 1);
        });
        as(office())
                .get(LECTURES + "/" + id + "/history")
                .then()
                .body("items.step", contains("HELD", "ADDED_BY_HAND", "ADDED_BY_HAND", "OPENED", "PLANNED"));
    }

    @Test
    void who_has_been_to_one_of_the_level_this_year_is_not_covered_anew() {
        var first = opened("DIST", begunIn(2002));
        add(first, "DIST", "A101", "A102", "A103").then().statusCode(200);
        hold(first).then().body("lecture.newlyCovered", equalTo(3));
        var second = opened("MKT", begunIn(2002).plus(Duration.ofDays(40)));
        add(second, "DIST", "a102", "A103", "A104").then().body("lecture.people", equalTo(3));
        var otherLevel = lecture("MKT", begunIn(2002));
        otherLevel.put("level", "LEADERS");
        var third = planned(otherLevel);
        open(third);
        add(third, "DIST", "A101").then().statusCode(200);
        var nextYear = opened("DIST", begunIn(2003));
        add(nextYear, "DIST", "A101").then().statusCode(200);

        hold(second).then().body("lecture.newlyCovered", equalTo(1)).body("attendance.people", contains(3));
        hold(third).then().body("lecture.newlyCovered", equalTo(1));
        hold(nextYear).then().body("lecture.newlyCovered", equalTo(1));
        as(liaison("DIST"))
                .get("/api/feedback/v1/lecture-coverage?year=2002")
                .then()
                .body("items.level", contains("LEADERS", "TEAMS"))
                .body("items.covered", contains(1, 4))
                .body("items.attended", contains(1, 6))
                .body("items.due", contains(0, 0));
    }

    @Test
    void of_two_lectures_held_at_once_only_one_covers_somebody() throws Exception {
        var numbers = IntStream.range(0, 80).mapToObj(n -> "B" + (1000 + n)).toArray(String[]::new);
        var ids = new ArrayList<String>();
        for (var i = 0; i < 4; i++) {
            var id = opened("DIST", begunIn(2004));
            add(id, i % 2 == 0 ? "DIST" : "MKT", numbers).then().statusCode(200);
            ids.add(id);
        }

        try (var threads = Executors.newFixedThreadPool(4)) {
            var held = ids.stream()
                    .<Callable<Integer>>map(id ->
                            () -> hold(id).then().statusCode(200).extract().path("lecture.newlyCovered"))
                    .toList();
            var covered = 0;
            for (Future<Integer> one : threads.invokeAll(held)) {
                covered += one.get();
            }
            assertThat(covered).isEqualTo(80);
        }
    }

    @Test
    void nothing_of_a_person_stays_but_that_they_were_covered() {
        var id = opened("DIST", begunIn(2005));
        add(id, "DIST", "C7001", "C7002").then().statusCode(200);
        var while_open = count("SELECT count(*) FROM lecture_sign_in WHERE lecture = '" + id + "'");
        hold(id).then().statusCode(200);

        assertThat(while_open).isEqualTo(2);
        assertThat(count("SELECT count(*) FROM lecture_sign_in WHERE lecture = '" + id + "'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM lecture_covered WHERE year = 2005"))
                .isEqualTo(2);
        assertThat(count("SELECT count(*) FROM audit_entry WHERE audit_entry::text LIKE '%C7001%'"))
                .isZero();
    }

    @Test
    void the_last_seat_is_taken_once_however_many_want_it() throws Exception {
        var small = lecture("DIST", now());
        small.put("capacity", 5);
        var id = planned(small);
        open(id);
        var token = token(id);

        try (var threads = Executors.newFixedThreadPool(8)) {
            var wishes = IntStream.range(0, 24)
                    .<Callable<Integer>>mapToObj(
                            n -> () -> signIn(token, "D" + (200 + n), "DIST").statusCode())
                    .toList();
            var codes = new ArrayList<Integer>();
            for (Future<Integer> answer : threads.invokeAll(wishes)) {
                codes.add(answer.get());
            }
            assertThat(codes).filteredOn(code -> code == 200).hasSize(5);
            assertThat(codes).filteredOn(code -> code == 409).hasSize(19);
        }
        as(office()).get(LECTURES + "/" + id).then().body("lecture.people", equalTo(5));
    }

    @Test
    void the_answer_does_not_tell_who_was_there_before() {
        var id = opened("DIST", now());
        var token = token(id);

        var first =
                signIn(token, " e5001", "DIST").then().statusCode(200).extract().asString();
        var again =
                signIn(token, "E5001", "MKT").then().statusCode(200).extract().asString();

        assertThat(again).isEqualTo(first).doesNotContain("E5001");
        as(office()).get(LECTURES + "/" + id).then().body("attendance.department", contains("DIST"));
        add(id, "MKT", "E5001").then().body("attendance.department", contains("MKT"));
    }

    @Test
    void whoever_has_the_link_sees_where_they_are_and_nobody_else_does() {
        var asked = lecture("DIST", now());
        asked.put("before", Map.of("campaign", UUID.randomUUID().toString(), "link", "before-link"));
        asked.put("after", Map.of("campaign", UUID.randomUUID().toString(), "link", "after-link"));
        var id = planned(asked);
        as(office()).get(LECTURES + "/" + id + "/sign-in-address").then().statusCode(409);
        open(id);
        var token = token(id);

        given().header("Accept-Language", "en")
                .get(SIGN_INS + token)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("status", equalTo("OPEN"))
                .body("departmentName", equalTo("Distribution"))
                .body("departments.code", hasItem("MKT"))
                .body("departments.code", not(hasItem("OLD")))
                .body("before", equalTo("before-link"))
                .body("after", equalTo("after-link"));
        given().get(SIGN_INS + "nosuchtokennosuchtoken").then().statusCode(404);
        as(office())
                .get(LECTURES + "/" + id + "/qr.svg")
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .body(startsWith(""));
        as(liaison("MKT")).get(LECTURES + "/" + id + "/qr.png").then().statusCode(403);
        add(id, "DIST", "F100").then().statusCode(200);
        hold(id).then().statusCode(200);
        given().get(SIGN_INS + token)
                .then()
                .body("status", equalTo("HELD"))
                .body("departments", empty())
                .body("before", nullValue())
                .body("after", equalTo("after-link"));
        as(office()).get(LECTURES + "/" + id + "/qr.svg").then().statusCode(409);
    }

    @Test
    void a_lecture_is_opened_from_the_day_before_on_and_not_over_before_it_begins() {
        var tooEarly = planned("DIST", Instant.now().plus(Duration.ofHours(26)));
        var tomorrow = planned("DIST", Instant.now().plus(Duration.ofHours(20)));

        stepped(office(), tooEarly, "opening", Map.of())
                .then()
                .statusCode(409)
                .body("type", endsWith("lecture-too-early"));
        open(tomorrow);
        add(tomorrow, "DIST", "H100").then().statusCode(200);
        hold(tomorrow).then().statusCode(409).body("type", endsWith("lecture-not-begun"));
        var empty = opened("DIST", now());
        hold(empty).then().statusCode(409).body("type", endsWith("lecture-without-attendance"));
        as(office()).get(LECTURES + "/" + empty).then().body("lecture.status", equalTo("OPEN"));
    }

    @Test
    void a_cancelled_lecture_says_why_and_forgets_who_had_come() {
        var id = opened("DIST", now());
        var token = token(id);
        signIn(token, "J100", "DIST").then().statusCode(200);

        stepped(liaison("MKT"), id, "cancellation", Map.of("reason", "x"))
                .then()
                .statusCode(403);
        stepped(liaison("DIST"), id, "cancellation", Map.of("reason", "讲师出差，改期举办"))
                .then()
                .statusCode(200)
                .body("lecture.status", equalTo("CANCELLED"))
                .body("lecture.people", equalTo(0))
                .body("reason", equalTo("讲师出差，改期举办"));
        signIn(token, "J101", "DIST").then().statusCode(409).body("type", endsWith("lecture-cancelled"));
    }

    @Test
    void nobody_overwrites_what_they_have_not_seen_nor_moves_a_lecture_people_are_at() {
        var asPlanned = lecture("DIST", now());
        var id = planned(asPlanned);
        var seen = as(office()).get(LECTURES + "/" + id).header("ETag");
        asPlanned.put("place", "一楼报告厅");

        as(liaison("DIST"))
                .header("If-Match", seen)
                .body(asPlanned)
                .put(LECTURES + "/" + id)
                .then()
                .statusCode(200)
                .body("lecture.place", equalTo("一楼报告厅"));
        as(office())
                .header("If-Match", seen)
                .body(asPlanned)
                .put(LECTURES + "/" + id)
                .then()
                .statusCode(412);
        as(office())
                .header("If-Match", seen)
                .post(LECTURES + "/" + id + "/opening")
                .then()
                .statusCode(412);
        open(id);
        asPlanned.put("place", "四楼");
        as(office()).body(asPlanned).put(LECTURES + "/" + id).then().statusCode(200);
        asPlanned.put("level", "LEADERS");
        as(office())
                .body(asPlanned)
                .put(LECTURES + "/" + id)
                .then()
                .statusCode(409)
                .body("type", endsWith("lecture-open"));
    }

    @Test
    void a_liaison_holds_those_of_their_department_and_sees_all() {
        as(liaison("DIST")).body(lecture("MKT", now())).post(LECTURES).then().statusCode(403);
        as(liaison("DIST")).body(lecture("DIST", now())).post(LECTURES).then().statusCode(201);
        var id = opened("MKT", now());
        as(liaison("DIST"))
                .body(Map.of("department", "DIST", "staffNumbers", List.of("K100")))
                .post(LECTURES + "/" + id + "/attendances")
                .then()
                .statusCode(403);
        as(liaison("DIST")).get(LECTURES + "/" + id).then().statusCode(200);
    }

    @Test
    void lectures_are_listed_the_latest_first_by_what_they_are_found_by() {
        var april = planned("MKT", begunIn(2010));
        var may = planned("MKT", begunIn(2010).plus(Duration.ofDays(30)));
        var other = planned("DIST", begunIn(2010).plus(Duration.ofDays(60)));

        var firstPage = as(office()).get(LECTURES + "?year=2010&limit=2").then();
        firstPage.body("items.id", contains(other, may));
        String next = firstPage.extract().path("next");
        as(office())
                .queryParams("year", 2010, "limit", 2, "cursor", next)
                .get(LECTURES)
                .then()
                .body("items.id", contains(april))
                .body("next", nullValue());
        as(office())
                .get(LECTURES + "?year=2010&department=MKT&level=TEAMS&status=PLANNED")
                .then()
                .body("items.id", contains(may, april));
        as(office()).get(LECTURES + "?month=2010-04").then().body("items.id", contains(april));
        as(office()).get(LECTURES + "?month=2010-04&year=2010").then().statusCode(400);
        as(office()).get(LECTURES + "?when=2010").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "level, OTHER, 400",
        "level, , 422",
        "department, NOPE, 422",
        "department, OLD, 422",
        "capacity, 0, 422",
        "capacity, 2001, 422",
        "startsAt, 1999-12-31T00:00:00Z, 422",
        "startsAt, +20000-01-01T00:00:00Z, 422",
        "topic, ' ', 422",
        "speaker, , 422",
        "number, 5, 400"
    })
    void a_lecture_is_not_planned_with(String field, String value, int status) {
        var lecture = lecture("DIST", now());
        lecture.put(field, value != null && value.matches("\\d+") ? Integer.valueOf(value) : value);

        as(office()).body(lecture).post(LECTURES).then().statusCode(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "12", "no.5", "张三", "123456789012345678901", "-12", "12;--"})
    void a_staff_number_is_none(String typed) {
        var token = token(opened("DIST", now()));

        signIn(token, typed, "DIST").then().statusCode(422).body("violations.path", hasItem("/staffNumber"));
    }

    @Test
    void a_list_names_each_line_that_is_no_staff_number() {
        var id = opened("DIST", now());

        add(id, "DIST", "L100", "?", "L101", "张")
                .then()
                .statusCode(422)
                .body("violations.path", contains("/staffNumbers/1", "/staffNumbers/3"));
        add(id, "DIST", IntStream.range(0, 501).mapToObj(n -> "M" + (1000 + n)).toArray(String[]::new))
                .then()
                .statusCode(422);
        as(office()).get(LECTURES + "/" + id).then().body("attendance", hasSize(0));
    }
}
