package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CommentTest extends HttpTest {

    static final String COMMENTS = "/api/feedback/v1/comments";
    private static final String TEMPLATE = "/api/feedback/v1/reply-template";

    static Map<String, Object> criticism() {
        var said = new HashMap<String, Object>();
        said.put("kind", "CRITICISM");
        said.put("level", "CITY");
        said.put("sourceDocument", "市府办〔2026〕12号");
        said.put("verbatim", "园区供电可靠性有待提高，请抓紧研究。");
        said.put("receivedAt", "2026-04-18T10:00:00+08:00");
        said.put("deadline", "2098-05-08T17:30:00+08:00");
        said.put("leadDepartment", "DIST");
        said.put("coLeadDepartments", List.of("MKT"));
        return said;
    }

    static Response register(Map<String, Object> said) {
        return as(office()).body(said).post(COMMENTS);
    }

    private static String registered() {
        return register(criticism()).then().statusCode(201).extract().path("id");
    }

    private static Response act(String bearer, String id, String step, Object body) {
        return as(bearer).body(body).post(COMMENTS + "/" + id + "/" + step);
    }

    private static void done(String id) {
        act(liaison("DIST"), id, "tasks/DIST/completion", Map.of("result", "已列入改造计划"))
                .then()
                .statusCode(200);
        act(liaison("MKT"), id, "tasks/MKT/completion", Map.of("result", "已走访 <全部> & 用户"))
                .then()
                .statusCode(200);
    }

    @Test
    void a_criticism_is_split_into_tasks_and_opens_one_case_for_its_lead_department() {
        var registered = register(criticism());

        registered
                .then()
                .statusCode(201)
                .body("title", equalTo("市府办〔2026〕12号"))
                .body("status", equalTo("REGISTERED"))
                .body("tasks.department", contains("DIST", "MKT"))
                .body("tasks.role", contains("LEAD", "CO_LEAD"))
                .body("tasks.status", contains("OPEN", "OPEN"))
                .body("history.step", contains("REGISTERED"));
        assertThat(registered.header("Location")).isEqualTo(COMMENTS + "/" + registered.path("id"));
        as(office())
                .get(CASES + "/" + registered.path("caseId"))
                .then()
                .body("side", equalTo("GOVERNMENT"))
                .body("severity", equalTo("HIGH"))
                .body("department", equalTo("DIST"))
                .body("description", equalTo("园区供电可靠性有待提高，请抓紧研究。"))
                .body("source.reference", equalTo(registered.<String>path("id")));
    }

    @Test
    void an_endorsement_never_opens_a_case_and_a_comment_without_lead_only_if_asked_to() {
        var endorsement = criticism();
        endorsement.put("kind", "ENDORSEMENT");
        register(endorsement).then().statusCode(201).body("caseId", nullValue());
        endorsement.put("opensCase", true);
        register(endorsement).then().statusCode(422).body("violations[0].path", equalTo("/opensCase"));

        var comment = criticism();
        comment.put("kind", "COMMENT");
        comment.remove("leadDepartment");
        register(comment).then().statusCode(201).body("caseId", nullValue());
        comment.put("opensCase", true);
        String opened = register(comment).then().statusCode(201).extract().path("caseId");
        as(office()).get(CASES + "/" + opened).then().body("status", equalTo("RECEIVED"));
    }

    @Test
    void registering_with_an_id_is_done_once() {
        var said = criticism();
        said.put("commentId", UUID.randomUUID().toString());
        String opened = register(said).then().statusCode(201).extract().path("caseId");

        register(said).then().statusCode(200).body("caseId", equalTo(opened)).body("history", hasSize(1));

        said.put("verbatim", "别的话");
        register(said).then().statusCode(409).body("type", equalTo("urn:huisheng:problem:comment-differs"));
    }

    @Test
    void what_was_said_cannot_be_changed_even_by_hand() {
        var id = registered();

        assertThatThrownBy(() -> execute("UPDATE government_comment SET verbatim = 'x' WHERE id = '" + id + "'"))
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> execute("UPDATE comment_entry SET words = 'x' WHERE comment = '" + id + "'"))
                .hasMessageContaining("never changed");
    }

    @Test
    void everything_wrong_with_a_comment_is_named() {
        var wrong = Map.of(
                "level", "no level!",
                "receivedAt", "2099-01-01T00:00:00Z",
                "deadline", "2001-01-01T00:00:00Z",
                "leadDepartment", "DIST",
                "coLeadDepartments", List.of("DIST"));

        register(wrong)
                .then()
                .statusCode(422)
                .body(
                        "violations.path",
                        hasItems(
                                "/kind",
                                "/level",
                                "/sourceDocument",
                                "/verbatim",
                                "/receivedAt",
                                "/deadline",
                                "/coLeadDepartments/0"));
        var elsewhere = criticism();
        elsewhere.put("coLeadDepartments", List.of("NOBODY"));
        register(elsewhere).then().statusCode(422).body("violations[0].path", equalTo("/coLeadDepartments/0"));
    }

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
    void lists_are_paged_and_narrowed() {
        var said = criticism();
        said.put("kind", "ENDORSEMENT");
        said.put("receivedAt", "2001-05-01T00:00:00Z");
        for (var i = 0; i < 3; i++) {
            register(said).then().statusCode(201);
        }

        for (var filter : List.of("kind=ENDORSEMENT&status=REGISTERED", "kind=ENDORSEMENT&department=MKT")) {
            var seen = 0;
            String cursor = null;
            do {
                var page = as(office())
                        .get(COMMENTS + "?" + filter + "&limit=1" + (cursor == null ? "" : "&cursor=" + cursor));
                page.then().statusCode(200).body("items.kind", contains("ENDORSEMENT"));
                seen++;
                cursor = page.path("next");
            } while (cursor != null);
            assertThat(seen).as(filter).isGreaterThanOrEqualTo(3);
        }
        as(office()).get(COMMENTS + "?cursor=x").then().statusCode(400);
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
    void the_letter_is_a_word_document_with_what_was_said_and_done() throws IOException {
        var id = registered();
        done(id);

        var letter = as(office()).get(COMMENTS + "/" + id + "/reply.docx");

        letter.then()
                .statusCode(200)
                .header(
                        "Content-Type",
                        startsWith("application/vnd.openxmlformats-officedocument.wordprocessingml.document"));
        var parts = unzipped(letter.asByteArray());
        assertThat(parts).containsKeys("[Content_Types].xml", "_rels/.rels", "word/document.xml");
        assertThat(parts.get("word/document.xml"))
                .contains("关于《市府办〔2026〕12号》的回复", "2026年4月18日", "园区供电可靠性有待提高，请抓紧研究。")
                .contains("配电运检室（主办）：已列入改造计划", "营销部（协办）：已走访 &lt;全部&gt; &amp; 用户")
                .doesNotContain("{", "}");
    }

    @Test
    void the_office_words_the_letter() throws IOException {
        var before = as(office()).get(TEMPLATE);
        String text = before.path("text");
        var version = before.header("ETag");

        as(office()).body(Map.of("text", "{nobody}")).put(TEMPLATE).then().statusCode(422);
        as(office())
                .header("If-Match", version)
                .body(Map.of("text", "# 复函\n{title}"))
                .put(TEMPLATE)
                .then()
                .statusCode(200);
        try {
            as(office())
                    .header("If-Match", version)
                    .body(Map.of("text", "x"))
                    .put(TEMPLATE)
                    .then()
                    .statusCode(412);
            var letter = as(office()).get(COMMENTS + "/" + registered() + "/reply.docx");
            assertThat(unzipped(letter.asByteArray()).get("word/document.xml"))
                    .contains("复函", "市府办〔2026〕12号")
                    .doesNotContain("特此回复");
        } finally {
            as(office()).body(Map.of("text", text)).put(TEMPLATE).then().statusCode(200);
        }
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

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Map<String, String> unzipped(byte[] file) throws IOException {
        var parts = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
