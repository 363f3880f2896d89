package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CommentStepsTest extends CommentHttpTest {

    @Test
    void the_reply_waits_for_every_task_and_the_acknowledgement_for_the_reply() {
        var id = registered();
        act(office(), id, "reply", Map.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:comment-tasks-open"));
        act(office(), id, "acknowledgement", Map.of()).then().statusCode(409);
        done(id);
        act(office(), id, "tasks/MKT/return", Map.of("reason", "请补充数据"))
                .then()
                .statusCode(200)
                .body("tasks[1].status", equalTo("OPEN"));
        act(office(), id, "reply", Map.of()).then().statusCode(409);
        act(liaison("MKT"), id, "tasks/MKT/completion", Map.of("result", "补充完毕"))
                .then()
                .statusCode(200);

        act(office(), id, "reply", Map.of("reference", "电函〔2026〕3号"))
                .then()
                .statusCode(200)
                .body("status", equalTo("ANSWERED"))
                .body("replyReference", equalTo("电函〔2026〕3号"));
        act(office(), id, "acknowledgement", Map.of("words", "同意"))
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body(
                        "history.step",
                        contains(
                                "REGISTERED",
                                "TASK_DONE",
                                "TASK_DONE",
                                "TASK_RETURNED",
                                "TASK_DONE",
                                "ANSWERED",
                                "ACKNOWLEDGED"));
        act(liaison("DIST"), id, "tasks/DIST/completion", Map.of("result", "x"))
                .then()
                .statusCode(409);
        assertThat(count("SELECT count(*) FROM comment_reminder WHERE comment = '" + id + "'"))
                .isZero();
    }

    @Test
    void a_lost_update_of_a_comment_is_refused() {
        var id = registered();
        done(id);

        as(office())
                .header("If-Match", "\"0\"")
                .body(Map.of())
                .post(COMMENTS + "/" + id + "/reply")
                .then()
                .statusCode(412);
    }

    @Test
    void a_liaison_sees_comments_with_a_task_of_their_department_and_does_only_that() {
        var said = criticism();
        said.put("coLeadDepartments", List.of());
        String id = register(said).then().statusCode(201).extract().path("id");

        as(liaison("DIST")).get(COMMENTS + "?limit=200").then().statusCode(200).body("items.id", hasItem(id));
        as(liaison("MKT")).get(COMMENTS + "?limit=200").then().statusCode(200).body("items.id", not(hasItem(id)));
        as(liaison("MKT")).get(COMMENTS + "/" + id).then().statusCode(403);
        as(liaison("MKT")).get(COMMENTS + "?department=DIST").then().statusCode(403);
        act(liaison("MKT"), id, "tasks/DIST/completion", Map.of("result", "x"))
                .then()
                .statusCode(403);
        act(liaison("MKT"), id, "tasks/MKT/completion", Map.of("result", "x"))
                .then()
                .statusCode(404);
    }

    @Test
    void supervision_by_hand_is_in_the_history() {
        var id = registered();

        act(office(), id, "reminders", Map.of("department", "DIST", "words", "请抓紧"))
                .then()
                .statusCode(200)
                .body("history[1].step", equalTo("SUPERVISED"))
                .body("history[1].words", equalTo("请抓紧"));
        act(office(), id, "reminders", Map.of("department", "OLD")).then().statusCode(404);
    }

    @Test
    void the_others_hear_of_a_comment_and_its_answer_without_its_words() {
        var id = registered();
        done(id);
        var sentAt = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        act(office(), id, "reply", Map.of("sentAt", sentAt.toString())).then().statusCode(200);

        var events = EventsOf.key(kafka, id, 2);

        assertThat(events)
                .extracting(event -> event.getType())
                .containsExactly("feedback.comment-registered.v1", "feedback.comment-answered.v1");
        assertThat(events)
                .allSatisfy(event -> assertThat(EventsOf.data(event))
                        .contains("\"kind\":\"CRITICISM\"", "\"leadDepartment\":\"DIST\"")
                        .doesNotContain("园区", "市府办", "改造", "office"));
        assertThat(EventsOf.data(events.get(0))).contains("\"coLeadDepartments\":[\"MKT\"]", "\"level\":\"CITY\"");
        assertThat(EventsOf.data(events.get(1))).contains("\"onTime\":true");
        assertThat(events.get(1).getTime().toInstant()).isEqualTo(sentAt);
    }

    /** On a comment with a task of DIST. */
    @ParameterizedTest(name = "{0} of {1}: register {2}, read {3}, work {4}, steer {5}, letter {6}")
    @CsvSource(
            nullValues = "-",
            value = {
                "OFFICE, -, 422, 200, 422, 422, 200",
                "LIAISON, DIST, 403, 200, 422, 403, 403",
                "LIAISON, OLD, 403, 403, 422, 403, 403",
                "LEADER, -, 403, 200, 403, 403, 200",
                "SURVEYOR, DIST, 403, 403, 403, 403, 403",
                "ANALYST, -, 403, 403, 403, 403, 403",
                "ADMIN, -, 403, 403, 403, 403, 403"
            })
    void each_role_reaches_its_own_steps_only(
            String role, String department, int register, int read, int work, int steer, int letter) {
        var id = registered();
        var bearer = TestTokens.bearer("somebody", department, role);
        var at = COMMENTS + "/" + id;

        as(bearer).body(Map.of()).post(COMMENTS).then().statusCode(register);
        as(bearer).get(at).then().statusCode(read);
        act(bearer, id, "tasks/DIST/completion", Map.of()).then().statusCode(work);
        act(bearer, id, "tasks/DIST/return", Map.of()).then().statusCode(steer);
        act(bearer, id, "reminders", Map.of("words", "x".repeat(3000))).then().statusCode(steer);
        act(bearer, id, "reply", Map.of("sentAt", "2099-01-01T00:00:00Z"))
                .then()
                .statusCode(steer);
        act(bearer, id, "acknowledgement", Map.of("acknowledgedAt", "2099-01-01T00:00:00Z"))
                .then()
                .statusCode(steer);
        as(bearer).get(at + "/reply.docx").then().statusCode(letter);
        as(bearer).get(TEMPLATE).then().statusCode(letter);
        as(bearer).body(Map.of()).put(TEMPLATE).then().statusCode(steer);
    }
}
