package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CommentTest extends CommentHttpTest {

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

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_refusal_speaks_of_states_as_people_do_and_of_times_as_the_clock_on_the_wall() {
        var said = criticism();
        said.put("deadline", "2026-04-18T09:00:00+08:00");
        String message = register(said).then().statusCode(422).extract().path("violations[0].message");
        assertThat(message).contains("2026-04-18 10:00").doesNotContain("T", "Z");

        act(office(), registered(), "acknowledgement", Map.of())
                .then()
                .statusCode(409)
                .body("detail", equalTo("该政府意见现在是“办理中”，不能变为“已办结”。"));
    }
}
