package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is known of a comment only after it was registered. */
@QuarkusTest
class CommentArrangementTest extends CommentHttpTest {

    private static final String LATER = "2098-06-30T17:30:00+08:00";

    @Test
    void a_comment_nobody_knew_what_to_do_with_gets_its_lead_a_case_and_helpers() {
        var id = ownerless();

        var led = act(office(), id, "tasks", Map.of("department", "DIST", "role", "LEAD"));

        led.then()
                .statusCode(200)
                .body("leadDepartment", equalTo("DIST"))
                .body("caseId", notNullValue())
                .body("followedBy.status", equalTo("ASSIGNED"))
                .body("tasks.department", contains("DIST"))
                .body("history.step", contains("REGISTERED", "ENTRUSTED"))
                .body("history[1].department", equalTo("DIST"));
        as(office())
                .get(CASES + "/" + led.path("caseId"))
                .then()
                .body("department", equalTo("DIST"))
                .body("severity", equalTo("HIGH"))
                .body("timeline.step", contains("OPENED", "ASSIGNED"));
        as(liaison("DIST")).get(COMMENTS + "/" + id).then().statusCode(200);
        act(office(), id, "tasks", Map.of("department", "MKT"))
                .then()
                .statusCode(200)
                .body("tasks.department", contains("DIST", "MKT"))
                .body("tasks.role", contains("LEAD", "CO_LEAD"));
        assertThat(told(id, "newlyDue", 2)).containsExactly("true", "false");
    }

    @Test
    void there_is_one_lead_and_a_department_has_one_part() {
        var id = ofDistribution();

        refused(act(office(), id, "tasks", Map.of("department", "MKT", "role", "LEAD")), "comment-has-lead");
        refused(act(office(), id, "tasks", Map.of("department", "DIST")), "comment-task-exists");
        act(office(), id, "tasks", Map.of("department", "NOBODY"))
                .then()
                .statusCode(422)
                .body("violations[0].path", equalTo("/department"));
        act(office(), id, "tasks", Map.of("department", "MKT", "opensCase", true))
                .then()
                .statusCode(422)
                .body("violations[0].path", equalTo("/opensCase"));
        act(liaison("DIST"), id, "tasks", Map.of("department", "MKT")).then().statusCode(403);
        as(office()).get(COMMENTS + "/" + id).then().body("tasks.department", contains("DIST"));
        assertThat(told(id, "newlyDue", 0)).isEmpty();
    }

    @Test
    void an_endorsement_praises_whoever_is_named_later_and_opens_no_case() {
        var said = criticism();
        said.put("kind", "ENDORSEMENT");
        said.remove("deadline");
        said.remove("coLeadDepartments");
        String id = register(said).then().statusCode(201).extract().path("id");

        act(office(), id, "tasks", Map.of("department", "MKT"))
                .then()
                .statusCode(200)
                .body("caseId", nullValue());

        assertThat(told(id, "newDepartments", 1)).containsExactly("[MKT]");
    }

    @Test
    void a_deadline_the_authority_extends_moves_for_the_departments_the_case_and_the_reminders() {
        var id = registered();

        act(office(), id, "deadline", Map.of("deadline", LATER, "reason", "市府办同意延期"))
                .then()
                .statusCode(200)
                .body("deadline", equalTo("2098-06-30T09:30:00Z"))
                .body("history[1].step", equalTo("DEADLINE_MOVED"))
                .body("history[1].words", equalTo("市府办同意延期"))
                .body("history[1].formerDeadline", equalTo("2098-05-08T09:30:00Z"));

        as(office())
                .get(CASES + "/" + caseOf(id))
                .then()
                .body("clocks.notAfter", hasItems("2098-06-30T09:30:00Z"))
                .body("timeline.step", contains("OPENED", "ASSIGNED", "CLOCKS_RECOMPUTED"));
        assertThat(count("SELECT count(*) FROM comment_reminder WHERE fired_at IS NULL AND due_at > "
                        + "'2098-06-20T00:00:00Z' AND comment = '" + id + "'"))
                .isEqualTo(4);
        assertThat(count("SELECT count(*) FROM comment_task WHERE deadline = '2098-06-30T09:30:00Z' AND comment = '"
                        + id + "'"))
                .isEqualTo(2);
        assertThat(told(id, "newlyDue", 1)).containsExactly("false");
    }

    @Test
    void a_deadline_that_is_set_later_makes_a_reply_due_once() {
        var said = criticism();
        said.remove("deadline");
        String id = register(said).then().statusCode(201).extract().path("id");

        act(office(), id, "deadline", Map.of("deadline", "2098-05-08T17:30:00+08:00", "reason", "来电告知期限"))
                .then()
                .statusCode(200)
                .body("history[1].formerDeadline", nullValue());
        act(office(), id, "deadline", Map.of("deadline", LATER, "reason", "延期"))
                .then()
                .statusCode(200);

        assertThat(told(id, "newlyDue", 2)).containsExactly("true", "false");
    }

    @Test
    void nothing_is_arranged_of_what_was_answered_or_by_halves() {
        var id = ofDistribution();
        act(office(), id, "deadline", Map.of("deadline", "2026-04-01T00:00:00Z", "reason", "x"))
                .then()
                .statusCode(422)
                .body("violations[0].path", equalTo("/deadline"));
        act(office(), id, "deadline", Map.of())
                .then()
                .statusCode(422)
                .body("violations.path", contains("/deadline", "/reason"));
        var tag = as(office()).get(COMMENTS + "/" + id).header("ETag");
        act(office(), id, "deadline", Map.of("deadline", LATER, "reason", "延期"))
                .then()
                .statusCode(200);
        as(office())
                .header("If-Match", tag)
                .body(Map.of("department", "MKT"))
                .post(COMMENTS + "/" + id + "/tasks")
                .then()
                .statusCode(412);
        settled(id);
        act(liaison("DIST"), id, "tasks/DIST/completion", Map.of("result", "已列入改造计划"))
                .then()
                .statusCode(200);
        act(office(), id, "reply", Map.of()).then().statusCode(200);

        refused(act(office(), id, "tasks", Map.of("department", "MKT")), "comment-answered");
        refused(act(office(), id, "deadline", Map.of("deadline", LATER, "reason", "再延期")), "comment-answered");
    }

    @Test
    void another_department_leads_with_a_task_the_case_and_the_same_deadline() {
        var id = registered();
        var matter = caseOf(id);
        List<String> due = as(office()).get(CASES + "/" + matter).path("clocks.dueAt");

        var led = act(office(), id, "lead", Map.of("department", "MKT", "reason", "属营销业务"));

        led.then()
                .statusCode(200)
                .body("leadDepartment", equalTo("MKT"))
                .body("deadline", equalTo("2098-05-08T09:30:00Z"))
                .body("tasks.department", contains("MKT", "DIST"))
                .body("tasks.role", contains("LEAD", "LEAD"))
                .body("tasks.status", contains("OPEN", "WITHDRAWN"))
                .body("history[-1].step", equalTo("LEAD_REPLACED"))
                .body("history[-1].department", equalTo("MKT"))
                .body("history[-1].formerDepartment", equalTo("DIST"))
                .body("history[-1].words", equalTo("属营销业务"));
        as(office())
                .get(CASES + "/" + matter)
                .then()
                .body("department", equalTo("MKT"))
                .body("timeline.step", contains("OPENED", "ASSIGNED", "ASSIGNED"))
                .body("timeline[-1].note", equalTo("属营销业务"))
                .body("clocks.dueAt", equalTo(due));
        as(liaison("DIST")).get(COMMENTS + "/" + id).then().statusCode(200);
        as(liaison("DIST")).get(COMMENTS + "?limit=200").then().body("items.id", not(hasItem(id)));
        refused(act(liaison("DIST"), id, "tasks/DIST/completion", Map.of("result", "x")), "illegal-transition");
        assertThat(told(id, "previousLead", 1)).containsExactly("DIST");
        // It was to help before, and so joins nobody.
        assertThat(told(id, "newDepartments", 1)).containsExactly("[]");
    }

    @Test
    void a_case_at_work_goes_over_with_the_lead_and_comes_back_with_it() {
        var id = ofDistribution();
        var matter = caseOf(id);
        step(liaison("DIST"), matter, "start", Map.of()).then().statusCode(200);
        step(liaison("DIST"), matter, "waiting", Map.of("reason", "等来文")).then().statusCode(200);

        act(office(), id, "lead", Map.of("department", "MKT", "reason", "属营销业务"))
                .then()
                .statusCode(200)
                .body("followedBy.status", equalTo("ASSIGNED"));
        as(office())
                .get(CASES + "/" + matter)
                .then()
                .body("department", equalTo("MKT"))
                .body("firstReceiver", equalTo("DIST"))
                .body("timeline.step", contains("OPENED", "ASSIGNED", "STARTED", "WAITING", "RESUMED", "TRANSFERRED"));
        act(office(), id, "lead", Map.of("department", "DIST", "reason", "还是配电的"))
                .then()
                .statusCode(200)
                .body("leadDepartment", equalTo("DIST"))
                .body("tasks.department", contains("DIST", "MKT"))
                .body("tasks.status", contains("OPEN", "WITHDRAWN"))
                .body("followedBy.status", equalTo("ASSIGNED"));
        assertThat(told(id, "newDepartments", 2)).containsExactly("[MKT]", "[DIST]");
    }

    @Test
    void what_a_former_lead_has_done_is_kept_and_stands_in_no_letter() {
        var id = ofDistribution();
        act(liaison("DIST"), id, "tasks/DIST/completion", Map.of("result", "不归我们管"))
                .then()
                .statusCode(200);

        act(office(), id, "lead", Map.of("department", "MKT", "reason", "属营销业务"))
                .then()
                .statusCode(200)
                .body("tasks[1].result", equalTo("不归我们管"));

        assertThat(as(office()).get(COMMENTS + "/" + id + "/reply-text").<String>path("text"))
                .contains("营销部")
                .doesNotContain("不归我们管");
        act(office(), id, "tasks", Map.of("department", "DIST"))
                .then()
                .statusCode(200)
                .body("tasks.role", contains("LEAD", "CO_LEAD"))
                .body("tasks.status", contains("OPEN", "OPEN"));
    }

    @Test
    void a_lead_is_replaced_by_the_office_with_a_reason_and_as_it_was_seen() {
        var id = ofDistribution();
        var tag = as(office()).get(COMMENTS + "/" + id).header("ETag");

        refused(act(office(), id, "lead", Map.of("department", "DIST", "reason", "x")), "comment-led-already");
        refused(
                act(office(), ownerless(), "lead", Map.of("department", "DIST", "reason", "x")),
                "comment-without-lead");
        act(office(), id, "lead", Map.of("department", "MKT"))
                .then()
                .statusCode(422)
                .body("violations.path", contains("/reason"));
        act(office(), id, "lead", Map.of("department", "OLD", "reason", "x"))
                .then()
                .statusCode(422)
                .body("violations[0].path", equalTo("/department"));
        act(liaison("DIST"), id, "lead", Map.of("department", "MKT", "reason", "x"))
                .then()
                .statusCode(403);
        as(office()).get(COMMENTS + "/" + id).then().body("leadDepartment", equalTo("DIST"));
        act(office(), id, "deadline", Map.of("deadline", LATER, "reason", "延期"))
                .then()
                .statusCode(200);
        as(office())
                .header("If-Match", tag)
                .body(Map.of("department", "MKT", "reason", "属营销业务"))
                .post(COMMENTS + "/" + id + "/lead")
                .then()
                .statusCode(412);
    }

    private static String ofDistribution() {
        var said = criticism();
        said.remove("coLeadDepartments");
        return register(said).then().statusCode(201).extract().path("id");
    }

    private static String ownerless() {
        var said = criticism();
        said.remove("leadDepartment");
        said.remove("coLeadDepartments");
        return register(said)
                .then()
                .statusCode(201)
                .body("caseId", nullValue())
                .extract()
                .path("id");
    }

    private static void refused(Response response, String problem) {
        response.then().statusCode(409).body("type", equalTo("urn:huisheng:problem:" + problem));
    }

    /** What the others hear of it besides its registration. @param expected how many times */
    private List<String> told(String id, String field, int expected) {
        return EventsOf.key(kafka, id, expected + 1).stream()
                .filter(event -> event.getType().equals("feedback.comment-arranged.v1"))
                .map(event -> JsonPath.from(EventsOf.data(event)).getString(field))
                .toList();
    }
}
