package org.huisheng.feedback.inquiry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.huisheng.feedback.HttpTest;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class InquiryTest extends HttpTest {

    private static final String INQUIRIES = "/api/feedback/v1/inquiries";
    private static final String QUESTION = "请问哪几天下午电压偏低？";

    @Inject
    Cases cases;

    @Inject
    InquiryLinks links;

    @Inject
    Clock clock;

    @Test
    void whoever_is_asked_reads_what_is_needed_and_their_answer_ends_the_waiting() {
        var id = waiting(QUESTION);
        var token = link(id);
        read(token)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("state", equalTo("OPEN"))
                .body("title", equalTo("电压不稳"))
                .body("departmentName", equalTo("配电运检室"))
                .body("question", equalTo(QUESTION))
                .body("answer", nullValue())
                .body("awaitedUntil", notNullValue());
        assertThat(read(token).asString()).doesNotContain("等对方说明", "每天下午电压偏低", "000-12345");

        say(token, " 周一和周四 ")
                .then()
                .statusCode(200)
                .body("state", equalTo("ANSWERED"))
                .body("answer", equalTo("周一和周四"))
                .body("awaitedUntil", nullValue());

        as(liaison("DIST"))
                .get(CASES + "/" + id)
                .then()
                .body("status", equalTo("IN_PROGRESS"))
                .body("timeline[-1].step", equalTo("RESUMED"))
                .body("timeline[-1].actor", equalTo("stakeholder"))
                .body("timeline[-1].publicNote", equalTo("周一和周四"))
                .body("clocks.find { it.kind == 'RESOLUTION' }.state", equalTo("RUNNING"));
        read(token).then().body("state", equalTo("ANSWERED"));
    }

    @Test
    void the_same_answer_again_by_whichever_link_is_taken_once_and_another_is_refused() {
        var id = waiting(QUESTION);
        var first = link(id);
        var second = link(id);
        say(first, "周一").then().statusCode(200);

        say(first, "周一").then().statusCode(200).body("state", equalTo("ANSWERED"));
        say(second, "周一").then().statusCode(200).body("state", equalTo("ANSWERED"));
        say(second, "周二").then().statusCode(409).body("type", equalTo("urn:huisheng:problem:already-answered"));
        assertThat(answersOf(id)).isEqualTo(1);
    }

    @Test
    void twenty_taps_at_once_are_one_answer() throws Exception {
        var id = waiting(QUESTION);
        var tokens = List.of(link(id), link(id));

        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> one = () -> say(tokens.getFirst(), "周一").statusCode();
            Callable<Integer> other = () -> say(tokens.getLast(), "周一").statusCode();
            var taps = new ArrayList<>(Collections.nCopies(10, one));
            taps.addAll(Collections.nCopies(10, other));
            for (var done : threads.invokeAll(taps)) {
                statuses.add(done.get());
            }
        }

        assertThat(statuses).containsOnly(200);
        assertThat(answersOf(id)).isEqualTo(1);
    }

    @Test
    void an_answer_that_comes_when_nobody_waits_any_more_is_noted_as_long_as_somebody_works_on_it() {
        var id = waiting(QUESTION);
        var token = link(id);
        step(liaison("DIST"), id, "resumption", Map.of()).then().statusCode(200);

        read(token).then().body("state", equalTo("OPEN")).body("awaitedUntil", nullValue());
        say(token, "周三").then().statusCode(200).body("state", equalTo("ANSWERED"));

        as(office())
                .get(CASES + "/" + id)
                .then()
                .body("status", equalTo("IN_PROGRESS"))
                .body("timeline[-1].step", equalTo("NOTED"))
                .body("timeline[-1].actor", equalTo("stakeholder"))
                .body("timeline[-1].publicNote", equalTo("周三"));
    }

    @ParameterizedTest
    @CsvSource({"resolution", "waiting"})
    void once_the_case_has_gone_on_the_link_shows_nothing_of_it(String next) {
        var id = waiting(QUESTION);
        var token = link(id);
        step(liaison("DIST"), id, "resumption", Map.of()).then().statusCode(200);
        step(
                        liaison("DIST"),
                        id,
                        next,
                        next.equals("waiting")
                                ? Map.of("reason", "再等", "publicNote", "还有一个问题")
                                : Map.of("rootCause", "接头老化", "actionTaken", "更换接头"))
                .then()
                .statusCode(200);

        read(token)
                .then()
                .body("state", equalTo("SUPERSEDED"))
                .body("title", nullValue())
                .body("question", nullValue());
        for (var language :
                Map.of("zh-CN", "已无须答复", "en", "No answer needed any more").entrySet()) {
            given().header("Accept-Language", language.getKey())
                    .contentType(ContentType.JSON)
                    .body(Map.of("answer", "周一"))
                    .post(INQUIRIES + "/" + token)
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("title", equalTo(language.getValue()));
        }
    }

    @Test
    void a_link_is_good_for_so_long() throws SQLException {
        var id = waiting(QUESTION);
        var token = link(id);
        execute("UPDATE inquiry SET asked_at = asked_at - interval '90 days', expires_at = expires_at - interval"
                + " '90 days' WHERE case_id = '" + id + "'");

        read(token).then().statusCode(200).body("state", equalTo("EXPIRED")).body("question", nullValue());
        say(token, "周一").then().statusCode(409).body("type", equalTo("urn:huisheng:problem:inquiry-expired"));
        assertThat(answersOf(id)).isZero();
    }

    @Test
    void who_only_waits_asks_nobody() {
        var id = waiting(null);

        assertThat(QuarkusTransaction.requiringNew().call(() -> links.awaited(cases.require(UUID.fromString(id)))))
                .isEmpty();
        assertThat(lettersAbout(id)).isZero();
    }

    @Test
    void they_are_told_in_the_transaction_of_the_step_and_again_where_the_contact_is_put_right() {
        var id = waiting(QUESTION);
        assertThat(lettersAbout(id)).isEqualTo(1);

        as(office())
                .body(Map.of("name", "某企业联系人", "phone", "13900002222", "email", "asked@example.org"))
                .put(CASES + "/" + id + "/stakeholder")
                .then()
                .statusCode(200);

        assertThat(lettersAbout(id)).isBetween(2L, 3L);
        as(office())
                .get(CASES + "/" + id + "/notifications")
                .then()
                .body("items.purpose", hasItem("WORD"))
                .body("items.purpose", not(hasItem("AGREEMENT")))
                .body("items.channel", hasItem("EMAIL"));
    }

    @Test
    void who_is_to_be_judged_has_nobody_asked_at_a_number_of_their_own() {
        var request = new HashMap<>(complaint());
        request.put("stakeholder", Map.of("name", "某联系人", "phone", "13900003333"));
        String id = as(liaison("DIST"))
                .body(request)
                .post(CASES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        step(office(), id, "assignment", Map.of("department", "DIST")).then().statusCode(200);
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);

        step(liaison("DIST"), id, "waiting", Map.of("reason", "等", "publicNote", QUESTION))
                .then()
                .statusCode(200);

        assertThat(lettersAbout(id)).isZero();
    }

    @Test
    void no_link_that_could_be_answered_is_kept_in_the_database() {
        var id = waiting(QUESTION);
        var token = link(id);

        assertThat(count("SELECT count(*) FROM inquiry AS i WHERE i.case_id = '" + id + "' AND i::text LIKE '%" + token
                        + "%'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM inquiry WHERE case_id = '" + id + "'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"answer\":\" \"}", "{\"answer\":null}", "{}"})
    void an_answer_has_words(String body) {
        post(link(waiting(QUESTION)), body)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations[0].path", equalTo("/answer"));
    }

    @Test
    void what_is_no_answer_and_what_never_was_a_link_are_told_apart_and_nothing_is_kept() {
        var id = waiting(QUESTION);
        var token = link(id);

        say(token, "x".repeat(2001)).then().statusCode(422).body("violations[0].path", equalTo("/answer"));
        post(token, "{\"answer\":\"周一\",\"rating\":5}").then().statusCode(400);
        post(token, "").then().statusCode(400);
        var unknown = read("guessed".repeat(6));
        unknown.then().statusCode(404).contentType("application/problem+json");
        assertThat(unknown.jsonPath().getString("detail")).doesNotContain("guessed");
        say("guessed".repeat(6), "周一").then().statusCode(404);
        assertThat(answersOf(id)).isZero();
        as(office()).get(CASES + "/" + id).then().body("status", equalTo("WAITING"));
    }

    /** Of a case that is at work: asked, or only waited for. */
    private static String waiting(String question) {
        var id = assigned("DIST");
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);
        var request = new HashMap<String, Object>(Map.of("reason", "等对方说明"));
        if (question != null) {
            request.put("publicNote", question);
        }
        step(liaison("DIST"), id, "waiting", request).then().statusCode(200);
        return id;
    }

    /** As a letter would bring it. */
    private String link(String id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var matter = cases.require(UUID.fromString(id));
            var act = new Act("notifier", clock.instant(), null, null);
            return links.make(matter, links.awaited(matter).orElseThrow(), act).token();
        });
    }

    private static Response read(String token) {
        return given().get(INQUIRIES + "/" + token);
    }

    private static Response say(String token, String words) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("answer", words))
                .post(INQUIRIES + "/" + token);
    }

    private static Response post(String token, String body) {
        return given().contentType(ContentType.JSON).body(body).post(INQUIRIES + "/" + token);
    }

    private long answersOf(String id) {
        return count("SELECT count(*) FROM timeline_entry WHERE actor = 'stakeholder' AND case_id = '" + id + "'");
    }

    private long lettersAbout(String id) {
        return count("SELECT count(*) FROM notification WHERE inquiry IS NOT NULL AND case_id = '" + id + "'");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
